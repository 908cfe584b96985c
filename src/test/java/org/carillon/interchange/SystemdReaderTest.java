package org.carillon.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carillon.job.CatchUp;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.SuccessRule;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.IntervalTrigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemdReaderTest {
    @Test
    void aTimerAndTheServiceBesideItBecomeOneJob() {
        ImportPlan plan = Imports.samples("systemd/photos-backup.timer");

        Job job = plan.jobs().getFirst();
        assertThat(plan.entries()).hasSize(1);
        assertThat(job.id()).isEqualTo("photos-backup");
        assertThat(job.description()).isEqualTo("Copy the photos to the other disk");
        assertThat(Imports.next(job.trigger(), 4)).containsExactly("2026-11-24T02:30", "2026-11-25T02:30", "2026-11-26T02:30", "2026-11-27T06:00");
        assertThat(job.policy().jitter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(job.policy().catchUp()).isEqualTo(CatchUp.ONCE);
        assertThat(job.policy().timeout()).isEqualTo(Duration.ofMinutes(150));
    }

    @Test
    void itsCommandKeepsWordsVariablesAndSuccess() {
        CommandAction action = action(Imports.samples("systemd/photos-backup.timer").jobs().getFirst());

        assertThat(action.command()).isEqualTo(new CommandLine.ShellLine(
                "/usr/bin/rsync -a --delete /srv/photos/ \"${TARGET}\"/photos-backup/", null));
        assertThat(action.environment()).isEqualTo(Map.of("TARGET", "/mnt/other disk", "LEVEL", "3"));
        assertThat(action.workingDirectory()).isEqualTo("/srv/photos");
        assertThat(action.success().exitCodes()).containsExactlyInAnyOrder(0, 24);
    }

    @Test
    void whatCannotBeSaidIsNamed() {
        List<String> warnings = Imports.warnings(Imports.samples("systemd/photos-backup.timer").entries().getFirst());

        assertThat(warnings).anyMatch(text -> text.contains("photos") && text.contains("user"))
                .anyMatch(text -> text.contains("Nice") && text.contains("ProtectSystem") && text.contains("After"))
                .anyMatch(text -> text.contains("AccuracySec=1h"))
                .anyMatch(text -> text.contains("clocks go forward"));
    }

    @Test
    void unitsInOneTextAreToldApartAndDropInsAddToThem() {
        ImportPlan plan = Imports.samples("systemd/cat.txt");

        assertThat(plan.jobs()).extracting(Job::id).containsExactly("probe");
        AnyTrigger trigger = (AnyTrigger) plan.jobs().getFirst().trigger();
        assertThat(trigger.parts()).hasSize(2);
        assertThat(((IntervalTrigger) trigger.parts().getFirst()).every()).isEqualTo(Duration.ofMinutes(20));
        assertThat(Imports.warnings(plan.entries().getFirst())).anyMatch(text -> text.contains("OnBootSec=2min"));
        assertThat(action(plan.jobs().getFirst()).command()).isEqualTo(new CommandLine.ShellLine(
                "/usr/bin/test -e /dev/ttyUSB0 && ( read-sensors >> \"$HOME/sensors.csv\"\n)", null));
        assertThat(plan.refused()).extracting(Imports::why).satisfiesExactly(
                why -> assertThat(why).contains("OnUnitInactiveSec=1h"), why -> assertThat(why).contains("fractions of a second"));
    }

    @Test
    void aTimerWithoutItsServiceAndAServiceWithoutATimerAreRefused() {
        ImportPlan plan = ImportPlan.of(List.of(Imports.file("a.timer", "[Timer]\nOnCalendar=daily\n"),
                Imports.file("b.service", "[Service]\nExecStart=/bin/true\n")), null, Imports.DEFAULTS);

        assertThat(plan.refused()).extracting(Imports::why).satisfiesExactly(
                why -> assertThat(why).contains("a.service"), why -> assertThat(why).contains("no timer"));
    }

    @Test
    void aTemplateIsRefusedAndItsInstanceIsNot() {
        String timer = "[Timer]\nOnCalendar=daily\n";
        SourceFile service = Imports.file("copy@.service", "[Service]\nExecStart=/bin/copy %i\n");

        assertThat(ImportPlan.of(List.of(Imports.file("copy@.timer", timer), service), null, Imports.DEFAULTS).entries())
                .singleElement().extracting(Imports::why).asString().contains("copy@.timer is a template", "copy@home.timer");
        Job photos = ImportPlan.of(List.of(Imports.file("copy@photos.timer", timer), service), null, Imports.DEFAULTS).jobs().getFirst();
        assertThat(action(photos).command()).isEqualTo(new CommandLine.Program(List.of("/bin/copy", "photos")));
    }

    @Test
    void withoutPersistentNothingIsMadeUpFor() {
        assertThat(one("[Timer]\nOnCalendar=daily\n", "ExecStart=/bin/true").policy().catchUp()).isEqualTo(CatchUp.SKIP);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "/bin/echo 'a b' \"c\\td\" e\\x20f | /bin/echo,a b,c\td,e f",
        "-/bin/echo $$1 100%% | /bin/echo,$1,100%",
        ":/bin/echo ${HOME} | /bin/echo,${HOME}",
        "/opt/run %p %n | /opt/run,x,x.service"})
    void wordsAreReadAsSystemdReadsThem(String line, String words) {
        CommandAction action = action(one("[Timer]\nOnCalendar=daily\n", "ExecStart=" + line));

        assertThat(action.command()).isEqualTo(new CommandLine.Program(List.of(words.split(","))));
        assertThat(action.success().exitCodes().contains(9)).isEqualTo(line.startsWith("-"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "Type=oneshot | TimeoutStartSec=5min | PT5M | -",
        "Type=oneshot | TimeoutSec=5min | PT5M | -",
        "Type=oneshot | TimeoutStartSec=infinity : TimeoutSec=5min | - | -",
        "Type=oneshot | RuntimeMaxSec=5min | - | RuntimeMaxSec",
        "Type=simple | RuntimeMaxSec=5min | PT5M | -",
        "Type=simple | TimeoutStartSec=5min | - | TimeoutStartSec",
        "Description= | TimeoutSec=5min | - | TimeoutSec",
        "Description= | RuntimeMaxSec=5min : TimeoutStartSec=1min | PT5M | TimeoutStartSec"})
    void whatLimitsARunDependsOnTheTypeOfTheService(String type, String limits, Duration timeout, String named) {
        ImportPlan plan = Imports.text("x.timer", "[Timer]\nOnCalendar=daily\n# /x.service\n[Service]\nExecStart=/bin/true\n" + type + "\n"
                + limits.replace(" : ", "\n"));

        assertThat(plan.jobs().getFirst().policy().timeout()).isEqualTo(timeout);
        assertThat(Imports.warnings(plan.entries().getFirst()).stream().filter(text -> text.contains("does not limit")))
                .hasSize(named == null ? 0 : 1).allMatch(text -> text.startsWith(named + " "));
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", value = {
        "ExecStart=-/bin/false : ExecStart=/bin/echo second | second | 0",
        "ExecStart=/bin/false : ExecStart=/bin/echo second | - | 1",
        "ExecStart=/bin/echo first : ExecStart=-/bin/false | first | 0",
        "ExecStartPre=-/bin/false : ExecStart=/bin/echo main | main | 0",
        "ExecStart=-/bin/sh -c 'exit 3' : ExecStart=/bin/echo second | second | 0",
        "SuccessExitStatus=24 25 : ExecStart=/bin/sh -c 'exit 25' : ExecStart=/bin/echo second | second | 0",
        "SuccessExitStatus=24 : ExecStart=/bin/sh -c 'exit 26' : ExecStart=/bin/echo second | - | 26",
        "SuccessExitStatus=24 : ExecStartPre=/bin/sh -c 'exit 24' : ExecStart=/bin/echo second | - | 24"})
    void ofSeveralCommandsTheNextRunsUnlessTheOneBeforeItFailedInEarnest(String service, String printed, int code) throws Exception {
        CommandAction action = action(one("[Timer]\nOnCalendar=daily\n", "Type=oneshot\n" + service.replace(" : ", "\n")));

        assertThat(action.success()).isEqualTo(SuccessRule.DEFAULT);
        Process shell = new ProcessBuilder("/bin/sh", "-c", ((CommandLine.ShellLine) action.command()).line()).start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(printed == null ? "" : printed + "\n");
        assertThat(shell.waitFor()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"/bin/echo %t | %t", "@/bin/a b | name", "/bin/a ; /bin/b | semicolons",
        "/bin/echo 'a | quote", "/bin/echo \\q | \\q", "/bin/echo \\xff | \\x"})
    void whatSystemdAloneKnowsIsRefused(String line, String named) {
        ImportPlan plan = Imports.text("x.timer", "[Timer]\nOnCalendar=daily\n# /x.service\n[Service]\nExecStart=" + line + "\n");

        assertThat(plan.refused()).singleElement().extracting(Imports::why).asString().contains(named);
    }

    private static Job one(String timer, String service) {
        return Imports.text("x.timer", timer + "# /x.service\n[Service]\n" + service + "\n").jobs().getFirst();
    }

    private static CommandAction action(Job job) {
        return (CommandAction) job.action();
    }
}

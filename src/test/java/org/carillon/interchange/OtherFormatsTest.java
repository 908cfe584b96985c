package org.carillon.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carillon.job.CatchUp;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Overlap;
import org.carillon.job.Retry;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.IntervalTrigger;
import org.junit.jupiter.api.Test;

/** Tasks of Windows, agents of macOS, CronJobs, the system's crontab. */
class OtherFormatsTest {
    @Test
    void aTaskInUtf16BecomesAJob() {
        ImportPlan plan = Imports.samples("windows/tidy.xml");

        Job job = plan.jobs().getFirst();
        assertThat(job.name()).isEqualTo("Tidy shares");
        assertThat(job.group()).isEqualTo("Office");
        assertThat(job.description()).isEqualTo("Räumt die Ablage auf · 整理");
        CommandAction action = (CommandAction) job.action();
        assertThat(action.command()).isEqualTo(new CommandLine.Program(
                List.of("C:\\Program Files\\Tidy\\tidy.exe", "--root", "D:\\Our shares\\", "--quiet")));
        assertThat(action.workingDirectory()).isEqualTo("D:\\");
        assertThat(job.policy().overlap()).isEqualTo(Overlap.QUEUE);
        assertThat(job.policy().timeout()).isEqualTo(Duration.ofHours(1));
        assertThat(job.policy().retry()).isEqualTo(new Retry(3, Duration.ofMinutes(5), 1, Duration.ofMinutes(5)));
        assertThat(job.policy().jitter()).isEqualTo(Duration.ofMinutes(15));
        assertThat(job.policy().catchUp()).isEqualTo(CatchUp.ONCE);
        assertThat(Imports.warnings(plan.entries().getFirst())).anyMatch(text -> text.contains("SYSTEM"))
                .anyMatch(text -> text.contains("DisallowStartIfOnBatteries") && text.contains("HighestAvailable"))
                .anyMatch(text -> text.contains("BootTrigger"));
    }

    @Test
    void everyOtherWeekCountsFromTheWeekOfTheFirstStart() {
        Job job = Imports.samples("windows/tidy.xml").jobs().getFirst();

        // the week of Tuesday 3 February 2026: its Thursday counts, its Monday had passed
        assertThat(Imports.next(job.trigger(), 6)).containsExactly("2026-11-26T07:30", "2026-12-04T18:00",
                "2026-12-07T07:30", "2026-12-10T07:30", "2026-12-21T07:30", "2026-12-24T07:30");
    }

    @Test
    void aListOfTasksIsReadTaskByTask() {
        ImportPlan plan = Imports.samples("windows/all.xml");

        assertThat(plan.jobs()).extracting(Job::name).containsExactly("Quarter hours", "Night shift", "Month ends");
        assertThat(Imports.next(plan.jobs().getFirst().trigger(), 3)).containsExactly("2026-11-23T13:05", "2026-11-23T13:20", "2026-11-23T13:35");
        assertThat(((CommandAction) plan.jobs().getFirst().action()).command())
                .isEqualTo(new CommandLine.ShellLine("%WINDIR%\\System32\\sync.cmd", null));
        assertThat(plan.refused()).extracting(Imports::why).satisfiesExactly(
                why -> assertThat(why).contains("EventTrigger"), why -> assertThat(why).contains("ShowMessage"));
    }

    @Test
    void aRepetitionGoesOnIntoTheNextDayAndEnds() {
        Job night = Imports.samples("windows/all.xml").jobs().get(1);

        List<String> runs = Imports.next(night.trigger(), 200);
        assertThat(runs.subList(0, 4)).containsExactly("2026-11-29T21:00", "2026-11-29T23:00", "2026-11-30T01:00", "2026-12-06T21:00");
        assertThat(runs).contains("2027-03-01T16:00", "2027-03-01T16:30").doesNotContain("2027-03-01T17:00");
    }

    @Test
    void daysOfMonthsEndWithTheirBoundary() {
        Job month = Imports.samples("windows/all.xml").jobs().get(2);

        assertThat(month.trigger()).isInstanceOfSatisfying(AnyTrigger.class, any -> assertThat(any.parts())
                .anyMatch(part -> part instanceof CronTrigger cron && cron.isReboot()));
        assertThat(Imports.next(month.trigger(), 9)).containsExactly("2026-11-30T23:00", "2027-01-15T23:00", "2027-01-31T23:00");
    }

    @Test
    void whatStartsWithTheMachineAndRepeatsGoesOnRepeating() {
        ImportPlan plan = task("<BootTrigger><Repetition><Interval>PT15M</Interval></Repetition></BootTrigger>");

        assertThat(((AnyTrigger) plan.jobs().getFirst().trigger()).parts()).satisfiesExactly(
                part -> assertThat(((CronTrigger) part).isReboot()).isTrue(),
                part -> assertThat(((IntervalTrigger) part).every()).isEqualTo(Duration.ofMinutes(15)));
        assertThat(Imports.warnings(plan.entries().getFirst())).anyMatch(text -> text.contains("every PT15M, counted from now"));
        assertThat(task("<LogonTrigger><Repetition><Interval>PT15M</Interval><Duration>PT1H</Duration></Repetition></LogonTrigger>").refused())
                .singleElement().extracting(Imports::why).asString().contains("LogonTrigger", "PT1H");
    }

    @Test
    void whatATriggerSaysBesidesIsTold() {
        ImportPlan plan = task("<BootTrigger><EndBoundary>2030-01-01T00:00:00</EndBoundary><ExecutionTimeLimit>PT5M</ExecutionTimeLimit></BootTrigger>"
                + "<TimeTrigger><StartBoundary>2026-12-01T08:00:00</StartBoundary><ExecutionTimeLimit>PT1M</ExecutionTimeLimit>"
                + "<Repetition><Interval>PT5M</Interval><StopAtDurationEnd>true</StopAtDurationEnd></Repetition></TimeTrigger>");

        assertThat(Imports.warnings(plan.entries().getFirst())).anySatisfy(text -> assertThat(text).contains("BootTrigger/EndBoundary",
                "BootTrigger/ExecutionTimeLimit", "TimeTrigger/ExecutionTimeLimit", "TimeTrigger/Repetition/StopAtDurationEnd"));
        assertThat(Imports.warnings(task("<BootTrigger><EndBoundary>2020-01-01T00:00:00</EndBoundary></BootTrigger>"
                + "<TimeTrigger><StartBoundary>2026-12-01T08:00:00</StartBoundary></TimeTrigger>").entries().getFirst()))
                .containsExactly("a BootTrigger that has ended is left out");
    }

    @Test
    void ofDifferentRandomDelaysTheLongestIsForAllAndThatIsTold() {
        String early = "<TimeTrigger><StartBoundary>2026-12-01T08:00:00</StartBoundary><RandomDelay>PT10M</RandomDelay></TimeTrigger>";
        String late = "<TimeTrigger><StartBoundary>2026-12-01T20:00:00</StartBoundary><RandomDelay>PT2M</RandomDelay></TimeTrigger>";

        assertThat(task(early + late).jobs().getFirst().policy().jitter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(Imports.warnings(task(early + late).entries().getFirst())).anyMatch(text -> text.contains("random delays") && text.contains("PT10M"));
        assertThat(Imports.warnings(task(early).entries().getFirst())).noneMatch(text -> text.contains("random delays"));
    }

    private static ImportPlan task(String triggers) {
        return Imports.text("a.xml", "<Task><Triggers>" + triggers + "</Triggers><Actions><Exec><Command>C:\\a.exe</Command></Exec></Actions></Task>");
    }

    @Test
    void anAgentOfMacOsBecomesAJob() {
        ImportPlan plan = Imports.samples("launchd/org.example.tidy.plist", "launchd/org.example.poll.plist", "launchd/org.example.watch.plist");

        Job tidy = plan.jobs().getFirst();
        assertThat(tidy.id()).isEqualTo("org.example.tidy");
        assertThat(Imports.next(tidy.trigger(), 3)).containsExactly("2026-11-30T09:15", "2026-12-01T18:00", "2026-12-07T09:15");
        CommandAction action = (CommandAction) tidy.action();
        assertThat(action.command()).isEqualTo(new CommandLine.Program(List.of("/usr/local/bin/tidy-up", "--older-than", "30 days")));
        assertThat(action.environment()).isEqualTo(Map.of("LANG", "zh_CN.UTF-8"));
        assertThat(Imports.warnings(plan.entries().getFirst())).anyMatch(text -> text.contains("ProcessType"))
                .anyMatch(text -> text.contains("log")).anyMatch(text -> text.contains("Carillon starts"));
        Job poll = plan.jobs().get(1);
        assertThat(poll.enabled()).isFalse();
        assertThat(((IntervalTrigger) poll.trigger()).every()).isEqualTo(Duration.ofMinutes(5));
        assertThat(poll.policy().timeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(plan.refused()).singleElement().satisfies(entry -> {
            assertThat(entry.file()).isEqualTo("org.example.watch.plist");
            assertThat(Imports.why(entry)).contains("WatchPaths");
        });
    }

    @Test
    void aTimeOfMacOsThatIsNoneIsNotGuessed() {
        assertThat(agent("<key>StartCalendarInterval</key><array><string>bogus</string><dict><key>Hour</key><integer>3</integer></dict></array>").refused())
                .singleElement().extracting(Imports::why).asString().contains("StartCalendarInterval", "bogus");
        assertThat(agent("<key>StartCalendarInterval</key><string>daily</string><key>RunAtLoad</key><true/>").refused())
                .singleElement().extracting(Imports::why).asString().contains("daily");
        assertThat(agent("<key>StartInterval</key><string>300</string><key>RunAtLoad</key><true/>").refused())
                .singleElement().extracting(Imports::why).asString().contains("StartInterval", "300");
    }

    @Test
    void whatGoesWithoutSayingForMacOsIsNotCalledLost() {
        ImportPlan plan = agent("<key>StartInterval</key><integer>300</integer><key>KeepAlive</key><false/><key>LaunchOnlyOnce</key><false/>"
                + "<key>OnDemand</key><true/>");

        assertThat(Imports.warnings(plan.entries().getFirst())).containsExactly("every 300 seconds, counted from now");
        assertThat(Imports.warnings(agent("<key>StartInterval</key><integer>300</integer><key>KeepAlive</key><true/>").entries().getFirst()))
                .anyMatch(text -> text.contains("KeepAlive"));
        assertThat(Imports.why(agent("<key>KeepAlive</key><false/>").refused().getFirst())).contains("nothing about when");
    }

    private static ImportPlan agent(String keys) {
        return Imports.text("a.plist", "<plist version=\"1.0\"><dict><key>Label</key><string>a</string><key>Program</key><string>/bin/true</string>"
                + keys + "</dict></plist>");
    }

    @Test
    void cronJobsBecomeJobsAndOtherResourcesDoNot() {
        ImportPlan plan = Imports.samples("kubernetes/cronjobs.yaml");

        Job mailer = plan.jobs().getFirst();
        assertThat(plan.jobs()).extracting(Job::id).containsExactly("invoice-mailer", "rotate");
        assertThat(mailer.trigger().zone().getId()).isEqualTo("Europe/Madrid");
        assertThat(((CommandAction) mailer.action()).command())
                .isEqualTo(new CommandLine.Program(List.of("/app/mail-invoices", "--since", "yesterday", "--price", "$(5)")));
        assertThat(((CommandAction) mailer.action()).environment()).isEqualTo(Map.of("SINCE", "yesterday", "FROM", "yesterday"));
        assertThat(mailer.policy().timeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(mailer.policy().misfireGrace()).isEqualTo(Duration.ofMinutes(10));
        assertThat(mailer.policy().retry().attempts()).isEqualTo(2);
        assertThat(Imports.warnings(plan.entries().getFirst())).anyMatch(text -> text.contains("registry.example/invoices:4.2"))
                .anyMatch(text -> text.contains("serviceAccountName") && text.contains("resources") && text.contains("env PASSWORD"));
        assertThat(plan.refused()).extracting(Imports::why).satisfiesExactly(
                why -> assertThat(why).contains("ConfigMap"), why -> assertThat(why).contains("nightly"));
        assertThat(plan.entries()).extracting(ImportEntry::line).containsExactly(1, 32, 50, 55);
    }

    @Test
    void aStepInADayFieldRestrictsItForKubernetes() {
        Job rotate = Imports.samples("kubernetes/cronjobs.yaml").jobs().get(1);

        assertThat(rotate.enabled()).isFalse();
        // odd days or Fridays; crontab would take it for Fridays on odd days
        assertThat(Imports.next(rotate.trigger(), 4)).containsExactly("2026-11-25T00:00", "2026-11-27T00:00", "2026-11-29T00:00", "2026-12-01T00:00");
        assertThat(((CommandAction) rotate.action()).command()).isEqualTo(new CommandLine.ShellLine("rotate /var/log", null));
        assertThat(((CommandAction) rotate.action()).environment()).isEqualTo(Map.of("LEVEL", "3"));
    }

    @Test
    void theSystemsCrontabHasAColumnForTheUser() {
        ImportPlan plan = Imports.samples("crontab/system.txt");

        assertThat(plan.jobs()).extracting(job -> job.action().summary()).containsExactly(
                "cd / && run-parts --report /etc/cron.hourly", "test -x /usr/bin/munin-cron && /usr/bin/munin-cron", "/usr/local/bin/warm-up");
        assertThat(Imports.warnings(plan.entries().get(5))).last().asString().contains("root");
        assertThat(plan.refused()).singleElement().extracting(Imports::why).asString().contains("command is missing");
    }

    @Test
    void theSameLineInTwoFilesBecomesTwoJobs() {
        ImportPlan plan = ImportPlan.of(List.of(Imports.file("a", "@daily ls\n"), Imports.file("b", "@daily ls\n")), null, Imports.DEFAULTS);

        assertThat(plan.jobs()).extracting(Job::id).doesNotHaveDuplicates().hasSize(2);
        assertThat(plan.entries()).extracting(ImportEntry::file).containsExactly("a", "b");
        assertThatThrownBy(() -> ImportPlan.of(List.of(
                Imports.file("a", "{\"format\":\"carillon/1\",\"jobs\":[" + JOB + "]}"),
                Imports.file("b", "format: carillon/1\njobs:\n- " + JOB + "\n")), null, Imports.DEFAULTS)).hasMessageContaining("same-id");
    }

    private static final String JOB = "{\"id\": \"same-id\", \"name\": \"A\", \"trigger\": {\"type\": \"cron\", \"expression\": \"@daily\"}, "
            + "\"action\": {\"type\": \"command\", \"command\": \"ls\"}}";
}

package org.carillon.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.job.CatchUp;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.job.SuccessRule;
import org.carillon.message.Language;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {
    private static final Job BACKUP = new Job("backup", "Nightly backup", "", "home", Set.of("disk"), true, cron("30 2 * * 1-5"),
            action(new CommandLine.ShellLine("rsync -a /data/ /backup/$(date +%F)", null), Map.of("LEVEL", "3")),
            Policy.DEFAULT.withJitter(Duration.ofMinutes(5)), Job.DEFAULT_EXECUTOR);

    @Test
    void aCrontabSaysSettingsOnceAndTheZoneWhereItDiffers() {
        Job report = Job.of("report", "Report", in("Asia/Shanghai", "0 9 * * *"),
                action(new CommandLine.Program(List.of("mail", "-s", "it's done", "ana")), Map.of("LEVEL", "3")));

        ExportPlan plan = export(ExportFormat.CRONTAB, report, BACKUP);

        assertThat(plan.text()).isEqualTo("""
                LEVEL=3

                RANDOM_DELAY=5
                # Nightly backup
                30 2 * * 1-5 rsync -a /data/ /backup/$(date +\\%F)

                CRON_TZ=Asia/Shanghai
                RANDOM_DELAY=0
                # Report
                0 9 * * * mail -s 'it'\\''s done' ana
                """);
        assertThat(plan.notes()).hasSize(2);
        assertThat(plan.entries().getFirst().warnings()).extracting(warning -> warning.in(Language.ENGLISH))
                .containsExactly("not carried over: the group", "not carried over: the tags");
    }

    @Test
    void aTimerAndAServiceSayAllOfAJob() {
        ExportPlan plan = export(ExportFormat.SYSTEMD, BACKUP);

        assertThat(plan.files()).extracting(ExportFile::name).containsExactly("backup.timer", "backup.service");
        assertThat(plan.files().getFirst().text()).isEqualTo("""
                [Unit]
                Description=Nightly backup

                [Timer]
                OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 02:30:00 Europe/Berlin
                Persistent=true
                RandomizedDelaySec=300s
                AccuracySec=1s

                [Install]
                WantedBy=timers.target

                [X-Carillon]
                Name=Nightly backup
                Group=home
                Tag=disk
                """);
        assertThat(plan.files().getLast().text()).isEqualTo("""
                [Unit]
                Description=Nightly backup

                [Service]
                Type=oneshot
                WorkingDirectory=~
                Environment=LEVEL=3
                ExecStart=/bin/sh -c "rsync -a /data/ /backup/$$(date +%%F)"
                TimeoutStartSec=infinity
                TimeoutStopSec=10s
                """);
    }

    @Test
    void aCronJobSaysWhatAClusterNeeds() {
        assertThat(export(ExportFormat.KUBERNETES, BACKUP.withPolicy(Policy.DEFAULT.withCatchUp(CatchUp.SKIP))).entries().getFirst().refusals())
                .extracting(why -> why.in(Language.ENGLISH)).containsExactly("what becomes of missed runs cannot be said there");
        ExportPlan plan = export(ExportFormat.KUBERNETES, BACKUP.withPolicy(Policy.DEFAULT.withTimeout(Duration.ofHours(1))));

        assertThat(plan.text()).isEqualTo("""
                apiVersion: batch/v1
                kind: CronJob
                metadata:
                  name: backup
                  annotations:
                    carillon.org/name: Nightly backup
                    carillon.org/group: home
                    carillon.org/tags: disk
                spec:
                  schedule: "30 2 * * 1-5"
                  timeZone: Europe/Berlin
                  concurrencyPolicy: Forbid
                  jobTemplate:
                    spec:
                      backoffLimit: 0
                      activeDeadlineSeconds: 3600
                      template:
                        spec:
                          restartPolicy: Never
                          terminationGracePeriodSeconds: 10
                          containers:
                            - name: job
                              image: busybox
                              command:
                                - /bin/sh
                                - "-c"
                                - "rsync -a /data/ /backup/$$(date +%F)"
                              env:
                                - name: LEVEL
                                  value: "3"
                """);
    }

    @ParameterizedTest
    @EnumSource(value = ExportFormat.class, names = {"CRONTAB", "SYSTEMD", "KUBERNETES"})
    void whatCannotBeSaidIsLeftOutByNameAndReason(ExportFormat format) {
        Job limited = BACKUP.withId("limited").withPolicy(Policy.DEFAULT.withMaxRuns(3L));

        ExportPlan plan = export(format, limited);

        assertThat(plan.refused()).singleElement().satisfies(entry -> {
            assertThat(entry.job()).isEqualTo(limited);
            assertThat(entry.refusals()).extracting(why -> why.in(Language.ENGLISH)).containsExactly("how often it runs in all cannot be said there");
        });
        assertThat(plan.text()).doesNotContain("rsync");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 0 L * * | CRONTAB | days of the month", "0 0 15W * * | SYSTEMD | weekday nearest",
        "0 0 */2 * 5 | KUBERNETES | certain weekday", "*/10 * * * * * | CRONTAB | seconds"})
    void theReasonNamesThePartOfTheSchedule(String expression, ExportFormat format, String named) {
        Policy policy = Policy.DEFAULT;

        assertThat(export(format, BACKUP.withPolicy(policy).withTrigger(cron(expression))).refused()).singleElement()
                .satisfies(entry -> assertThat(entry.refusals().getFirst().in(Language.ENGLISH)).contains(named));
    }

    @Test
    void crontabsDayRuleIsSaidInSystemdsWords() {
        assertThat(export(ExportFormat.SYSTEMD, BACKUP.withTrigger(cron("0 12 13 * 5"))).text())
                .contains("OnCalendar=*-*-13 12:00:00 Europe/Berlin\nOnCalendar=Fri *-*-* 12:00:00 Europe/Berlin\n");
        assertThat(export(ExportFormat.SYSTEMD, BACKUP.withTrigger(cron("0 12 * * 5L"))).text())
                .contains("OnCalendar=Fri *-*~01..07 12:00:00 Europe/Berlin\n");
    }

    /** What cron would hand to the shell prints the same as the program itself does. */
    @Test
    void aCommandInACrontabDoesTheSame(@TempDir Path directory) throws IOException, InterruptedException {
        List<String> words = List.of("printf", "%s|", "a b", "it's", "$HOME", "50%", "\\%", "\"x\"", "*", "每天", "`id`");
        CommandAction action = new CommandAction(new CommandLine.Program(words), directory.toString(), Map.of("A", "it's $B %"), "", StandardCharsets.UTF_8,
                SuccessRule.DEFAULT);
        Job again = ImportPlan.ofCrontab(export(ExportFormat.CRONTAB, Job.of("a", "A", cron("0 3 * * *"), action)).text(), Imports.DEFAULTS)
                .jobs().getFirst();

        String line = ((CommandAction) again.action()).command().text() + "; printf '%s' \"$A\"; pwd";
        Process process = new ProcessBuilder("/bin/sh", "-c", line).start();
        process.getOutputStream().close();

        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        String value = again.action() instanceof CommandAction command && command.environment().containsKey("A") ? "" : "it's $B %";
        assertThat(printed).isEqualTo(String.join("|", words.subList(2, words.size())) + "|" + value + directory.toRealPath() + "\n");
    }

    private static ExportPlan export(ExportFormat format, Job... jobs) {
        return ExportPlan.of(List.of(jobs), format, Imports.DEFAULTS, "busybox");
    }

    private static Trigger cron(String expression) {
        return CronTrigger.parse(expression, null, Imports.DEFAULTS);
    }

    private static Trigger in(String zone, String expression) {
        return CronTrigger.parse(expression, null, new TriggerDefaults(ZoneId.of(zone), Imports.NOW, ""));
    }

    private static CommandAction action(CommandLine command, Map<String, String> environment) {
        return new CommandAction(command, null, environment, "", StandardCharsets.UTF_8, SuccessRule.DEFAULT);
    }
}

package org.carillon.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.carillon.interchange.ImportEntry.Becomes;
import org.carillon.interchange.ImportEntry.Nothing;
import org.carillon.interchange.ImportEntry.Refused;
import org.carillon.interchange.ImportEntry.Sets;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine.ShellLine;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.job.Policy;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.TriggerDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrontabReaderTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(ZONE, Instant.parse("2026-11-23T12:00:00Z"), "seed");

    @Test
    void whatJobsDoOtherThanCronIsToldOnce() {
        ImportPlan plan = ImportPlan.ofCrontab("# mine\n61 * * * * never\n@daily a\n@daily b\n", DEFAULTS);

        assertThat(plan.entries().get(2).warnings()).extracting(warning -> warning.in(Language.ENGLISH)).singleElement().asString()
                .contains("missed", "still runs", "cron does neither");
        assertThat(plan.entries().get(3).warnings()).isEmpty();
        assertThat(plan.jobs()).allMatch(job -> job.policy().equals(Policy.DEFAULT));
    }

    @Test
    void theSampleBecomesElevenJobsAndTwoRefusals() throws IOException {
        ImportPlan plan = ImportPlan.ofCrontab(sample(), DEFAULTS);

        assertThat(plan.entries()).hasSize(21);
        assertThat(plan.entries()).extracting(ImportEntry::text).containsExactlyElementsOf(sample().lines().toList());
        assertThat(plan.jobs()).extracting(Job::name).containsExactly(
                "rsync -a --delete /home/ana/…",
                "date +%H:%M",
                "echo \"stand-up in 15 minutes\"",
                "find /var/tmp -maxdepth 1 -name '*.old' -mtime…",
                "echo \"every 13th, and every Friday\"",
                "echo \"leap day\"",
                "tar czf /var/tmp/etc-$(date +%F).tgz…",
                "echo \"booted\"",
                "mail -s report ana@example.org",
                "echo \"in Berlin\"",
                "echo \"never\"");
        assertThat(plan.refused()).extracting(ImportEntry::line).containsExactly(19, 20);
        assertThat(plan.jobs()).extracting(Job::id).doesNotHaveDuplicates();
    }

    @Test
    void aZeroCharacterRefusesItsLineAlone() {
        ImportPlan plan = ImportPlan.ofCrontab("0 3 * * * echo \0\n0 4 * * * echo\n", DEFAULTS);

        assertThat(plan.refused()).extracting(ImportEntry::line).containsExactly(1);
        assertThat(plan.jobs()).extracting(Job::name).containsExactly("echo");
    }

    @Test
    void aRefusalNamesTheMistakeAndItsCharacters() throws IOException {
        List<ImportEntry> refused = ImportPlan.ofCrontab(sample(), DEFAULTS).refused();

        assertThat(marked(refused.get(0))).isEqualTo("echo");
        assertThat(marked(refused.get(1))).isEqualTo("61");
        assertThat(((Refused) refused.get(1).outcome()).why().in(Language.ENGLISH)).contains("0").contains("59");
    }

    @Test
    void settingsHoldForTheLinesBelow() throws IOException {
        ImportPlan plan = ImportPlan.ofCrontab(sample(), DEFAULTS);

        CommandAction first = action(plan.jobs().getFirst());
        assertThat(first.command()).isEqualTo(new ShellLine("rsync -a --delete /home/ana/ /var/tmp/backup/ana/", "/bin/bash"));
        assertThat(first.environment()).isEqualTo(
                Map.of("SHELL", "/bin/bash", "PATH", "/usr/local/bin:/usr/bin:/bin", "LANG", "en_US.UTF-8"));
        assertThat(plan.jobs().getFirst().trigger().zone()).isEqualTo(ZONE);
        assertThat(job(plan, "echo \"in Berlin\"").trigger().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(entry(plan, 4).outcome()).isEqualTo(new Sets("MAILTO", "ana@example.org"));
        assertThat(words(entry(plan, 4))).singleElement().asString().contains("MAILTO is not carried over");
    }

    @Test
    void percentSignsBecomeInput() throws IOException {
        ImportPlan plan = ImportPlan.ofCrontab(sample(), DEFAULTS);

        CommandAction mail = action(job(plan, "mail -s report ana@example.org"));
        assertThat(mail.command().text()).isEqualTo("mail -s report ana@example.org");
        assertThat(mail.stdin()).isEqualTo("Dear Ana,\nhere is the report.\n");
        CommandAction date = action(job(plan, "date +%H:%M"));
        assertThat(date.command().text()).isEqualTo("/usr/bin/env date +%H:%M >> /var/tmp/heartbeat.txt");
        assertThat(date.stdin()).isEmpty();
    }

    @Test
    void whatNeverRunsAndWhatRunsAtTheStartIsSaid() throws IOException {
        ImportPlan plan = ImportPlan.ofCrontab(sample(), DEFAULTS);

        assertThat(words(entry(plan, 21))).singleElement().asString().contains("never run");
        assertThat(words(entry(plan, 15))).singleElement().asString().contains("Carillon starts");
        assertThat(((CronTrigger) job(plan, "echo \"booted\"").trigger()).isReboot()).isTrue();
        assertThat(words(entry(plan, 14))).isEmpty();
    }

    @Test
    void aSecondReadingFindsTheSameIds() throws IOException {
        List<String> first = ids(sample());

        assertThat(ids(sample())).isEqualTo(first);
        assertThat(ids(sample().replace("0 3 * * *            rsync", "0\t3 * * * rsync").replace("MAILTO", "# MAILTO"))).isEqualTo(first);
        assertThat(ids(sample().replace("0 3 * * *            rsync", "0 4 * * * rsync"))).isNotEqualTo(first).endsWith(first.getLast());
    }

    @Test
    void linesThatAreTheSameAreNumbered() {
        List<String> ids = ids("* * * * * true\n* * * * * true\n* * * * * true\n");

        assertThat(ids).hasSize(3);
        assertThat(ids.get(1)).isEqualTo(ids.getFirst() + "-2");
        assertThat(ids.get(2)).isEqualTo(ids.getFirst() + "-3");
    }

    @Test
    void theJobsAreFitForTheFormat() throws IOException {
        List<Job> jobs = ImportPlan.ofCrontab(sample(), DEFAULTS).jobs();

        assertThat(ImportPlan.ofJobs(JobJson.writeFile(jobs), DEFAULTS).jobs()).isEqualTo(jobs);
    }

    @Test
    void theCommentAboveDescribesAJob() {
        assertThat(read("# Saves the photos\n0 3 * * * save\n").jobs().getFirst().description()).isEqualTo("Saves the photos");
        assertThat(read("# Saves the photos\n\n0 3 * * * save\n").jobs().getFirst().description()).isEmpty();
        assertThat(read("# m h  dom mon dow   command\n0 3 * * * save\n").jobs().getFirst().description()).isEmpty();
        assertThat(read("#0 4 * * * save --all\n0 3 * * * save\n").jobs().getFirst().description()).isEmpty();
    }

    @Test
    void anUnknownZoneRefusesTheLinesBelowIt() {
        ImportPlan plan = read("CRON_TZ=Mars/Base\n0 3 * * * a\nCRON_TZ=UTC\n0 3 * * * b\n");

        assertThat(plan.jobs()).extracting(Job::name).containsExactly("b");
        assertThat(marked(plan.entries().getFirst())).isEqualTo("Mars/Base");
        assertThat(plan.refused()).extracting(ImportEntry::line).containsExactly(1, 2);
        assertThat(((Refused) plan.refused().getLast().outcome()).why().in(Language.CHINESE)).contains("第 1 行");
    }

    @Test
    void aRandomDelayBecomesJitter() {
        ImportPlan plan = read("0 3 * * * a\nRANDOM_DELAY=45\n0 3 * * * b\n");

        assertThat(plan.jobs()).extracting(job -> job.policy().jitter()).containsExactly(Duration.ZERO, Duration.ofMinutes(45));
    }

    @Test
    void theHomeOfTheCrontabIsWhereItRuns() {
        assertThat(action(read("HOME=/srv/app\n0 3 * * * a\n").jobs().getFirst()).workingDirectory()).isEqualTo("/srv/app");
        assertThat(action(read("0 3 * * * a\n").jobs().getFirst()).workingDirectory()).isNull();
    }

    @Test
    void aScheduleAloneIsRefused() {
        assertThat(read("0 3 * * *\n@daily\n@daily %input\n").refused()).hasSize(3);
        assertThat(read("hello\n").refused()).hasSize(1);
        assertThat(read("@weekday true\n").refused()).singleElement()
                .satisfies(entry -> assertThat(marked(entry)).isEqualTo("@weekday"));
    }

    @Test
    void nothingBecomesOfNothing() {
        assertThat(read("").entries()).isEmpty();
        assertThat(read("\n   \n\t# only\n").entries()).extracting(ImportEntry::outcome)
                .containsOnly(new Nothing()).hasSize(3);
        assertThat(read("\uFEFF0 3 * * * a\r\n").jobs()).singleElement()
                .satisfies(job -> assertThat(action(job).command().text()).isEqualTo("a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
        "A=b|A|b",
        " A = b c |A|b c",
        "A=\" b \"|A| b ",
        "A=' b \" '|A| b \" ",
        "\"A B\"=c|A B|c",
        "A=\"\"|A|",
        "A=a=b|A|a=b",
        "A=\"b\" c|A|\"b\" c",
        "A=it's|A|it's",
        "PATH=$HOME/bin:/bin|PATH|$HOME/bin:/bin",
    })
    void assignmentsAreReadAsCronReadsThem(String line, String name, String value) {
        assertThat(read(line).entries().getFirst().outcome()).isEqualTo(new Sets(name, value == null ? "" : value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "* * * * * A=b run | A=b run",
        "* * * * *  run A = b | run A = b",
        "@daily  A=b run | A=b run",
    })
    void anAssignmentInACommandIsPartOfIt(String line, String command) {
        assertThat(action(read(line).jobs().getFirst()).command().text()).isEqualTo(command);
    }

    private static String marked(ImportEntry entry) {
        Refused refused = (Refused) entry.outcome();
        return entry.text().substring(refused.from(), refused.to());
    }

    private static List<String> words(ImportEntry entry) {
        return entry.warnings().stream().map(Message::toString).toList();
    }

    private static ImportEntry entry(ImportPlan plan, int line) {
        return plan.entries().get(line - 1);
    }

    private static Job job(ImportPlan plan, String name) {
        return plan.entries().stream().map(ImportEntry::outcome)
                .filter(Becomes.class::isInstance).map(outcome -> ((Becomes) outcome).job())
                .filter(job -> job.name().equals(name)).findFirst().orElseThrow();
    }

    private static CommandAction action(Job job) {
        return (CommandAction) job.action();
    }

    private static List<String> ids(String crontab) {
        return read(crontab).jobs().stream().map(Job::id).toList();
    }

    private static ImportPlan read(String crontab) {
        return ImportPlan.ofCrontab(crontab, DEFAULTS);
    }

    private static String sample() throws IOException {
        try (InputStream in = CrontabReaderTest.class.getResourceAsStream("crontab.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

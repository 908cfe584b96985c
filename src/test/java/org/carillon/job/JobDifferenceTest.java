package org.carillon.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.message.Language;
import org.carillon.store.Samples;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.TriggerDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobDifferenceTest {
    private static final Job JOB = Samples.job("a");

    private static List<JobDifference> between(Job before, Job after) {
        return JobDifference.between(before, after, Language.ENGLISH);
    }

    @Test
    void equalJobsDoNotDiffer() {
        assertThat(between(JOB, JOB)).isEmpty();
    }

    @Test
    void whatWasChangedIsNamedWithWhatItWasAndIs() {
        Job after = JOB.withName("Other").withTags(new LinkedHashSet<>(List.of("x", "y"))).withEnabled(false)
                .withPolicy(Policy.DEFAULT.withTimeout(Duration.ofMinutes(90)));
        assertThat(between(JOB, after)).containsExactly(new JobDifference("name", "", "Job a", "Other"),
                new JobDifference("tags", "", "", "x y"), new JobDifference("enabled", "", "yes", "no"),
                new JobDifference("timeout", "", "", "1h30m"));
        assertThat(between(JOB, after)).extracting(difference -> difference.name(Language.ENGLISH))
                .containsExactly("Name", "Tags", "Not paused", "Time limit");
    }

    @Test
    void aScheduleIsSaidInWords() {
        Job after = JOB.withTrigger(CronTrigger.parse("0 3 * * *", null, new TriggerDefaults(JOB.trigger().zone(), Samples.NOON, "a")));
        assertThat(between(JOB, after)).containsExactly(new JobDifference("trigger", "", "Every 5 minutes", "Every day at 03:00"));
    }

    @Test
    void theSameScheduleWrittenInAnotherWayIsADifference() {
        TriggerDefaults defaults = new TriggerDefaults(JOB.trigger().zone(), Samples.NOON, "a");
        Job named = JOB.withTrigger(CronTrigger.parse("0 9 * * MON-FRI", null, defaults));
        Job numbered = JOB.withTrigger(CronTrigger.parse("0 9 * * 1-5", null, defaults));
        assertThat(named).isEqualTo(numbered);
        assertThat(between(named, numbered)).singleElement().satisfies(each -> assertThat(each.after()).contains("0 9 * * 1-5"));
    }

    @Test
    void variablesAreComparedOneByOne() {
        Job before = JOB.withAction(withVariables(Map.of("A", "1")));
        Job after = JOB.withAction(withVariables(Map.of("A", "2", "B", "3")));
        assertThat(between(before, after)).containsExactlyInAnyOrder(
                new JobDifference("environment", "A", "1", "2"), new JobDifference("environment", "B", "", "3"));
        assertThat(between(before, after)).extracting(difference -> difference.name(Language.ENGLISH)).contains("Variable A");
    }

    private static Action withVariables(Map<String, String> variables) {
        CommandAction own = (CommandAction) JOB.action();
        return new CommandAction(own.command(), null, variables, "", own.encoding(), own.success());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFieldOfEveryKindOfWorkHasAName(Language language) {
        Set<Action> actions = Set.of(JOB.action(),
                new CommandAction(new CommandLine.ShellLine("true", "/bin/bash"), "/tmp", Map.of("A", "1"), "in", StandardCharsets.UTF_16,
                        new SuccessRule(Set.of(0, 3), "oops")),
                new HttpAction("POST", "http://127.0.0.1/", Map.of("A", "b"), "body", Set.of(204)),
                new SqlAction("jdbc:h2:mem:a", "sa", "secret", "SELECT 1", "driver.jar"),
                new EmailAction("host", 25, MailSecurity.NONE, "user", "secret", "a@b.example", List.of("c@d.example"), List.of("e@f.example"), "subject", "text"));
        for (Action one : actions) {
            for (Action other : actions) {
                assertThat(JobDifference.between(JOB.withAction(one), JOB.withAction(other).withPolicy(Policy.DEFAULT.withMaxRuns(3L)), language))
                        .allSatisfy(difference -> assertThat(difference.name(language)).isNotBlank().doesNotContain("job.field"));
            }
        }
    }
}

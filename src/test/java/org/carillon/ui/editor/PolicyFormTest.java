package org.carillon.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.carillon.job.CatchUp;
import org.carillon.job.OnInterrupted;
import org.carillon.job.OnOrphans;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.job.Retry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFormTest {
    private final PolicyForm form = new PolicyForm();

    @Test
    void aNewFormHoldsTheDefaults() {
        assertThat(form.problems()).isEmpty();
        assertThat(form.policy()).isEqualTo(Policy.DEFAULT);
    }

    @Test
    void everyPartOfAPolicyIsKept() {
        Policy policy = new Policy(Duration.ofMinutes(90), Duration.ofSeconds(3), new Retry(3, Duration.ofSeconds(5), 1.5, Duration.ofMinutes(10), Duration.ofSeconds(2)), 4,
                Overlap.QUEUE, Duration.ofMinutes(5), new CatchUp.All(Duration.ofDays(2), Duration.ofSeconds(1)), OnInterrupted.RERUN,
                Duration.ofSeconds(7), 2, 100L, true, 50, Duration.ofDays(30)).withOrphans(OnOrphans.LEAVE);

        form.show(policy);

        assertThat(form.problems()).isEmpty();
        assertThat(form.policy()).isEqualTo(policy);
    }

    @Test
    void theWaitsOfARetryAreKeptWhileThereAreNone() {
        Policy policy = Policy.DEFAULT.withRetry(new Retry(0, Duration.ofSeconds(9), 2, Duration.ofHours(3)));

        form.show(policy);
        form.backoff().amount().set("nonsense that is not shown");

        assertThat(form.problems()).isEmpty();
        assertThat(form.policy()).isEqualTo(policy);
    }

    @Test
    void anEmptyTimeLimitMeansNone() {
        form.show(Policy.DEFAULT.withTimeout(Duration.ofMinutes(5)));

        form.timeout().amount().set("");

        assertThat(form.policy().timeout()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1001", "1.5"})
    void atLeastOneRunAtATimeMustBeAllowed(String text) {
        form.maxInstances().set(text);

        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.MAX_INSTANCES && !problem.pending());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "0", "x", ""})
    void theWaitBetweenRetriesNeverShrinks(String text) {
        form.attempts().set("2");
        form.factor().set(text);

        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.FACTOR);
    }

    @Test
    void theWindowOfMissedRunsMattersOnlyWhereAllOfThemRun() {
        form.catchUpWindow().amount().set("0");
        assertThat(form.problems()).isEmpty();

        form.missed().set(PolicyForm.Missed.ALL);
        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.CATCH_UP_WINDOW);
    }

    @Test
    void itsTurnItsEndAndWhatIsKeptAreSeenAndSet() {
        form.show(Policy.DEFAULT.withPriority(2).withJitter(Duration.ofSeconds(7)).withMaxRuns(100L).withRemoveWhenDone(true)
                .withKeepRuns(50).withKeepFor(Duration.ofDays(30)).withKeepMegabytes(64));
        assertThat(form.turn().priority().get()).isEqualTo(2);
        assertThat(form.turn().jitter().amount().get()).isEqualTo("7");
        assertThat(form.end().maxRuns().text().get()).isEqualTo("100");
        assertThat(form.keep().runs().text().get()).isEqualTo("50");
        assertThat(form.keep().megabytes().text().get()).isEqualTo("64");

        form.turn().priority().set(9);
        form.end().maxRuns().text().set("");
        form.keep().runs().text().set("12");
        form.keep().time().amount().set("");

        Policy policy = form.policy();
        assertThat(policy.priority()).isEqualTo(9);
        assertThat(policy.maxRuns()).isNull();
        assertThat(policy.keepRuns()).isEqualTo(12);
        assertThat(policy.keepFor()).isNull();
        assertThat(policy.keepMegabytes()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "many", "1.5", "9999999999"})
    void whatIsKeptIsAWholeNumberOrLeftToTheSettings(String text) {
        form.keep().runs().text().set(text);

        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.KEEP_RUNS && !problem.pending());
    }

    @Test
    void mistakesInItsTurnAndItsEndAreEachAtTheirField() {
        form.end().maxRuns().text().set("0");
        form.turn().jitter().amount().set("soon");

        assertThat(form.problems()).extracting(Problem::field).containsExactly(Field.JITTER, Field.MAX_RUNS);
    }
}

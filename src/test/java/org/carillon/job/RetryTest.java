package org.carillon.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.carillon.message.Language;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.IntervalTrigger;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final Retry EXACT = new Retry(5, Duration.ofSeconds(30), 2, Duration.ofMinutes(1));
    private static final Retry JITTERED = new Retry(5, Duration.ofSeconds(30), 2, Duration.ofMinutes(1), Duration.ofSeconds(10));

    @Test
    void aWaitGrowsToTheLongestOneAndNoFurther() {
        Random random = new Random(1);
        assertThat(IntStream.rangeClosed(2, 4).mapToObj(number -> EXACT.waitBefore(number, random)))
                .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(60));
    }

    @Test
    void withJitterEachWaitIsUpToSoMuchLonger() {
        Random random = new Random(1);
        List<Duration> waits = IntStream.range(0, 500).mapToObj(i -> JITTERED.waitBefore(4, random)).toList();
        assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofSeconds(60)) >= 0 && wait.compareTo(Duration.ofSeconds(70)) <= 0);
        assertThat(waits).anyMatch(wait -> wait.compareTo(Duration.ofSeconds(62)) < 0).anyMatch(wait -> wait.compareTo(Duration.ofSeconds(68)) > 0);
    }

    @Test
    void aJitterBelowZeroIsRefused() {
        assertThatThrownBy(() -> new Retry(1, Duration.ZERO, 1, Duration.ZERO, Duration.ofSeconds(-1))).isInstanceOf(FormatException.class);
    }

    @Test
    void aChangedJitterIsToldApartFromThatOfTheRuns() {
        Job job = Job.of("a", "a", new IntervalTrigger(Duration.ofHours(1), Instant.EPOCH, null, ZoneOffset.UTC, ClockChange.ONCE),
                CommandAction.of(new CommandLine.ShellLine("true", null)));
        assertThat(JobDifference.between(job.withPolicy(Policy.DEFAULT.withRetry(EXACT)), job.withPolicy(Policy.DEFAULT.withRetry(JITTERED)), Language.ENGLISH))
                .extracting(difference -> difference.name(Language.ENGLISH) + ": " + difference.after())
                .containsExactly("Random delay of a retry: 10s");
    }
}

package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jenkins' {@code H}. */
class CronHashTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theSameJobAlwaysHasTheSameTime() {
        assertThat(cron("H H * * *", "backup")).isEqualTo(cron("H H * * *", "backup"));
        assertThat(cron("H H * * *", "nightly-backup").next(NOW)).isEqualTo("2026-01-01T23:27:00Z");
    }

    @Test
    void jobsAreSpreadOverAllValues() {
        Set<Integer> minutes = new TreeSet<>();
        IntStream.range(0, 1000).forEach(job -> minutes.add(minute(cron("H * * * *", "job-" + job).next(NOW))));
        assertThat(minutes).hasSize(60);
    }

    @Test
    void theFieldsOfAJobDifferFromEachOther() {
        assertThat(IntStream.range(0, 100).filter(job -> {
            LocalDateTime next = LocalDateTime.ofInstant(cron("H H H * *", "job-" + job).next(NOW), ZoneOffset.UTC);
            return next.getMinute() == next.getHour() && next.getHour() == next.getDayOfMonth();
        }).count()).isLessThan(5);
    }

    @Test
    void theHashedDayExistsInEveryMonth() {
        for (int job = 0; job < 200; job++) {
            List<Instant> runs = Vectors.runs(cron("0 0 H * *", "job-" + job), NOW, 12);
            assertThat(runs).extracting(run -> LocalDateTime.ofInstant(run, ZoneOffset.UTC).getMonthValue())
                    .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        }
    }

    @Test
    void aStepIsShiftedByTheHash() {
        for (int job = 0; job < 50; job++) {
            List<Instant> runs = Vectors.runs(cron("H/15 * * * *", "job-" + job), NOW, 4);
            assertThat(runs).extracting(CronHashTest::minute).allMatch(minute -> minute % 15 == minute(runs.getFirst()));
            assertThat(minute(runs.getFirst())).isLessThan(15);
        }
    }

    @Test
    void aRangeIsKept() {
        for (int job = 0; job < 100; job++) {
            LocalDateTime next = LocalDateTime.ofInstant(cron("0 H(9-11) * * *", "job-" + job).next(NOW), ZoneOffset.UTC);
            assertThat(next.getHour()).isBetween(9, 11);
        }
    }

    @Test
    void aHashedFieldDoesNotStartWithAStar() {
        assertThat(cron("H H * * *", "job").isElapsed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H(5) * * * *", "H(0-60) * * * *", "H(9-5) * * * *", "H( * * * *", "H/ * * * *", "H/0 * * * *", "H/61 * * * *", "H5 * * * *"})
    void whatIsNoHashIsRefused(String expression) {
        assertThatThrownBy(() -> cron(expression, "job")).isInstanceOf(TriggerException.class);
    }

    private static int minute(Instant run) {
        return LocalDateTime.ofInstant(run, ZoneOffset.UTC).getMinute();
    }

    private static CronTrigger cron(String expression, String job) {
        return CronTrigger.parse(expression, Dialect.UNIX, new TriggerDefaults(ZoneOffset.UTC, NOW, job));
    }
}

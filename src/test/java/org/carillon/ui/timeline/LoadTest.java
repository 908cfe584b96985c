package org.carillon.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.carillon.engine.JobStatus;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.ui.fx.LiveScheduler;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:30:00Z");

    @Test
    void everyHourOfTheComingWeekIsCounted() {
        Load load = Load.of(List.of(job("often", "*/10 * * * *"), job("daily", "20 12 * * *")), NOW, LiveScheduler.ZONE);
        assertThat(load.hours()).hasSize(168);
        assertThat(load.hours().get(0)).satisfies(hour -> {
            assertThat(hour.begins().getHour()).isEqualTo(11);
            // only from the next run on
            assertThat(hour.runs()).isEqualTo(2);
        });
        assertThat(load.hours().get(1)).satisfies(hour -> {
            assertThat(hour.runs()).isEqualTo(7);
            assertThat(hour.jobs()).isEqualTo(2);
        });
    }

    @Test
    void whatBeginsInTheSameMinuteIsNamedTheFullestFirst() {
        Load load = Load.of(List.of(job("A", "0 3 * * *"), job("B", "0 3 * * *"), job("C", "0 3 * * MON"), job("D", "5 4 * * *")), NOW, LiveScheduler.ZONE);
        assertThat(load.collisions()).hasSize(7);
        assertThat(load.collisions().getFirst()).isEqualTo(new Load.Collision(Instant.parse("2026-11-30T02:00:00Z"), 3, List.of("A", "B", "C")));
        assertThat(load.collisions().get(1).at()).isEqualTo(Instant.parse("2026-11-25T02:00:00Z"));
    }

    @Test
    void aJobThatRunsEverySecondCountsOnceAMinuteAndCollidesNotWithItself() {
        Load load = Load.of(List.of(job("second", "* * * * * *")), NOW, LiveScheduler.ZONE);
        assertThat(load.hours().get(5).runs()).isEqualTo(60);
        assertThat(load.collisions()).isEmpty();
    }

    @Test
    void theHourThatTheClocksRepeatIsThereTwice() {
        Instant october = Instant.parse("2026-10-24T10:00:00Z");
        assertThat(Load.of(List.of(), october, LiveScheduler.ZONE).hours()).hasSize(169);
    }

    @Test
    void howFullAnHourIsIsSaidBetweenTheEmptiestWholeHourAndTheFullest() {
        Load load = Load.of(List.of(job("often", "*/2 * * * *"), job("hourly", "15 */2 * * *"), job("daily", "25 12 * * *")), NOW, LiveScheduler.ZONE);
        List<Integer> steps = load.hours().stream().map(hour -> load.step(hour, 4)).toList();
        // 30 or 31 runs an hour, 32 once a day
        assertThat(steps).contains(1, 3, 4);
        assertThat(steps.getFirst()).isEqualTo(1);
        Load even = Load.of(List.of(job("often", "*/2 * * * *")), NOW, LiveScheduler.ZONE);
        assertThat(even.step(even.hours().get(5), 4)).isEqualTo(2);
        Load none = Load.of(List.of(), NOW, LiveScheduler.ZONE);
        assertThat(none.step(none.hours().get(5), 4)).isZero();
    }

    @Test
    void aPausedJobIsNoLoad() {
        JobStatus paused = new JobStatus("p", job("p", "0 3 * * *").job(), null, null, 0, null);
        assertThat(Load.of(List.of(paused, paused), NOW, LiveScheduler.ZONE).collisions()).isEmpty();
    }

    private static JobStatus job(String name, String expression) {
        Job job = Job.of(name.toLowerCase(Locale.ROOT), name, LiveScheduler.cron(name, expression), CommandAction.of(new CommandLine.ShellLine("true", null)));
        return new JobStatus(name, job, job.trigger().next(NOW), null, 0, null);
    }
}

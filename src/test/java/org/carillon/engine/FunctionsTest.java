package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.carillon.action.Tasks;
import org.carillon.job.JavaAction;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.ConflictException;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.carillon.store.jdbc.H2JobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FunctionsTest {
    private final AtomicInteger count = new AtomicInteger();

    @Test
    void aJobCanBeAFunction() {
        try (ManualScheduler scheduler = ManualScheduler.builder(Bench.START).build()) {
            scheduler.start();
            scheduler.add("count", Bench.cron("*/10 * * * *"), run -> count.incrementAndGet());
            scheduler.modify("count", job -> job.withPolicy(Policy.DEFAULT.withMaxRuns(3L)).withName("Counting"));
            scheduler.advance(Duration.ofDays(1));
            assertThat(count).hasValue(3);
            assertThat(scheduler.runs(RunQuery.newest(10))).extracting(Run::jobName).contains("Counting");
        }
    }

    @Test
    void aFunctionThatThrowsIsAFailedRunThatSaysWhy() {
        try (ManualScheduler scheduler = ManualScheduler.builder(Bench.START).build()) {
            scheduler.start();
            scheduler.add("bad", Bench.at(Bench.START), run -> {
                throw new IllegalStateException("no stock");
            });
            scheduler.advance(Duration.ZERO);
            Run run = scheduler.runs(RunQuery.newest(1)).getFirst();
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.reason().detail()).contains("no stock");
        }
    }

    @Test
    void aFunctionIsForgottenWithItsJob() {
        Tasks tasks = new Tasks();
        Functions functions = new Functions(tasks);
        Job job = functions.job("a", Bench.at(Bench.START), run -> { });
        String name = ((JavaAction) job.action()).task();
        assertThat(tasks.problemWith(name)).isEmpty();
        functions.forget(job);
        assertThat(tasks.problemWith(name)).isPresent();
    }

    @Test
    void aJobOfTheSameIdHasItsOwnFunction() {
        try (ManualScheduler scheduler = ManualScheduler.builder(Bench.START).build()) {
            scheduler.start();
            scheduler.add("a", Bench.at(Bench.START.plusSeconds(90)), run -> count.addAndGet(1));
            assertThatThrownBy(() -> scheduler.add("a", Bench.cron("* * * * *"), run -> { })).isInstanceOf(ConflictException.class);
            scheduler.remove("a");
            scheduler.add("a", Bench.at(Bench.START.plusSeconds(1)), run -> count.addAndGet(100));
            scheduler.advance(Duration.ofMinutes(2));
            assertThat(count.get()).isEqualTo(100);
        }
    }

    @Test
    void aDurableStoreRefusesAFunctionAndSaysWhatToDo(@TempDir Path directory) {
        try (JobStore store = H2JobStore.open(directory);
                ManualScheduler scheduler = ManualScheduler.builder(Bench.START).store(store).build()) {
            assertThatThrownBy(() -> scheduler.add("a", Bench.at(Bench.START), run -> { }))
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("SchedulerBuilder.task");
            assertThat(scheduler.jobs()).isEmpty();
        }
    }

    @Test
    void aJobWhoseFunctionThisProgramDoesNotHaveIsBrokenUntilOneHasIt(@TempDir Path directory) {
        Job job = Job.of("a", "A", Bench.cron("0 * * * *"), JavaAction.of("count", Map.of("by", 5)));
        try (JobStore store = H2JobStore.open(directory)) {
            try (ManualScheduler first = withCount(store, 0)) {
                first.add(job);
            }
            try (ManualScheduler other = ManualScheduler.builder(Bench.START).store(store).build()) {
                other.start();
                other.advance(Duration.ofHours(3));
                JobStatus status = other.job("a").orElseThrow();
                assertThat(status.isBroken()).isTrue();
                assertThat(status.problem().toString()).contains("count");
                assertThat(other.json("a")).hasValueSatisfying(json -> assertThat(json).contains("\"by\":5"));
                assertThatThrownBy(() -> other.start("a")).isInstanceOf(NoSuchException.class);
            }
            try (ManualScheduler again = withCount(store, 3)) {
                again.start();
                assertThat(again.job("a").orElseThrow().job()).isEqualTo(job);
                again.advance(Duration.ofHours(1));
                assertThat(count).hasValue(10);
            }
        }
    }

    private ManualScheduler withCount(JobStore store, int hoursLater) {
        return ManualScheduler.builder(Bench.START.plusSeconds(hoursLater * 3600L + 60)).store(store)
                .task("count", run -> count.addAndGet(run.arguments().get("by").asInt())).build();
    }
}

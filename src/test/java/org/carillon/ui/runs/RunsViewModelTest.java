package org.carillon.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.carillon.engine.WhenExists;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.RunQuery;
import org.carillon.ui.fx.LiveScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunsViewModelTest {
    @TempDir
    Path directory;

    private LiveScheduler live;
    private RunsViewModel model;

    @BeforeEach
    void open() {
        live = new LiveScheduler(directory);
        live.scheduler.addAll(List.of(
                LiveScheduler.yearly("good", "Good", "true"),
                LiveScheduler.yearly("bad", "Bad", "exit 1"),
                LiveScheduler.yearly("slow", "Slow", "sleep 60")), WhenExists.REFUSE);
        model = new RunsViewModel(live.scheduler, live.feed, live.background, live.clock, live.times, live.dialogs);
        model.active().set(true);
    }

    @AfterEach
    void close() {
        model.close();
        live.close();
    }

    @Test
    void whatHasRunIsThereNewestFirst() throws InterruptedException {
        long first = run("good");
        long second = run("bad");
        live.until(() -> ids().equals(List.of(second, first)));
        live.until(() -> state(second) == RunState.FAILED);
    }

    @Test
    void aRunIsFollowedInItsRow() {
        long id = live.scheduler.start("slow");
        live.until(() -> ids().contains(id) && state(id) == RunState.RUNNING);
        RunRow row = model.rows().getFirst();
        assertThat(RunsViewModel.canStop(row.run().get())).isTrue();
        model.stop(row.run().get());
        live.until(() -> row.run().get().state() == RunState.CANCELLED);
        assertThat(model.rows()).containsExactly(row);
        assertThat(RunsViewModel.canRepeat(row.run().get())).isTrue();
    }

    @Test
    void runsAreFilteredByTagAndTimeAndSortedByWhatTheyTook() throws InterruptedException {
        live.scheduler.add(LiveScheduler.yearly("nap", "Nap", "sleep 0.3", "tagged"));
        long nap = run("nap");
        long good = run("good");
        long bad = run("bad");
        live.until(() -> ids().equals(List.of(bad, good, nap)));
        model.choice().tag().set("tagged");
        live.until(() -> ids().equals(List.of(nap)));
        model.choice().tag().set("unknown");
        live.until(() -> ids().isEmpty());
        model.choice().tag().set(null);
        model.choice().time().set(TimeFilter.HOUR);
        live.until(() -> ids().size() == 3);
        model.choice().descending().set(true);
        model.choice().sort().set(RunSort.DURATION);
        live.until(() -> ids().size() == 3 && ids().getFirst() == nap);
        long late = run("good");
        live.until(() -> model.waiting().get() == 1);
        model.showNewer();
        live.until(() -> ids().contains(late));
        model.choice().sort().set(RunSort.NEWEST);
        model.choice().descending().set(false);
        live.until(() -> ids().equals(List.of(late, bad, good, nap)));
    }

    @Test
    void allRunsThatPassAreExportedWithTheirFields() throws Exception {
        live.scheduler.add(LiveScheduler.yearly("odd", "Odd, \"quoted\"", "exit 3"));
        run("odd");
        run("good");
        RunFilter all = new RunFilter(null, Set.of(), null);
        Path csv = directory.resolve("runs.csv");
        assertThat(new RunExport(live.scheduler, all, LiveScheduler.ZONE).write(csv)).isEqualTo(2);
        assertThat(Files.readAllLines(csv)).hasSize(3).last().asString().contains(",odd,\"Odd, \"\"quoted\"\"\",FAILED,").contains(",3,");
        Path json = directory.resolve("runs.json");
        new RunExport(live.scheduler, new RunFilter(Set.of("odd"), Set.of(), null), LiveScheduler.ZONE).write(json);
        JsonNode read = JsonMapper.shared().readTree(json.toFile());
        assertThat(read.size()).isEqualTo(1);
        assertThat(read.get(0).get("exitCode").asInt()).isEqualTo(3);
    }

    @Test
    void whileTheTopIsOutOfSightNewRunsWait() throws InterruptedException {
        long first = run("good");
        live.until(() -> ids().equals(List.of(first)));
        model.atTop().set(false);
        long second = run("good");
        live.until(() -> model.waiting().get() == 1);
        assertThat(ids()).containsExactly(first);
        model.atTop().set(true);
        assertThat(ids()).containsExactly(second, first);
        assertThat(model.waiting().get()).isZero();
    }

    @Test
    void onlyTheWantedStatesAndTheWantedJobAreShown() throws InterruptedException {
        long good = run("good");
        long bad = run("bad");
        model.filter().set(StateFilter.FAILED);
        live.until(() -> ids().equals(List.of(bad)));
        model.filter().set(StateFilter.ALL);
        model.jobId().set("good");
        live.until(() -> ids().equals(List.of(good)));
        run("bad");
        long again = run("good");
        live.until(() -> ids().equals(List.of(again, good)));
    }

    @Test
    void aRepetitionNamesTheRunThatItRepeats() throws InterruptedException {
        long first = run("good");
        live.until(() -> ids().equals(List.of(first)) && state(first) == RunState.SUCCEEDED);
        model.repeat(model.rows().getFirst().run().get());
        live.until(() -> ids().size() == 2 && model.rows().getFirst().run().get().state() == RunState.SUCCEEDED);
        Run repetition = model.rows().getFirst().run().get();
        assertThat(new RunWords(live.times).startedBy(repetition)).isEqualTo("repeated (#" + first + ")");
    }

    @Test
    void olderRunsComeAPageAtATime() throws InterruptedException {
        model.active().set(false);
        int count = RunsViewModel.PAGE + 3;
        for (int i = 0; i < count; i++) {
            live.scheduler.start("good");
        }
        live.until(() -> live.scheduler.runs(RunQuery.newest(count)).stream().allMatch(run -> run.state().isFinal()));
        model.active().set(true);
        live.until(() -> ids().size() == RunsViewModel.PAGE);
        model.loadMore();
        live.until(() -> ids().size() == count);
        model.loadMore();
        assertThat(ids()).hasSize(count).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void whileItIsOutOfSightNothingIsRead() throws InterruptedException {
        model.active().set(false);
        long id = run("good");
        live.ticker.tick();
        assertThat(model.rows()).isEmpty();
        model.active().set(true);
        live.until(() -> ids().equals(List.of(id)));
    }

    private long run(String job) throws InterruptedException {
        long id = live.scheduler.start(job);
        live.scheduler.await(id, Duration.ofSeconds(30));
        return id;
    }

    private List<Long> ids() {
        return model.rows().stream().map(RunRow::id).toList();
    }

    private RunState state(long id) {
        return model.rows().stream().filter(row -> row.id() == id).findFirst().orElseThrow().run().get().state();
    }
}

package org.carillon.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.engine.JobStatus;
import org.carillon.engine.SchedulerStatus.State;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.RunLogs;
import org.carillon.store.memory.MemoryJobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulerFeedTest {
    @TempDir
    Path directory;

    private final List<FeedUpdate> updates = new ArrayList<>();
    private LiveScheduler live;

    @BeforeEach
    void open() {
        live = new LiveScheduler(directory);
        live.scheduler.add(LiveScheduler.yearly("first", "First", "true"));
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void whoSubscribesIsToldEverythingFirst() {
        live.feed.subscribe(updates::add);
        assertThat(updates).hasSize(1);
        assertThat(updates.getFirst().complete()).isTrue();
        assertThat(updates.getFirst().jobs()).extracting(JobStatus::id).containsExactly("first");
    }

    @Test
    void laterOnlyWhatHasChangedIsTold() {
        settle();
        live.scheduler.add(LiveScheduler.yearly("second", "Second", "true"));
        live.until(() -> !updates.isEmpty());
        assertThat(updates.getFirst().complete()).isFalse();
        assertThat(updates.getFirst().jobs()).extracting(JobStatus::id).containsExactly("second");
        live.scheduler.remove("second");
        live.until(() -> updates.stream().anyMatch(update -> update.removed().contains("second")));
    }

    @Test
    void manyEventsOfARunAreFoldedIntoWhatItIsNow() throws InterruptedException {
        settle();
        long id = live.scheduler.start("first");
        live.scheduler.await(id, Duration.ofSeconds(30));
        live.until(() -> updates.stream().flatMap(update -> update.runs().stream()).anyMatch(run -> run.state().isFinal()));
        List<Run> told = updates.stream().flatMap(update -> update.runs().stream()).toList();
        assertThat(told).extracting(Run::id).containsOnly(id);
        assertThat(told.getLast().state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void aSchedulerThatDoesNotAnswerIsTrouble() {
        MemoryJobStore store = new MemoryJobStore();
        BackgroundScheduler scheduler = BackgroundScheduler.builder().store(store).logs(new RunLogs(directory)).build();
        ManualTicker ticker = new ManualTicker();
        FailingBackground background = new FailingBackground();
        SchedulerFeed feed = new SchedulerFeed(scheduler, background, ticker);
        assertThat(feed.status().get().state()).isEqualTo(State.STOPPED);
        background.failing = true;
        for (int i = 0; i < 10; i++) {
            ticker.tick();
        }
        assertThat(feed.status().get().state()).isEqualTo(State.TROUBLED);
        assertThat(feed.status().get().trouble().toString()).contains("the line is cut");
        background.failing = false;
        ticker.tick();
        assertThat(feed.status().get().state()).isEqualTo(State.STOPPED);
        feed.close();
        assertThat(ticker.isIdle()).isTrue();
        scheduler.close();
    }

    private void settle() {
        live.feed.subscribe(updates::add);
        live.ticker.tick();
        live.until(() -> live.feed.status().get() != null);
        live.ticker.tick();
        updates.clear();
    }

    /** Reads nothing while the way to the scheduler is cut. */
    private static final class FailingBackground implements Background {
        private final Background working = new DirectBackground();
        private boolean failing;

        @Override
        public <T> void run(Supplier<? extends T> work, Consumer<? super T> done,
                            Consumer<? super Throwable> failed) {
            if (failing) {
                failed.accept(new IllegalStateException("the line is cut"));
            } else {
                working.run(work, done, failed);
            }
        }
    }
}

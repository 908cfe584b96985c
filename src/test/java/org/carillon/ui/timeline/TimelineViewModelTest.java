package org.carillon.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.carillon.engine.WhenExists;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.ui.fx.LiveScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineViewModelTest {
    @TempDir
    Path directory;

    private LiveScheduler live;
    private TimelineViewModel model;

    @BeforeEach
    void open() {
        live = new LiveScheduler(directory);
        live.scheduler.addAll(List.of(
                LiveScheduler.yearly("good", "Good", "true").withTrigger(LiveScheduler.cron("good", "0 */4 * * *")),
                LiveScheduler.yearly("bad", "Bad", "exit 1")), WhenExists.REFUSE);
        model = new TimelineViewModel(live.scheduler, live.feed, live.background, live.clock, live.times, live.dialogs);
    }

    @AfterEach
    void close() {
        model.close();
        live.close();
    }

    @Test
    void nothingIsReadBeforeItIsSeen() {
        assertThat(model.loading().get()).isTrue();
        assertThat(model.rows()).isEmpty();
        model.active().set(true);
        assertThat(model.loading().get()).isFalse();
        assertThat(model.rows()).extracting(TimelineRow::name).containsExactly("Bad", "Good");
    }

    @Test
    void whatIsPlannedInThatTimeIsThere() {
        model.active().set(true);
        assertThat(row("good").planned()).hasSize(4).allSatisfy(planned -> assertThat(planned.isBand()).isFalse());
        assertThat(row("bad").planned()).isEmpty();
        model.show(Duration.ofDays(60));
        assertThat(row("good").planned()).hasSize(1).allMatch(Planned::isBand);
    }

    @Test
    void aJobThatIsStartedFromHereAppearsInItsRow() {
        model.active().set(true);
        model.run(row("bad"));
        live.until(() -> row("bad").runs().size() == 1 && row("bad").runs().getFirst().state() == RunState.FAILED);
        model.goTo(live.clock.instant().plus(Duration.ofDays(300)));
        assertThat(row("bad").runs()).isEmpty();
    }

    @Test
    void onePlannedRunIsSkippedAndAnotherOneMoved() {
        model.active().set(true);
        Planned second = row("good").planned().get(1);
        model.skip(row("good"), second);
        live.until(() -> row("good").runs().size() == 1);
        assertThat(row("good").runs().getFirst().scheduledAt()).isEqualTo(second.at());
        assertThat(row("good").planned()).hasSize(3).doesNotContain(second);
        Planned first = row("good").planned().getFirst();
        Planned moved = new Planned(first.at().plus(Duration.ofHours(1)), first.at().plus(Duration.ofHours(1)));
        model.move(row("good"), first, Duration.ofHours(1));
        live.until(() -> row("good").planned().contains(moved));
        assertThat(row("good").planned()).doesNotContain(first).hasSize(3);
    }

    @Test
    void aJobRunsNowInThePlaceOfAPlannedRun() {
        model.active().set(true);
        Planned next = row("good").planned().getFirst();
        model.runInstead(row("good"), next);
        live.until(() -> row("good").runs().stream().map(Run::state).toList().containsAll(List.of(RunState.SKIPPED, RunState.SUCCEEDED)));
        assertThat(row("good").planned()).doesNotContain(next);
        assertThat(live.scheduler.job("good").orElseThrow().nextRun()).isAfter(next.at());
    }

    @Test
    void theComingWeekIsKnown() {
        model.active().set(true);
        assertThat(model.load().get().hours()).hasSizeBetween(167, 169);
        assertThat(model.load().get().hours().stream().mapToInt(Load.Hour::runs).sum()).isBetween(40, 43);
    }

    @Test
    void aRemovedJobIsGone() {
        model.active().set(true);
        live.scheduler.remove("bad");
        live.until(() -> model.rows().size() == 1);
    }

    private TimelineRow row(String id) {
        return model.rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }
}

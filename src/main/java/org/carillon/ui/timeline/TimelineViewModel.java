package org.carillon.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.store.RunQuery;
import org.carillon.ui.dialogs.Notices;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.SchedulerFeed;
import org.carillon.ui.fx.TickingClock;
import org.carillon.ui.theme.TimeWords;

/**
 * What ran and what will run, job by job along the time, and when most of it falls together. Everything is read and reckoned away from
 * the window's thread, and only while the page is seen. For the FX thread alone.
 */
public final class TimelineViewModel {
    /** So many runs are drawn at most, the newest of the time that is seen. */
    static final int MOST_RUNS = 5_000;
    private static final int GAPS = 160;
    private static final Duration USUAL = Duration.ofHours(24);
    private static final Duration LOAD_HOLDS = Duration.ofMinutes(2);

    private final Scheduler scheduler;
    private final Background background;
    private final TickingClock clock;
    private final TimeWords times;
    private final Notices notices;
    private final ObservableList<TimelineRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<TimeSpan> span;
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading", true);
    private final ReadOnlyBooleanWrapper cut = new ReadOnlyBooleanWrapper(this, "cut");
    private final ReadOnlyObjectWrapper<Throwable> failure = new ReadOnlyObjectWrapper<>(this, "failure");
    private final ReadOnlyObjectWrapper<Load> load = new ReadOnlyObjectWrapper<>(this, "load");
    private final Subscription following;
    private boolean stale = true;
    private boolean reading;
    private Instant loadMade = Instant.MIN;

    /** What was read in one go. @param load null if it was not wanted */
    private record Picture(List<TimelineRow> rows, boolean cut, Load load) {}

    public TimelineViewModel(Scheduler scheduler, SchedulerFeed feed, Background background, TickingClock clock, TimeWords times,
            Notices notices) {
        this.scheduler = scheduler;
        this.background = background;
        this.clock = clock;
        this.times = times;
        this.notices = notices;
        span = new SimpleObjectProperty<>(this, "span", TimeSpan.around(clock.instant(), USUAL));
        span.subscribe(_ -> changed());
        following = Subscription.combine(
                active.subscribe(_ -> read()),
                feed.subscribe(_ -> stale = true),
                clock.now().subscribe(_ -> read()));
    }

    private void changed() {
        stale = true;
        read();
    }

    private void read() {
        if (!active.get() || !stale || reading) {
            return;
        }
        stale = false;
        reading = true;
        TimeSpan seen = span.get();
        Instant now = clock.instant();
        boolean withLoad = loadMade.plus(LOAD_HOLDS).isBefore(now);
        background.run(() -> picture(seen, now, withLoad), this::show, problem -> {
            failure.set(problem);
            ended();
        });
    }

    private Picture picture(TimeSpan seen, Instant now, boolean withLoad) {
        List<JobStatus> jobs = scheduler.jobs();
        // Those that began before, and go on into it.
        Instant from = seen.from().minus(seen.length());
        List<Run> found = scheduler.runs(new RunQuery(null, Set.of(), from, seen.to(), null, MOST_RUNS));
        Map<String, List<Run>> runs = new HashMap<>();
        found.forEach(run -> runs.computeIfAbsent(run.jobId(), _ -> new ArrayList<>()).add(run));
        runs.values().forEach(Collections::reverse);
        List<TimelineRow> drawn = jobs.stream()
                .map(status -> row(status, runs.getOrDefault(status.id(), List.of()), seen))
                .toList();
        return new Picture(drawn, found.size() == MOST_RUNS, withLoad ? Load.of(jobs, now, times.zone()) : null);
    }

    /** What was left out ahead is in the ledger, and planned no more. */
    private static TimelineRow row(JobStatus status, List<Run> runs, TimeSpan seen) {
        Set<Instant> known = runs.stream().map(Run::scheduledAt).filter(Objects::nonNull).collect(Collectors.toSet());
        return new TimelineRow(status, runs, planned(status, seen).stream().filter(tick -> tick.isBand() || !known.contains(tick.at())).toList());
    }

    private static List<Planned> planned(JobStatus status, TimeSpan seen) {
        Instant next = status.nextRun();
        if (status.isBroken() || next == null || !next.isBefore(seen.to())) {
            return List.of();
        }
        Instant from = next.isAfter(seen.from()) ? next : seen.from();
        return Planned.of(status.job().trigger(), from, seen.to(), seen.length().dividedBy(GAPS));
    }

    private void show(Picture picture) {
        boolean sameJobs = rows.stream().map(TimelineRow::id).toList().equals(picture.rows().stream().map(TimelineRow::id).toList());
        if (sameJobs) {
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).equals(picture.rows().get(i))) {
                    rows.set(i, picture.rows().get(i));
                }
            }
        } else {
            rows.setAll(picture.rows());
        }
        cut.set(picture.cut());
        if (picture.load() != null) {
            load.set(picture.load());
            loadMade = clock.instant();
        }
        failure.set(null);
        ended();
    }

    private void ended() {
        reading = false;
        loading.set(false);
        read();
    }

    /** The jobs, by name. */
    public ObservableList<TimelineRow> rows() {
        return rows;
    }

    /** The time that is seen. */
    ObjectProperty<TimeSpan> span() {
        return span;
    }

    /** As long as that, with the present in it. */
    void show(Duration length) {
        span.set(TimeSpan.around(clock.instant(), length));
    }

    /** Goes to a time, however long is seen. */
    void goTo(Instant time) {
        span.set(TimeSpan.around(time, span.get().length()));
    }

    /** Starts a job now. */
    void run(TimelineRow row) {
        change(row, "failed.run", () -> scheduler.start(row.id()));
    }

    /** Leaves out one planned run. */
    void skip(TimelineRow row, Planned tick) {
        change(row, "failed.skip", () -> scheduler.skip(row.id(), tick.at()));
    }

    /** Lets one planned run take place later by so much. */
    void move(TimelineRow row, Planned tick, Duration later) {
        change(row, "failed.move", () -> scheduler.move(row.id(), tick.at(), tick.at().plus(later)));
    }

    /** Runs a job now in the place of one planned run. */
    void runInstead(TimelineRow row, Planned tick) {
        change(row, "failed.skip", () -> {
            scheduler.skip(row.id(), tick.at());
            scheduler.start(row.id());
        });
    }

    private void change(TimelineRow row, String failed, Runnable change) {
        background.run(change, this::changed, problem -> notices.failed(Message.of("ui.timeline." + failed, row.name()).in(times.language()), problem));
    }

    /** Whether the page is seen. */
    public BooleanProperty active() {
        return active;
    }

    /** Whether nothing has been read yet. */
    ReadOnlyBooleanProperty loading() {
        return loading.getReadOnlyProperty();
    }

    /** Whether there are more runs in that time than are drawn. */
    ReadOnlyBooleanProperty cut() {
        return cut.getReadOnlyProperty();
    }

    /** Why it could not be read the last time; null if it could. */
    ReadOnlyObjectProperty<Throwable> failure() {
        return failure.getReadOnlyProperty();
    }

    /** The coming week; null while it is not known. */
    ReadOnlyObjectProperty<Load> load() {
        return load.getReadOnlyProperty();
    }

    TickingClock clock() {
        return clock;
    }

    TimeWords times() {
        return times;
    }

    public void close() {
        following.unsubscribe();
    }
}

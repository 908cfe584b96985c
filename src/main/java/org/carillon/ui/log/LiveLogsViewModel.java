package org.carillon.ui.log;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.log.LineQuery;
import org.carillon.log.RunLogs;
import org.carillon.store.RunQuery;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.FeedUpdate;
import org.carillon.ui.fx.RingList;
import org.carillon.ui.fx.SchedulerFeed;
import org.carillon.ui.fx.Ticker;
import org.carillon.ui.theme.TimeWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lines of all runs as they come, while the page is in sight: those that pass the filter, at most {@value #MOST_SHOWN}, out of the
 * last {@value #MOST_KEPT}. Frozen, what is shown stays, and new lines are counted. For the FX thread alone.
 */
public final class LiveLogsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLogsViewModel.class);
    static final int MOST_SHOWN = 2_000;
    static final int MOST_KEPT = 20_000;
    /** The page begins with what so many runs have printed last. */
    private static final int RECENT_RUNS = 50;

    private final Scheduler scheduler;
    private final LiveReaders readers;
    private final LongLines longLines;
    private final Background background;
    private final TimeWords times;
    private final Deque<LiveLine> kept = new ArrayDeque<>();
    private final RingList<LiveLine> shown = new RingList<>(MOST_SHOWN);
    private final Map<String, LiveJob> known = new TreeMap<>();
    private final ObservableList<LiveJob> jobs = FXCollections.observableArrayList();
    private final ObservableList<String> tags = FXCollections.observableArrayList();
    private final StringProperty jobId = new SimpleStringProperty(this, "jobId");
    private final StringProperty tag = new SimpleStringProperty(this, "tag");
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final BooleanProperty errorsOnly = new SimpleBooleanProperty(this, "errorsOnly");
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(this, "following", true);
    private final ReadOnlyIntegerWrapper newLines = new ReadOnlyIntegerWrapper(this, "newLines");
    private final Subscription subscriptions;
    private LiveTail tail;
    private LiveFilter filter = LiveFilter.ALL;
    private boolean polling;

    public LiveLogsViewModel(Scheduler scheduler, RunLogs logs, SchedulerFeed feed, Background background, Ticker ticker, TimeWords times) {
        this.scheduler = scheduler;
        this.readers = new LiveReaders(scheduler, logs);
        this.background = background;
        this.times = times;
        this.longLines = new LongLines(readers, background, this::found);
        active.addListener((property, before, now) -> {
            if (now) {
                begin();
            } else {
                end();
            }
        });
        Subscription filters = Subscription.combine(jobId.subscribe(this::refilter), tag.subscribe(this::refilter),
                text.subscribe(this::refilter), errorsOnly.subscribe(this::refilter));
        subscriptions = Subscription.combine(filters, feed.subscribe(this::take), ticker.every(Ticker.PULL, this::poll));
    }

    private void begin() {
        end();
        kept.clear();
        LiveTail begun = new LiveTail(readers);
        tail = begun;
        following.set(true);
        refilter();
        background.run(() -> begun.follow(scheduler.runs(RunQuery.newest(RECENT_RUNS)), true), this::poll,
                problem -> LOG.warn("The newest runs could not be read", problem));
    }

    private void end() {
        LiveTail ended = tail;
        tail = null;
        polling = false;
        if (ended != null) {
            background.run(ended::close, () -> { }, problem -> LOG.warn("A log could not be closed", problem));
        }
    }

    private void take(FeedUpdate update) {
        if (update.complete()) {
            known.clear();
        }
        for (JobStatus status : update.jobs()) {
            if (status.job() != null) {
                known.put(status.job().id(), new LiveJob(status.job().id(), status.job().name(), status.job().tags()));
            }
        }
        known.keySet().removeAll(update.removed());
        setIfOther(jobs, known.values().stream().sorted(Comparator.comparing(LiveJob::name)).toList());
        setIfOther(tags, known.values().stream().flatMap(job -> job.tags().stream()).collect(Collectors.toCollection(TreeSet::new)));
        if (tail != null) {
            tail.follow(update.runs(), false);
        }
    }

    private static <T> void setIfOther(ObservableList<T> list, Collection<T> now) {
        if (!list.equals(List.copyOf(now))) {
            list.setAll(now);
        }
    }

    private void poll() {
        LiveTail asked = tail;
        if (asked == null || polling) {
            return;
        }
        polling = true;
        background.run(asked::poll, lines -> {
            if (asked == tail) {
                polling = false;
                add(lines);
            }
        }, problem -> {
            LOG.warn("The output of the runs could not be read", problem);
            if (asked == tail) {
                polling = false;
            }
        });
    }

    private void add(List<LiveLine> lines) {
        for (LiveLine line : lines) {
            kept.add(line);
            if (kept.size() > MOST_KEPT) {
                longLines.forget(kept.remove());
            }
        }
        List<LiveLine> passing = lines.stream().filter(this::passes).toList();
        longLines.look();
        if (passing.isEmpty()) {
            return;
        }
        if (following.get()) {
            shown.append(passing);
        } else {
            count(passing.size());
        }
    }

    private void count(int more) {
        newLines.set(Math.min(LogPager.MOST_COUNTED, newLines.get() + more));
    }

    private boolean passes(LiveLine line) {
        return filter.passes(line).orElseGet(() -> longLines.holds(line));
    }

    /** Long lines pass the filter, too, as their files say by now. */
    private void found(int more) {
        if (following.get()) {
            showPassing();
        } else {
            count(more);
        }
    }

    private void showPassing() {
        List<LiveLine> passing = kept.stream().filter(this::passes).toList();
        shown.replaceAll(passing.subList(Math.max(0, passing.size() - MOST_SHOWN), passing.size()));
        longLines.look();
    }

    private void refilter() {
        Set<String> wanted = jobId.get() != null ? Set.of(jobId.get()) : tag.get() == null ? null : known.values().stream()
                .filter(job -> job.tags().contains(tag.get())).map(LiveJob::id).collect(Collectors.toSet());
        LineQuery query = LineQuery.of(text.get(), false, false, errorsOnly.get());
        filter = new LiveFilter(wanted, query);
        longLines.lookFor(query);
        showNewest();
    }

    private void showNewest() {
        newLines.set(0);
        following.set(true);
        showPassing();
    }

    /** Whether all lines of each run that is shown are, so that a colour that one switches on goes on in the next. */
    boolean showsWholeRuns() {
        return !errorsOnly.get() && text.get().isEmpty();
    }

    /** Leaves the lines as they are until {@link #follow}. */
    public void freeze() {
        if (!shown.isEmpty()) {
            following.set(false);
        }
    }

    public void follow() {
        if (!following.get()) {
            showNewest();
        }
    }

    public ObservableList<LiveLine> lines() {
        return shown;
    }

    /** The jobs that there are, by name. */
    public ObservableList<LiveJob> jobs() {
        return jobs;
    }

    /** The tags that there are. */
    public ObservableList<String> tags() {
        return tags;
    }

    /** Only this job's lines; null for all. It goes before {@link #tag}. */
    public StringProperty jobId() {
        return jobId;
    }

    /** Only lines of jobs with this tag; null for all. */
    public StringProperty tag() {
        return tag;
    }

    /** Only lines that hold this text, whatever its case. */
    public StringProperty text() {
        return text;
    }

    public BooleanProperty errorsOnly() {
        return errorsOnly;
    }

    /** Whether the page is in sight; while it is not, nothing is read. */
    public BooleanProperty active() {
        return active;
    }

    public ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty newLines() {
        return newLines.getReadOnlyProperty();
    }

    public TimeWords times() {
        return times;
    }

    public void close() {
        end();
        subscriptions.unsubscribe();
    }
}

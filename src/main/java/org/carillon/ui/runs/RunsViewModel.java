package org.carillon.ui.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.carillon.engine.Scheduler;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.message.Message;
import org.carillon.ui.dialogs.Notices;
import org.carillon.store.RunOrder;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.FeedUpdate;
import org.carillon.ui.fx.SchedulerFeed;
import org.carillon.ui.fx.TickingClock;
import org.carillon.ui.theme.TimeWords;

/**
 * The ledger, newest first or as the person sorts it, a page at a time, of all jobs or of one. What happens appears on top as long as the top is in
 * sight; else it waits, so that nothing moves under the person's eyes. For the FX thread alone.
 */
public final class RunsViewModel {
    static final int PAGE = 200;

    private final Scheduler scheduler;
    private final Background background;
    private final TickingClock clock;
    private final TimeWords times;
    private final Notices notices;
    private final RunList list = new RunList();
    /** New runs that are not shown yet. */
    private final Map<Long, Run> held = new LinkedHashMap<>();
    /** What happened while a page was being read: that page may show it as it was before. */
    private final List<Run> meanwhile = new ArrayList<>();
    private final RunChoice choice = new RunChoice();
    private final RunPages pages;
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
    private final BooleanProperty atTop = new SimpleBooleanProperty(this, "atTop", true);
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(this, "waiting");
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading", true);
    private final ReadOnlyObjectWrapper<Throwable> failure = new ReadOnlyObjectWrapper<>(this, "failure");
    private final StringProperty unchosen = new SimpleStringProperty(this, "unchosen", "");
    private final Subscription updates;
    private RunFilter passing = new RunFilter(null, Set.of(), null);
    private boolean more;
    private boolean stale = true;
    private boolean reading;
    /** Answers to questions that were asked before the filter changed are dropped. */
    private int question;

    public RunsViewModel(Scheduler scheduler, SchedulerFeed feed, Background background, TickingClock clock,
                         TimeWords times, Notices notices) {
        this.scheduler = scheduler;
        this.background = background;
        this.clock = clock;
        this.times = times;
        this.notices = notices;
        this.pages = new RunPages(scheduler);
        choice.whenChanged(this::startOver);
        active.addListener((property, before, now) -> refresh());
        atTop.addListener((property, before, now) -> release());
        this.updates = feed.subscribe(this::take);
    }

    private void startOver() {
        question++;
        reading = false;
        list.replaceAll(List.of());
        loading.set(true);
        stale = true;
        refresh();
    }

    private void refresh() {
        if (active.get() && stale && !reading) {
            stale = false;
            held.clear();
            RunOrder order = choice.order();
            read(asked -> asked.page(scheduler, null, PAGE, order), list::replaceAll);
        }
    }

    /** Reads older runs, if there are any and none are being read; for when the end of the table comes into sight. */
    public void loadMore() {
        if (more && !reading) {
            long last = list.last();
            RunOrder order = choice.order();
            read(asked -> asked.page(scheduler, last, PAGE, order), list::addOlder);
        }
    }

    /** What was read, and by which filter. */
    private record Page(List<Run> runs, RunFilter filter) {}

    private void read(Function<RunFilter, List<Run>> query, Consumer<List<Run>> show) {
        int asked = ++question;
        reading = true;
        String jobId = choice.jobId().get();
        String tag = choice.tag().get();
        StateFilter state = choice.state().get();
        Instant from = choice.time().get().from(clock.instant(), times.zone());
        background.run(() -> {
            RunFilter filter = pages.filter(jobId, tag, state.states(), from);
            return new Page(query.apply(filter), filter);
        }, page -> {
            if (asked == question) {
                passing = page.filter();
                show.accept(page.runs());
                more = page.runs().size() == PAGE;
                failure.set(null);
                ended();
            }
        }, problem -> {
            if (asked == question) {
                failure.set(problem);
                ended();
            }
        });
    }

    private void ended() {
        reading = false;
        loading.set(false);
        List<Run> happened = List.copyOf(meanwhile);
        meanwhile.clear();
        happened.forEach(this::take);
        release();
        refresh();
    }

    private void take(FeedUpdate update) {
        stale |= update.complete() || !active.get();
        if (!active.get()) {
            return;
        }
        if (reading) {
            meanwhile.addAll(update.runs());
        } else {
            update.runs().forEach(this::take);
            release();
        }
        refresh();
    }

    private void take(Run run) {
        boolean passes = passing.passes(run);
        if (list.update(run)) {
            return;
        }
        if (passes && run.id() > list.newest()) {
            held.put(run.id(), run);
        } else {
            held.remove(run.id());
        }
        waiting.set(held.size());
    }

    private void release() {
        if (atTop.get() && !held.isEmpty() && choice.isByAge()) {
            more |= list.addNewer(List.copyOf(held.values()));
            held.clear();
        }
        waiting.set(held.size());
    }

    public ObservableList<RunRow> rows() {
        return list.rows();
    }

    /** What is shown, and in which order. */
    public RunChoice choice() {
        return choice;
    }

    /** The job whose runs are shown, null for all jobs. */
    public StringProperty jobId() {
        return choice.jobId();
    }

    /** What is said in place of runs where no single job is chosen; empty where one is, and for all jobs. */
    public StringProperty unchosen() {
        return unchosen;
    }

    public ObjectProperty<StateFilter> filter() {
        return choice.state();
    }

    /** What passes now. */
    RunFilter passing() {
        return passing;
    }

    /** Shows what has come since. */
    void showNewer() {
        if (choice.isByAge()) {
            atTop.set(true);
        } else {
            startOver();
        }
    }

    /** Whether the table is in sight; while it is not, nothing is read. */
    public BooleanProperty active() {
        return active;
    }

    /** Whether the newest run is in sight; while it is not, new ones wait. */
    public BooleanProperty atTop() {
        return atTop;
    }

    /** How many new runs wait to be shown. */
    public ReadOnlyIntegerProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** Whether the first page is being read. */
    public ReadOnlyBooleanProperty loading() {
        return loading.getReadOnlyProperty();
    }

    /** Why the ledger could not be read, or null. */
    public ReadOnlyObjectProperty<Throwable> failure() {
        return failure.getReadOnlyProperty();
    }

    public TickingClock clock() {
        return clock;
    }

    public TimeWords times() {
        return times;
    }

    /** Whether a run can be repeated; one that was skipped or missed can be made up for. */
    public static boolean canRepeat(Run run) {
        return run != null && run.state().isFinal();
    }

    /** Whether a run can be stopped. */
    public static boolean canStop(Run run) {
        return run != null && !run.state().isFinal();
    }

    /** Whether a run has printed, or may have printed, anything. */
    public static boolean hasLog(Run run) {
        return run != null && run.startedAt() != null && run.state() != RunState.SKIPPED && run.state() != RunState.MISSED;
    }

    public void repeat(Run run) {
        act(run, "repeat", scheduler::rerun);
    }

    public void stop(Run run) {
        act(run, "stop", scheduler::stop);
    }

    private void act(Run run, String verb, LongConsumer action) {
        background.run(() -> action.accept(run.id()), () -> { },
                problem -> notices.failed(Message.of("ui.runs.failed." + verb, run.jobName()).in(times.language()), problem));
    }

    /** Ends it: updates no longer arrive. */
    public void close() {
        updates.unsubscribe();
    }
}

package org.carillon.ui.log;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.carillon.job.Run;
import org.carillon.log.LogLine;
import org.carillon.log.LogPage;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.FeedUpdate;
import org.carillon.ui.fx.SchedulerFeed;
import org.carillon.ui.fx.Ticker;
import org.carillon.ui.fx.TickingClock;
import org.carillon.ui.theme.TimeWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The output of one run. While it follows, what the run prints is pulled ten times a second and the newest lines are kept.
 * Frozen, the lines stay as they are and new ones are only counted; older and newer pages come from the file when the person
 * goes there. Never more than {@value LogWindow#MOST} lines are in memory. For the FX thread alone.
 */
public final class LogViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(LogViewModel.class);

    static final int PULL = 5_000;
    static final int PAGE = 2_000;
    /** Counting new lines further than this would only cost time. */
    static final int MOST_COUNTED = 100_000;

    private final LogSource source;
    private final Background background;
    private final TickingClock clock;
    private final TimeWords times;
    private final LogWindow window = new LogWindow();
    private final LogCount count = new LogCount();
    private final ObjectProperty<Run> run = new SimpleObjectProperty<>(this, "run");
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(this, "following", true);
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
    private final ReadOnlyIntegerWrapper newLines = new ReadOnlyIntegerWrapper(this, "newLines");
    private final ReadOnlyObjectWrapper<Throwable> failure = new ReadOnlyObjectWrapper<>(this, "failure");
    private final Subscription subscriptions;
    private IntConsumer whenPrepended = lines -> { };
    private boolean pulling;
    private boolean browsing;
    /** Whether all that a finished run has printed is known. */
    private boolean exhausted;
    /** Whether there is nothing older than the first line, and nothing but new lines behind the last. */
    private boolean atStart;
    private boolean atEnd;
    /** Answers to questions about another run or place are dropped. */
    private int question;

    public LogViewModel(LogSource source, SchedulerFeed feed, Background background, Ticker ticker, TickingClock clock, TimeWords times) {
        this.source = source;
        this.background = background;
        this.clock = clock;
        this.times = times;
        run.addListener((property, before, now) -> changed(before, now));
        active.addListener((property, before, now) -> pull());
        subscriptions = Subscription.combine(feed.subscribe(this::take), ticker.every(Ticker.PULL, this::pull));
    }

    private void take(FeedUpdate update) {
        Run shown = run.get();
        if (shown != null) {
            update.runs().stream().filter(now -> now.id() == shown.id()).forEach(run::set);
        }
    }

    private void changed(Run before, Run now) {
        exhausted = false;
        if (before == null || now == null || before.id() != now.id()) {
            window.clear();
            failure.set(null);
            readTail();
        }
        pull();
    }

    private void readTail() {
        dropAnswers();
        newLines.set(0);
        following.set(true);
        loading.set(run.get() != null && run.get().startedAt() != null);
    }

    private void dropAnswers() {
        question++;
        pulling = false;
        browsing = false;
    }

    private void pull() {
        Run shown = run.get();
        if (!active.get() || pulling || exhausted || shown == null || shown.startedAt() == null) {
            return;
        }
        if (window.lines().isEmpty() || loading.get()) {
            pull(id -> source.readBefore(id, Long.MAX_VALUE, PAGE), this::showTail);
        } else if (following.get()) {
            pull(id -> source.read(id, window.next(), PULL), this::showMore);
        } else if (newLines.get() < MOST_COUNTED) {
            pull(id -> source.read(id, count.next(), PULL), this::countMore);
        }
    }

    private void showTail(LogPage page) {
        loading.set(false);
        atEnd = true;
        atStart = page.lines().size() < PAGE;
        if (!page.lines().isEmpty() || !window.lines().isEmpty()) {
            window.replace(page);
        }
        exhausted = page.lines().isEmpty() && run.get().state().isFinal();
    }

    private void showMore(LogPage page) {
        int added = window.append(page);
        atStart &= window.lines().size() < LogWindow.MOST;
        loading.set(page.lines().size() == PULL);
        exhausted = added == 0 && run.get().state().isFinal();
    }

    private void countMore(LogPage page) {
        int added = count.take(page);
        newLines.set(newLines.get() + added);
        exhausted = added == 0 && run.get().state().isFinal();
    }

    private void pull(LongFunction<LogPage> read, Consumer<LogPage> show) {
        pulling = true;
        ask(read, page -> {
            pulling = false;
            show.accept(page);
        });
    }

    private void ask(LongFunction<LogPage> read, Consumer<LogPage> show) {
        int asked = question;
        long id = run.get().id();
        background.run(() -> read.apply(id), page -> {
            if (asked == question) {
                failure.set(null);
                show.accept(page);
            }
        }, problem -> {
            if (asked == question) {
                dropAnswers();
                loading.set(false);
                exhausted = true;
                failure.set(problem);
            }
        });
    }

    /** Leaves the lines as they are until {@link #follow}; new ones are counted. */
    public void freeze() {
        if (following.get() && !window.lines().isEmpty()) {
            dropAnswers();
            loading.set(false);
            following.set(false);
            exhausted = false;
            count.begin(window);
        }
    }

    /** Goes to the end and follows what is printed. */
    public void follow() {
        if (following.get() || run.get() == null) {
            return;
        }
        exhausted = false;
        if (atEnd && newLines.get() < PULL) {
            dropAnswers();
            newLines.set(0);
            following.set(true);
        } else {
            readTail();
        }
        pull();
    }

    /** Goes to the first line, and freezes. */
    public void goToStart() {
        freeze();
        browse(id -> source.read(id, 0, PAGE), page -> {
            atStart = true;
            atEnd = page.lines().size() < PAGE;
            window.replace(page);
        });
    }

    /** The top has come into sight: reads what stands before it, and freezes. */
    public void needOlder() {
        if (!atStart) {
            freeze();
            browse(id -> source.readBefore(id, window.from(), PAGE), page -> {
                atStart = page.lines().size() < PAGE;
                atEnd &= !window.prepend(page);
                whenPrepended.accept(page.lines().size());
            });
        }
    }

    /** The bottom has come into sight: reads what follows, or follows what is printed if that is all there is. */
    public void needNewer() {
        if (following.get()) {
            return;
        }
        if (atEnd) {
            follow();
        } else {
            browse(id -> source.read(id, window.next(), PAGE), page -> {
                window.append(page);
                atStart &= window.lines().size() < LogWindow.MOST;
                atEnd = page.lines().size() < PAGE;
            });
        }
    }

    private void browse(LongFunction<LogPage> read, Consumer<LogPage> show) {
        if (!browsing && !following.get()) {
            browsing = true;
            ask(read, page -> {
                browsing = false;
                show.accept(page);
            });
        }
    }

    /** @param prepended is told how many lines have come in front of those in sight */
    public void whenPrepended(IntConsumer prepended) {
        whenPrepended = prepended;
    }

    /** The lines in memory, in order. */
    public ObservableList<LogLine> lines() {
        return window.lines();
    }

    /** The run whose output is shown, as it is now; null for none. */
    public ObjectProperty<Run> run() {
        return run;
    }

    /** Whether the log is in sight; while it is not, nothing is read. */
    public BooleanProperty active() {
        return active;
    }

    public ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    /** Whether the end of the log is being looked for. */
    public ReadOnlyBooleanProperty loading() {
        return loading.getReadOnlyProperty();
    }

    /** How many lines have come while frozen; stops at {@value #MOST_COUNTED} or a little above. */
    public ReadOnlyIntegerProperty newLines() {
        return newLines.getReadOnlyProperty();
    }

    /** Why the log could not be read, or null. */
    public ReadOnlyObjectProperty<Throwable> failure() {
        return failure.getReadOnlyProperty();
    }

    public TickingClock clock() {
        return clock;
    }

    public TimeWords times() {
        return times;
    }

    /** Ends it: nothing is read any more. */
    public void close() {
        dropAnswers();
        subscriptions.unsubscribe();
        background.run(source::close, () -> { }, problem -> LOG.warn("A log could not be closed", problem));
    }
}

package org.carillon.ui.editor;

import java.nio.charset.Charset;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.carillon.engine.Scheduler;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.log.LogLine;
import org.carillon.log.LogPage;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.RingList;
import org.carillon.ui.fx.Ticker;

/** A run of the form as it stands, unsaved: starts it, pulls its output ten times a second, stops it. For the FX thread alone. */
final class TestRunViewModel {
    private static final int KEPT_LINES = 10_000;
    private static final int LINES_AT_ONCE = 2_000;

    private record Pulled(LogPage page, Run run) {}

    private final Scheduler scheduler;
    private final TrialLog log;
    private final Background background;
    private final Ticker ticker;
    private final RingList<LogLine> lines = new RingList<>(KEPT_LINES);
    private final ReadOnlyObjectWrapper<Run> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Throwable> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private Subscription ticks = Subscription.EMPTY;
    private OptionalLong runId = OptionalLong.empty();
    private long next;
    private boolean pulling;
    private boolean stopWanted;

    TestRunViewModel(Scheduler scheduler, TrialLog log, Background background, Ticker ticker) {
        this.scheduler = scheduler;
        this.log = log;
        this.background = background;
        this.ticker = ticker;
    }

    /** Its output, the newest ten thousand lines. */
    ObservableList<LogLine> lines() {
        return lines;
    }

    /** The run as it was a moment ago, null before it has begun. */
    ReadOnlyObjectProperty<Run> run() {
        return run.getReadOnlyProperty();
    }

    /** What went wrong other than the job itself, else null. */
    ReadOnlyObjectProperty<Throwable> failure() {
        return failure.getReadOnlyProperty();
    }

    /** Whether it is going on. */
    ReadOnlyBooleanProperty active() {
        return active.getReadOnlyProperty();
    }

    /** Whether there is anything to show. */
    ReadOnlyBooleanProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /** Runs that job now; nothing happens while a test run is going on. */
    void start(Job draft) {
        if (active.get()) {
            return;
        }
        lines.clear();
        next = 0;
        pulling = false;
        stopWanted = false;
        runId = OptionalLong.empty();
        run.set(null);
        failure.set(null);
        active.set(true);
        shown.set(true);
        Charset encoding = draft.action().encoding();
        background.run(() -> scheduler.test(draft), id -> follow(id, encoding), this::fail);
    }

    private void follow(long id, Charset encoding) {
        runId = OptionalLong.of(id);
        if (stopWanted) {
            stop();
        }
        if (!active.get()) {
            return;
        }
        ticks = ticker.every(Ticker.PULL, () -> pull(id, encoding));
        pull(id, encoding);
    }

    private void pull(long id, Charset encoding) {
        if (pulling) {
            return;
        }
        pulling = true;
        long from = next;
        // the run is asked first: what it printed before it ended is then surely in the page
        background.run(() -> {
            Run now = scheduler.run(id).orElse(null);
            return new Pulled(log.lines(id, encoding, from, LINES_AT_ONCE), now);
        }, pulled -> show(id, pulled), this::fail);
    }

    private void show(long id, Pulled pulled) {
        if (runId.isEmpty() || runId.getAsLong() != id) {
            return;
        }
        pulling = false;
        List<LogLine> found = pulled.page().lines();
        boolean continued = !found.isEmpty() && !lines.isEmpty() && lines.getLast().offset() == found.getFirst().offset();
        if (continued) {
            lines.replaceLast(found.getFirst());
        }
        lines.append(continued ? found.subList(1, found.size()) : found);
        boolean more = found.size() >= LINES_AT_ONCE;
        next = pulled.page().next();
        run.set(pulled.run());
        if (!more && pulled.run() != null && pulled.run().state().isFinal()) {
            end();
        }
    }

    private void fail(Throwable cause) {
        pulling = false;
        failure.set(cause);
        end();
    }

    private void end() {
        ticks.unsubscribe();
        ticks = Subscription.EMPTY;
        active.set(false);
    }

    /** Stops it, if it is going on; as soon as it has begun, if it is only being started. */
    void stop() {
        stopWanted = true;
        boolean over = run.get() != null && run.get().state().isFinal();
        if (runId.isPresent() && !over) {
            long id = runId.getAsLong();
            background.run(() -> scheduler.stop(id), () -> { }, failure::set);
        }
    }

    /** Stops it and forgets its output. */
    void close() {
        stop();
        end();
        shown.set(false);
    }
}

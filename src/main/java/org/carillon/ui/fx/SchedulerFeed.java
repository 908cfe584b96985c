package org.carillon.ui.fx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.engine.SchedulerStatus;
import org.carillon.job.Run;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what happens in the scheduler to the FX thread: looks ten times a second whether anything has, reads the jobs
 * concerned in the background, and tells the view models. Events that come faster are folded, and never is more than one
 * reading under way. For the FX thread alone.
 */
public final class SchedulerFeed {
    private static final Logger LOG = LoggerFactory.getLogger(SchedulerFeed.class);
    /** Beyond so many changed jobs it is cheaper to read all of them at once. */
    private static final int FEW_JOBS = 100;
    /** The status is also read when nothing has happened, every so many ticks. */
    private static final int IDLE_TICKS = 10;

    private record Pulled(SchedulerStatus status, FeedUpdate update) {}

    private final Scheduler scheduler;
    private final Background background;
    private final PendingEvents pending = new PendingEvents();
    private final List<Consumer<FeedUpdate>> listeners = new CopyOnWriteArrayList<>();
    private final ReadOnlyObjectWrapper<SchedulerStatus> status = new ReadOnlyObjectWrapper<>(this, "status");
    private final AutoCloseable listening;
    private final Subscription ticks;
    private boolean pulling;
    private int idle;

    public SchedulerFeed(Scheduler scheduler, Background background, Ticker ticker) {
        this.scheduler = scheduler;
        this.background = background;
        this.listening = scheduler.listen(pending);
        this.ticks = ticker.every(Ticker.PULL, this::pull);
        pull();
    }

    /** What the scheduler is doing; null until it has been read for the first time. */
    public ReadOnlyObjectProperty<SchedulerStatus> status() {
        return status.getReadOnlyProperty();
    }

    /** Tells {@code listener} every update from the next on, which is a complete one. */
    public Subscription subscribe(Consumer<FeedUpdate> listener) {
        listeners.add(listener);
        pending.wantEverything();
        pull();
        return () -> listeners.remove(listener);
    }

    /** Looks at once whether anything has happened, for instance after the person has done something. */
    public void pull() {
        if (pulling) {
            return;
        }
        PendingEvents.Taken taken = pending.take();
        idle++;
        if (!taken.any() && idle < IDLE_TICKS) {
            return;
        }
        idle = 0;
        pulling = true;
        background.run(() -> read(taken), this::tell, this::failed);
    }

    private Pulled read(PendingEvents.Taken taken) {
        List<Run> runs = taken.runs().stream().sorted(Comparator.comparingLong(Run::id)).toList();
        if (taken.everything() || taken.jobs().size() > FEW_JOBS) {
            return new Pulled(scheduler.status(), new FeedUpdate(true, scheduler.jobs(), Set.of(), runs));
        }
        List<JobStatus> jobs = new ArrayList<>();
        Set<String> removed = new LinkedHashSet<>();
        for (String id : taken.jobs()) {
            Optional<JobStatus> job = scheduler.job(id);
            job.ifPresentOrElse(jobs::add, () -> removed.add(id));
        }
        return new Pulled(scheduler.status(), new FeedUpdate(false, jobs, removed, runs));
    }

    private void tell(Pulled pulled) {
        pulling = false;
        status.set(pulled.status());
        FeedUpdate update = pulled.update();
        if (update.complete() || !update.jobs().isEmpty() || !update.removed().isEmpty() || !update.runs().isEmpty()) {
            listeners.forEach(listener -> listener.accept(update));
        }
    }

    private void failed(Throwable failure) {
        pulling = false;
        pending.wantEverything();
        Message why = failure instanceof ExplainedException explained
                ? explained.explanation()
                : Message.of("ui.fx.unreadable", String.valueOf(failure.getMessage()));
        SchedulerStatus before = status.get();
        if (before == null || !why.equals(before.trouble())) {
            LOG.warn("The window could not read the scheduler's state", failure);
        }
        status.set(new SchedulerStatus(SchedulerStatus.State.TROUBLED, null, why, 0, 0, null, null));
    }

    /** Ends it: nobody is told anything any more. */
    public void close() {
        ticks.unsubscribe();
        listeners.clear();
        try {
            listening.close();
        } catch (Exception e) {
            LOG.warn("The window could not stop listening to the scheduler", e);
        }
    }
}

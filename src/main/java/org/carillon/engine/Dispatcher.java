package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.job.Reason.Cause;
import org.carillon.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that knows what time it is. It waits for the earliest of what is due, at most a second at a time, and at each
 * wake looks whether the clock jumped. It never waits for the disk or for a process.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Core core;
    private final Planning planning;
    private final PauseControl pauses;
    private final ClockSetBack setBack;
    private final Thread thread = Thread.ofPlatform().daemon().name("carillon-dispatcher").unstarted(this::run);
    private ClockWatch watch;
    private ZoneWatch zones;
    private long meant;

    Dispatcher(Core core, Planning planning, PauseControl pauses, ClockSetBack setBack) {
        this.core = core;
        this.planning = planning;
        this.pauses = pauses;
        this.setBack = setBack;
    }

    void start() {
        thread.start();
    }

    /** From now on planned times lead to runs; those that have passed were missed because the scheduler was closed. The lock is held. */
    void beginScheduling() {
        core.scheduling = true;
        core.interrupted(Cause.CLOSED);
        core.wakeDispatcher();
    }

    void close() throws InterruptedException {
        core.locked(core::endDispatcher);
        thread.join();
    }

    private void run() {
        watch = new ClockWatch(core.now(), core.time.nanos(), core.time::suspendedNanos);
        zones = new ZoneWatch(core.time);
        try {
            while (!core.locked(core::dispatcherEnds)) {
                look();
                core.locked(this::await);
            }
        } catch (RuntimeException | Error e) {
            LOG.error("The dispatcher failed; nothing more is scheduled", e);
            core.locked(() -> core.trouble = Message.of("engine.dispatcherFailed", e.toString()));
            throw e;
        }
    }

    private void look() {
        Instant now = core.now();
        ClockWatch.Jump jump = watch.look(now, core.time.nanos(), meant);
        if (jump != null) {
            jumped(jump, now);
        }
        setBack.planReleased(now);
        ZoneWatch.Change moved = zones.look();
        if (moved != null && core.locked(() -> core.scheduling)) {
            LOG.info("The zone of the machine was {}, and is {}", moved.from(), moved.to());
            core.ledger.submit(NoticeWork.of(moved, now));
        }
        List<JobEntry> due = core.locked(() -> {
            core.timers.takeDue(core.time.nanos()).forEach(Runnable::run);
            return takeDue(now);
        });
        if (!due.isEmpty()) {
            planning.submit(due, now);
        }
    }

    private List<JobEntry> takeDue(Instant now) {
        if (!core.scheduling || core.trouble != null) {
            return List.of();
        }
        pauses.endIfOver(now);
        if (core.pause.since() != null) {
            return List.of();
        }
        return planning.takeDue(now);
    }

    private void jumped(ClockWatch.Jump jump, Instant now) {
        LOG.info("The clock jumped by {}{}", jump.by(), jump.asleep() ? " during a sleep" : "");
        core.publish(new SchedulerEvent.ClockJumped(now, jump.by(), jump.asleep()));
        if (core.locked(() -> core.scheduling)) {
            core.ledger.submit(NoticeWork.of(jump, now));
        }
        if (jump.isBackward()) {
            core.locked(core::forgetInterruption);
            setBack.planAnew(now);
        } else {
            core.locked(() -> core.interrupted(jump.asleep() ? Cause.ASLEEP : Cause.CLOCK_SET));
        }
    }

    private void await() {
        long now = core.time.nanos();
        meant = untilNext(now);
        if (meant > 0 && !core.dispatcherEnds()) {
            try {
                core.awaitNews(now + meant);
            } catch (InterruptedException e) {
                LOG.warn("Somebody interrupted the dispatcher; it goes on", e);
            }
        }
    }

    private long untilNext(long now) {
        long wait = core.timers.untilNext(now, core.time.longestWait().toNanos());
        if (!core.scheduling || core.trouble != null) {
            return wait;
        }
        Instant next = core.pause.until();
        if (core.pause.since() == null) {
            next = core.jobs.firstDue() == null ? null : core.jobs.firstDue().nextRun;
        }
        if (next == null) {
            return wait;
        }
        Duration left = Duration.between(core.now(), next);
        return left.compareTo(Duration.ofNanos(wait)) >= 0 ? wait : Math.max(0, left.toNanos());
    }
}

package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.job.Overlap;
import org.carillon.job.Reason;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.Change;

/**
 * Brings runs on their way: holds those that must wait, hands them to their executors, and lets the next one go when one has
 * ended. Its methods are called with the scheduler's lock held.
 */
final class RunSupervisor {
    private final Core core;
    private final RunStarter starter;

    RunSupervisor(Core core, RunStarter starter) {
        this.core = core;
        this.starter = starter;
        starter.attach(this);
    }

    /** A run that is in the ledger as QUEUED goes on its way. */
    void admit(ActiveRun run, Plan.Admission admission, Duration delay) {
        core.publish(new SchedulerEvent.RunQueued(core.now(), run.run()));
        if (core.closing && run.run().scheduledAt() != null) {
            return;
        }
        core.active.put(run.id(), run);
        if (core.closing) {
            // Otherwise the next start would run it, long after somebody asked for it.
            stop(run, RunState.CANCELLED, Reason.of(Cause.SHUTDOWN));
            return;
        }
        run.replaces = admission == Plan.Admission.REPLACE;
        // What somebody asks for takes a place whether or not one is free.
        if (admission == Plan.Admission.START && (run.run().scheduledAt() == null || hasRoom(run))) {
            countAsGoing(run);
        }
        if (delay.isZero()) {
            proceed(run);
        } else {
            run.setTimer(core.after(delay, () -> proceed(run)));
        }
    }

    /** A run that is in the ledger as QUEUED waits for the end of processes, see {@link #orphanEnded}. */
    void hold(ActiveRun run) {
        core.publish(new SchedulerEvent.RunQueued(core.now(), run.run()));
        core.active.put(run.id(), run);
    }

    /** Nothing is left of an interrupted run of a job. @param held what was held until then, and comes before whatever else waits */
    void orphanEnded(JobEntry entry, List<ActiveRun> held) {
        entry.orphaned--;
        for (ActiveRun run : held.reversed()) {
            if (run.phase == ActiveRun.Phase.HELD && core.active.containsKey(run.id())) {
                entry.waiting.addFirst(run);
                hold(run.pool);
            }
        }
        admitWaiting(entry);
        removeIfDone(entry);
        core.forgetIfGone(entry);
    }

    /** Those runs of a removed job that have not been started are not wanted any more. */
    void cancelUnstarted(JobEntry entry) {
        for (ActiveRun run : List.copyOf(core.active.values())) {
            boolean unstarted = run.phase == ActiveRun.Phase.HELD || run.phase == ActiveRun.Phase.QUEUED;
            if (run.entry == entry && unstarted && run.run().attempt() == 0) {
                stop(run, RunState.CANCELLED, Reason.of(Cause.BY_REQUEST));
            }
        }
    }

    /**
     * Gives a run that is not in the ledger yet a place in its executor, if one is free: it enters the ledger as RUNNING, and
     * one commit is enough. {@link #begin} follows, or {@link #giveUp}.
     */
    boolean tryStart(ActiveRun run) {
        if (core.closing || run.pool == null || lateness(run) != null || !run.pool.tryTake()) {
            return false;
        }
        core.active.put(run.id(), run);
        countAsGoing(run);
        starter.mark(run);
        return true;
    }

    void begin(ActiveRun run) {
        starter.begin(run);
    }

    /** It did not get into the ledger. */
    void giveUp(ActiveRun run) {
        core.active.remove(run.id());
        if (run.entry != null) {
            run.entry.going.remove(run);
            run.entry.touch();
        }
        run.pool.release();
        pump(run.pool);
        core.runEnded();
    }

    /** Occurrences that do not run are in the ledger. */
    void notRun(List<Run> runs) {
        for (Run run : runs) {
            core.noteLastRun(run);
            core.publish(new SchedulerEvent.RunEnded(core.now(), run));
        }
    }

    /** Stops a run, which then gets that state for that reason. Nothing happens if it is ending. */
    void stop(ActiveRun run, RunState state, Reason reason) {
        switch (run.phase) {
            case HELD, QUEUED, BETWEEN_ATTEMPTS -> {
                withdraw(run);
                end(run, run.run().ended(state, reason, core.now(), run.run().exitCode(), run.run().outputBytes()));
            }
            case STARTING, RUNNING -> starter.stop(run, state, reason);
            case ENDING -> {}
        }
    }

    /** Takes a run that is not started out of everything that it waits in. */
    void withdraw(ActiveRun run) {
        run.cancelTimer();
        if (run.pool != null) {
            run.pool.withdraw(run);
        }
        if (run.entry != null) {
            letGo(run.entry.waiting.remove(run), run.pool);
        }
    }

    /** It comes to its end: recorded first, then known. */
    void end(ActiveRun run, Run ended) {
        run.phase = ActiveRun.Phase.ENDING;
        run.closeLog();
        run.become(ended);
        List<Change> changes = Attempts.with(run, new Change.UpdateRun(ended));
        core.ledger.submit(new RunWork(changes, () -> core.locked(() -> ended(run))));
    }

    /** Lets those start for whom there is a place. */
    void pump(ExecutorPool pool) {
        if (core.closing) {
            return;
        }
        for (ActiveRun run : pool.takeStartable()) {
            Duration late = lateness(run);
            if (late == null) {
                starter.start(run);
            } else {
                pool.release();
                end(run, run.run().ended(RunState.MISSED, Misfires.graceOver(late), core.now(), null, 0));
            }
        }
    }

    /** Removes a job that cannot run again, if it wants that. */
    void removeIfDone(JobEntry entry) {
        boolean idle = entry.job != null && entry.nextRun == null && entry.leftovers.isEmpty() && entry.isIdle()
                && !entry.claimed && !entry.removed && core.scheduling;
        if (idle && entry.job.policy().removeWhenDone() && LaterSearch.isFinished(entry, core.now())) {
            core.take(entry);
            core.ledger.submit(new RunWork(List.of(new Change.RemoveJob(entry.id, ChangeOrigin.saved(core.now()))), () -> core.locked(() -> {
                core.jobs.remove(entry);
                core.forgetIfGone(entry);
                core.release(entry);
                core.publish(new SchedulerEvent.JobRemoved(core.now(), entry.id));
            })));
        }
    }

    private void ended(ActiveRun run) {
        core.active.remove(run.id());
        core.noteLastRun(run.run());
        core.publish(new SchedulerEvent.RunEnded(core.now(), run.run()));
        if (run.entry != null) {
            run.entry.going.remove(run);
            run.entry.touch();
            admitWaiting(run.entry);
            removeIfDone(run.entry);
            core.forgetIfGone(run.entry);
        }
        core.runEnded();
    }

    private void admitWaiting(JobEntry entry) {
        while (!core.closing && !entry.waiting.isEmpty() && hasRoom(entry.waiting.peek())) {
            ActiveRun next = entry.waiting.poll();
            letGo(true, next.pool);
            countAsGoing(next);
            enterPool(next);
        }
    }

    private void proceed(ActiveRun run) {
        if (core.closing) {
            return;
        }
        if (run.entry == null || run.entry.going.contains(run)) {
            enterPool(run);
        } else if (hasRoom(run)) {
            countAsGoing(run);
            enterPool(run);
        } else if (run.replaces) {
            replaceOldest(run);
        } else if (run.pool != null && !run.pool.takesMore()) {
            skip(run);
        } else {
            run.entry.waiting.add(run);
            hold(run.pool);
        }
    }

    private void skip(ActiveRun run) {
        Reason full = Reason.of(Cause.QUEUE_FULL, run.pool.name());
        end(run, run.run().ended(RunState.SKIPPED, full, core.now(), null, 0));
    }

    private static void hold(ExecutorPool pool) {
        if (pool != null) {
            pool.hold();
        }
    }

    private static void letGo(boolean waited, ExecutorPool pool) {
        if (waited && pool != null) {
            pool.letGo();
        }
    }

    /** Hands it to its executor, also for another attempt. */
    void enterPool(ActiveRun run) {
        if (run.pool == null) {
            Reason none = Reason.of(Cause.NOT_STARTED, core.pools.missing(run.job().executor()).toString());
            end(run, run.run().ended(RunState.FAILED, none, core.now(), null, 0));
            return;
        }
        if (run.phase == ActiveRun.Phase.HELD && run.pool.isFull()) {
            skip(run);
            return;
        }
        run.phase = ActiveRun.Phase.QUEUED;
        run.pool.offer(run);
        pump(run.pool);
    }

    /** Whether its job may have one more run. */
    static boolean hasRoom(ActiveRun run) {
        return run.job().policy().overlap() == Overlap.PARALLEL || run.entry.taken() < run.job().policy().maxInstances();
    }

    private static void countAsGoing(ActiveRun run) {
        if (run.entry != null) {
            run.entry.going.add(run);
            run.entry.touch();
        }
    }

    /** It starts when the oldest has ended, which may take as long as that is given to end, and before whatever else waits for that. */
    private void replaceOldest(ActiveRun run) {
        JobEntry entry = run.entry;
        Reason replaced = Reason.of(Cause.REPLACED);
        entry.waiting.stream().filter(waits -> waits.replaces).toList().forEach(older -> stop(older, RunState.CANCELLED, replaced));
        entry.waiting.addFirst(run);
        hold(run.pool);
        if (entry.orphaned == 0 && entry.going.stream().noneMatch(ActiveRun::isLeaving)) {
            entry.going.stream().findFirst().ifPresent(oldest -> stop(oldest, RunState.CANCELLED, replaced));
        }
    }

    /** How late it would start, if that is later than its policy allows; else null. */
    private Duration lateness(ActiveRun run) {
        Instant planned = run.run().scheduledAt();
        if (run.grace == null || planned == null || run.run().attempt() > 0) {
            return null;
        }
        Duration late = Duration.between(planned, core.now());
        return late.compareTo(run.grace) > 0 ? late : null;
    }
}

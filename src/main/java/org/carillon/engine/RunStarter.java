package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.action.ActionResult;
import org.carillon.action.ActionRun;
import org.carillon.action.ActionRunner;
import org.carillon.action.RunMark;
import org.carillon.action.StopSignal;
import org.carillon.job.Policy;
import org.carillon.job.Reason;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.RunLogWriter;
import org.carillon.log.RunLogs;
import org.carillon.store.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the actions of runs, watches over their time, stops them, and tries again those that failed and may. */
final class RunStarter {
    private static final Logger LOG = LoggerFactory.getLogger(RunStarter.class);

    private final Core core;
    private final RunLogs logs;
    private final ActionRunner actions;
    private final Whereabouts whereabouts;
    private RunSupervisor supervisor;

    RunStarter(Core core, RunLogs logs, ActionRunner actions, Whereabouts whereabouts) {
        this.core = core;
        this.logs = logs;
        this.actions = actions;
        this.whereabouts = whereabouts;
    }

    void attach(RunSupervisor itsSupervisor) {
        supervisor = itsSupervisor;
    }

    /** Starts the next attempt of a run that has a place in its executor: recorded first, then done. The lock is held. */
    void start(ActiveRun active) {
        mark(active);
        core.ledger.submit(new RunWork(Attempts.with(active, new Change.UpdateRun(active.run())), () -> begin(active)));
    }

    /** From now on it counts as running. The lock is held. */
    void mark(ActiveRun active) {
        Instant now = core.now();
        active.phase = ActiveRun.Phase.STARTING;
        active.attemptStartedAt = now;
        active.become(active.run().started(now, active.run().attempt() + 1, whereabouts.host(), whereabouts.user()));
    }

    /** That it runs is durable: now it may. */
    void begin(ActiveRun active) {
        Run started = active.run();
        core.locked(() -> {
            active.phase = ActiveRun.Phase.RUNNING;
            core.noteLastRun(started);
            Duration timeout = active.job().policy().timeout();
            if (timeout != null && active.stopReason == null) {
                Reason reason = Reason.of(Cause.TIMEOUT, timeout.toString());
                active.setTimer(core.after(timeout, () -> supervisor.stop(active, RunState.TIMED_OUT, reason)));
            }
        });
        core.publish(new SchedulerEvent.RunStarted(core.now(), started));
        Thread.ofVirtual().name("run-" + active.id()).start(() -> perform(active, started));
    }

    private void perform(ActiveRun active, Run started) {
        RunMark mark = new RunMark(whereabouts.schedulerMark(), started.id(), started.jobId());
        RunLogWriter log = logs.create(started.id(), started.startedAt());
        ActionResult result;
        try (log) {
            result = act(new ActionRun(active.job().action(), mark), log, active.signal);
        }
        log.problem().ifPresent(problem -> LOG.warn("The log of run {} is not complete: {}", started.id(), problem));
        core.locked(() -> finish(active, result, started.outputBytes() + log.received()));
    }

    private ActionResult act(ActionRun run, RunLogWriter log, StopSignal signal) {
        try {
            return actions.run(run, log, signal);
        } catch (InterruptedException e) {
            return brokenOff(run, e);
        } catch (RuntimeException e) {
            return brokenOff(run, e);
        } finally {
            signal.detach();
        }
    }

    private static ActionResult brokenOff(ActionRun run, Exception failure) {
        LOG.error("The action of run {} broke off", run.mark().runId(), failure);
        return new ActionResult(false, null, Reason.of(Cause.ERROR, failure.toString()));
    }

    /** Asks an action to end and kills it when it does not; one that has not begun will not. The lock is held. */
    void stop(ActiveRun active, RunState state, Reason reason) {
        if (active.stopReason != null) {
            return;
        }
        active.stopState = state;
        active.stopReason = reason;
        StopSignal signal = active.signal;
        Thread.ofVirtual().name("stop-" + active.id()).start(signal::ask);
        active.setTimer(core.after(active.job().policy().killGrace(), () ->
                Thread.ofVirtual().name("kill-" + active.id()).start(signal::kill)));
    }

    private void finish(ActiveRun active, ActionResult result, long bytes) {
        active.cancelTimer();
        boolean stopped = active.signal.isAsked();
        RunState state = stopped ? active.stopState : result.succeeded() ? RunState.SUCCEEDED : RunState.FAILED;
        Reason reason = stopped ? active.stopReason : result.reason();
        active.stopState = null;
        active.stopReason = null;
        if (state.isFailure() && mayRetry(active)) {
            awaitRetry(active, state, reason, result.exitCode(), bytes);
        } else {
            supervisor.end(active, active.run().ended(state, reason, core.now(), result.exitCode(), bytes));
        }
        active.pool.release();
        supervisor.pump(active.pool);
    }

    private boolean mayRetry(ActiveRun active) {
        return !core.closing && active.run().attempt() <= active.job().policy().retry().attempts();
    }

    private void awaitRetry(ActiveRun active, RunState state, Reason reason, Integer exitCode, long bytes) {
        Policy policy = active.job().policy();
        Duration wait = policy.retry().waitBefore(active.run().attempt() + 1);
        Instant now = core.now();
        active.phase = ActiveRun.Phase.BETWEEN_ATTEMPTS;
        active.recordsAttempts = true;
        active.signal = new StopSignal();
        active.become(active.run().waitingForRetry(now.plus(wait), reason, exitCode, bytes));
        Run waiting = active.run();
        List<Change> changes = Attempts.failed(active, state, reason, now, exitCode, waiting);
        core.ledger.submit(new RunWork(changes, () -> core.publish(new SchedulerEvent.RunWillRetry(core.now(), waiting))));
        active.setTimer(core.after(wait, () -> supervisor.enterPool(active)));
    }
}

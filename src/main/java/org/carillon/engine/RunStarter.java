package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.carillon.action.ActionResult;
import org.carillon.action.ActionRun;
import org.carillon.action.ActionRunner;
import org.carillon.action.RunMark;
import org.carillon.action.StopSignal;
import org.carillon.job.Circumstances;
import org.carillon.job.Policy;
import org.carillon.job.Reason;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.RunLogWriter;
import org.carillon.log.RunLogs;
import org.carillon.message.Language;
import org.carillon.message.Message;
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
    private final RandomGenerator random;
    private RunSupervisor supervisor;

    RunStarter(Core core, RunLogs logs, ActionRunner actions, Whereabouts whereabouts, RandomGenerator random) {
        this.core = core;
        this.logs = logs;
        this.actions = actions;
        this.whereabouts = whereabouts;
        this.random = random;
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
        Run started = active.run().started(now, active.run().attempt() + 1, whereabouts.host(), whereabouts.user());
        active.become(started.under(circumstances(active)));
    }

    /** That nothing can be said of them is no reason not to run it: what is wrong, its action will say. */
    private Circumstances circumstances(ActiveRun active) {
        try {
            return actions.circumstances(active.job().action());
        } catch (RuntimeException e) {
            LOG.debug("What run {} of {} is made of cannot be told", active.id(), active.job().id(), e);
            return null;
        }
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
        endIfBroken(active, started, () -> Thread.ofVirtual().name("run-" + active.id())
                .start(() -> endIfBroken(active, started, () -> perform(active, started))));
    }

    /** Whatever goes wrong, the run comes to an end, and says why. */
    private void endIfBroken(ActiveRun active, Run started, Runnable body) {
        try {
            body.run();
        } catch (RuntimeException | Error e) {
            ActionResult broken = brokenOff(started.id(), e);
            core.locked(() -> {
                if (active.phase == ActiveRun.Phase.RUNNING) {
                    finish(active, broken, started.outputBytes());
                }
            });
        }
    }

    private void perform(ActiveRun active, Run started) {
        RunMark mark = new RunMark(whereabouts.schedulerMark(), started.id(), started.jobId());
        RunLogWriter log = core.locked(() -> active.log(logs));
        long before = log.received();
        ActionResult result = act(new ActionRun(active.job().action(), mark, core.locked(active.pool::workers)), log, active.signal);
        endOutput(active, log, result);
        ActionResult told = log.problem().map(problem -> withLostOutput(result, started, problem)).orElse(result);
        core.locked(() -> finish(active, told, started.outputBytes() + log.received() - before));
    }

    /** Output that could not be kept does not make a run fail, but nobody is to look for it in vain. */
    private static ActionResult withLostOutput(ActionResult result, Run run, Message problem) {
        LOG.warn("The log of run {} is not complete: {}", run.id(), problem);
        return result.reason() != null ? result : new ActionResult(result.succeeded(), result.exitCode(),
                Reason.of(Cause.OUTPUT_LOST, problem.in(Language.ENGLISH)));
    }

    /** The log stays open for another attempt, if there may be one. A run that is stopped at this moment closes it later. */
    private void endOutput(ActiveRun active, RunLogWriter log, ActionResult result) {
        boolean mayGoOn = core.locked(() -> mayRetry(active) && (!result.succeeded() || active.signal.isAsked()));
        if (mayGoOn) {
            log.release();
        } else {
            log.close();
        }
    }

    private ActionResult act(ActionRun run, RunLogWriter log, StopSignal signal) {
        try {
            return actions.run(run, log, signal);
        } catch (Exception | Error e) {
            return brokenOff(run.mark().runId(), e);
        } finally {
            signal.detach();
        }
    }

    private static ActionResult brokenOff(long runId, Throwable failure) {
        String told = failure.getClass().getName();
        try {
            LOG.error("The action of run {} broke off", runId, failure);
            told = Objects.requireNonNullElse(failure.toString(), told);
        } catch (RuntimeException | Error e) {
            LOG.error("The action of run {} broke off, and {} fails to say why", runId, told);
        }
        return new ActionResult(false, null, Reason.of(Cause.ERROR, told));
    }

    /** Asks an action to end and kills it when it does not; one that has not begun will not. The lock is held. */
    void stop(ActiveRun active, RunState state, Reason reason) {
        active.unwanted |= state == RunState.CANCELLED;
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
        completeCircumstances(active);
        boolean stopped = active.signal.isAsked();
        RunState state = stopped ? active.stopState : result.succeeded() ? RunState.SUCCEEDED : RunState.FAILED;
        Reason reason = stopped && !wasGivenUp(result) ? active.stopReason : result.reason();
        active.stopState = null;
        active.stopReason = null;
        if (state.isFailure() && !wasGivenUp(result) && mayRetry(active)) {
            awaitRetry(active, state, reason, result.exitCode(), bytes);
        } else {
            supervisor.end(active, active.run().ended(state, reason, core.now(), result.exitCode(), bytes));
        }
        active.pool.release();
        supervisor.pump(active.pool);
    }

    /** That it goes on in spite of all is what has to be known of it. */
    private static boolean wasGivenUp(ActionResult result) {
        return result.reason() != null && result.reason().cause() == Cause.STILL_RUNNING;
    }

    /** The environment was still being imported when it started. */
    private void completeCircumstances(ActiveRun active) {
        Circumstances known = active.run().circumstances();
        if (known != null && known.directory() != null && known.environment() == null) {
            active.become(active.run().under(circumstances(active)));
        }
    }

    private boolean mayRetry(ActiveRun active) {
        return !core.closing && !active.unwanted && active.run().attempt() <= active.job().policy().retry().attempts();
    }

    private void awaitRetry(ActiveRun active, RunState state, Reason reason, Integer exitCode, long bytes) {
        Policy policy = active.job().policy();
        Duration wait = policy.retry().waitBefore(active.run().attempt() + 1, random);
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

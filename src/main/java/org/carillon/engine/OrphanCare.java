package org.carillon.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carillon.action.Orphans;
import org.carillon.action.RootProcesses;
import org.carillon.action.RunMark;
import org.carillon.job.Policy;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the processes of interrupted runs, asked first and killed after the job's grace, or leaves them, as the job's policy says. */
final class OrphanCare {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanCare.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Core core;
    private final String schedulerMark;
    private final RootProcesses roots;

    OrphanCare(Core core, String schedulerMark, RootProcesses roots) {
        this.core = core;
        this.schedulerMark = schedulerMark;
        this.roots = roots;
    }

    /**
     * The interrupted runs that have left processes, by id; not only those that were interrupted just now: the scheduler that
     * settled a run may have died before its processes had ended. What a finished run left behind was left on purpose.
     */
    Map<Long, Run> interruptedWithOrphans() {
        Map<Long, Run> found = Orphans.runsOf(schedulerMark, roots).stream()
                .flatMap(id -> core.store.run(id).stream())
                .filter(run -> run.state() == RunState.INTERRUPTED)
                .collect(Collectors.toMap(Run::id, run -> run));
        roots.runs().stream().filter(id -> !found.containsKey(id) && !isGoing(id)).forEach(roots::ended);
        return found;
    }

    private boolean isGoing(long runId) {
        return core.store.run(runId).filter(run -> !run.state().isFinal()).isPresent();
    }

    /** @param then what to do when none of its processes is left, or all are to go on; called with the lock held */
    void care(Run interrupted, Runnable then) {
        Orphans orphans = Orphans.of(new RunMark(schedulerMark, interrupted.id(), interrupted.jobId()), roots);
        Policy policy = core.locked(() -> policyOf(interrupted));
        switch (policy.orphans()) {
            case END -> end(interrupted, orphans, policy.killGrace(), then);
            case LEAVE -> leave(interrupted, orphans, then);
        }
    }

    private Policy policyOf(Run run) {
        JobEntry entry = core.jobs.get(run.jobId());
        return entry == null || entry.job == null ? Policy.DEFAULT : entry.job.policy();
    }

    private void leave(Run interrupted, Orphans orphans, Runnable then) {
        String pids = orphans.pids().stream().map(String::valueOf).collect(Collectors.joining(", "));
        LOG.warn("Run {} of {} was interrupted; its processes {} go on, as its policy says", interrupted.id(), interrupted.jobId(), pids);
        Run left = interrupted.ended(RunState.INTERRUPTED, Reason.of(Reason.Cause.CRASHED_LEFT, pids), interrupted.endedAt(),
                interrupted.exitCode(), interrupted.outputBytes());
        core.ledger.submit(new RunWork(List.of(new Change.UpdateRun(left)), () -> core.locked(() -> {
            core.noteLastRun(left);
            then.run();
        })));
    }

    private void end(Run interrupted, Orphans orphans, Duration grace, Runnable then) {
        LOG.warn("Run {} of {} was interrupted and has left processes running; they are ended", interrupted.id(), interrupted.jobId());
        orphans.ask();
        core.locked(() -> {
            Timers.Timer kill = core.after(grace, () -> Thread.ofVirtual().start(orphans::kill));
            lookAgain(interrupted.id(), orphans, kill, then);
        });
    }

    private void lookAgain(long runId, Orphans orphans, Timers.Timer kill, Runnable then) {
        core.after(LOOK_AGAIN, () -> Thread.ofVirtual().start(() -> {
            boolean alive = orphans.isAlive();
            if (!alive) {
                roots.ended(runId);
            }
            core.locked(() -> {
                if (alive && !core.closing) {
                    lookAgain(runId, orphans, kill, then);
                } else {
                    kill.cancel();
                    then.run();
                }
            });
        }));
    }
}

package org.carillon.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.job.Reason;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.RunQuery;

/**
 * What is known of runs whose scheduler died. A command that has the data directory to itself and has started nothing knows that
 * nothing is running: what the ledger calls RUNNING was interrupted. The next scheduler to start will write that down and do what
 * the job's policy says; commands that only look leave it to it.
 */
final class Leftovers {
    private Leftovers() {}

    static List<Run> runs(SchedulerSession session, RunQuery query) {
        return session.live() ? session.scheduler().runs(query) : runs(session.scheduler(), query);
    }

    /** A run as it stands. */
    static Run run(SchedulerSession session, Run run) {
        return session.live() ? run : settled(run);
    }

    static List<JobStatus> jobs(SchedulerSession session) {
        List<JobStatus> jobs = session.scheduler().jobs();
        return session.live() ? jobs : jobs.stream().map(Leftovers::settled).toList();
    }

    private static List<Run> runs(Scheduler idle, RunQuery query) {
        return idle.runs(query.in(stored(query.states()))).stream()
                .map(Leftovers::settled)
                .filter(run -> query.states().isEmpty() || query.states().contains(run.state()))
                .toList();
    }

    private static JobStatus settled(JobStatus status) {
        Run last = status.lastRun() == null ? null : settled(status.lastRun());
        return new JobStatus(status.id(), status.job(), status.nextRun(), last, status.running(), status.problem(), status.leftOut());
    }

    private static Run settled(Run run) {
        return run.state() == RunState.RUNNING
                ? run.ended(RunState.INTERRUPTED, Reason.of(Cause.CRASHED), null, run.exitCode(), run.outputBytes())
                : run;
    }

    private static Set<RunState> stored(Set<RunState> wanted) {
        if (!wanted.contains(RunState.INTERRUPTED)) {
            return wanted;
        }
        Set<RunState> states = EnumSet.copyOf(wanted);
        states.add(RunState.RUNNING);
        return states;
    }
}

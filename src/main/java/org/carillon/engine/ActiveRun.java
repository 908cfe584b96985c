package org.carillon.engine;

import java.time.Duration;
import org.carillon.action.StopSignal;
import org.carillon.job.Job;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.RunLogWriter;
import org.carillon.log.RunLogs;

/** A run that has not ended, with the job as it was when it was planned. Guarded by the scheduler's lock. */
final class ActiveRun {
    /** Where it is on its way. */
    enum Phase {
        /** Waits for its time (jitter, the space between runs that are made up for), or for its job's other runs. */
        HELD,
        /** Waits in its executor. */
        QUEUED,
        /** Its start is being recorded. */
        STARTING,
        /** Its action is going on. */
        RUNNING,
        /** Waits for its next attempt. */
        BETWEEN_ATTEMPTS,
        /** Its end is being recorded. */
        ENDING
    }

    private final Job job;
    /** Its job's entry; null when it belongs to no stored job. */
    final JobEntry entry;
    /** Null when its executor no longer exists. */
    final ExecutorPool pool;
    /** How late it may start; null for however late. */
    final Duration grace;
    Phase phase = Phase.HELD;
    StopSignal signal = new StopSignal();
    /** Whether it takes the place of its job's oldest run. */
    boolean replaces;
    /** Whether somebody or something has put an end to it: there is no other attempt. */
    boolean unwanted;
    /** What it becomes when it ends because it was told to. */
    RunState stopState;
    Reason stopReason;
    /** Whatever is to be done about it later. */
    Timers.Timer timer;
    /** When its present attempt was started. */
    java.time.Instant attemptStartedAt;
    /** Whether attempts are recorded: the first one of several has failed. */
    boolean recordsAttempts;
    /** Takes what all attempts print, from the first one on. */
    private RunLogWriter log;
    private Run run;

    ActiveRun(Job job, Run run, JobEntry entry, ExecutorPool pool, Duration grace) {
        this.job = job;
        this.run = run;
        this.entry = entry;
        this.pool = pool;
        this.grace = grace;
    }

    Job job() {
        return job;
    }

    /** Whether its place is free before long, without anybody asking it to end. */
    boolean isLeaving() {
        return phase == Phase.ENDING || unwanted;
    }

    Run run() {
        return run;
    }

    long id() {
        return run.id();
    }

    void become(Run next) {
        run = next;
        if (entry != null) {
            entry.touch();
        }
    }

    RunLogWriter log(RunLogs logs) {
        if (log == null || log.isClosed()) {
            log = logs.create(id(), run.startedAt());
        }
        return log;
    }

    /** Nothing more is printed. */
    void closeLog() {
        if (log != null) {
            log.close();
        }
    }

    void setTimer(Timers.Timer next) {
        cancelTimer();
        timer = next;
    }

    void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}

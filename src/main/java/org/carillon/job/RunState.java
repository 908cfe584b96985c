package org.carillon.job;

/** What became of a run. */
public enum RunState {
    /** Planned and accounted for, waiting for its executor; surely not started. */
    QUEUED,
    /** Its action is going on, or it waits for its next attempt. */
    RUNNING,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    /** Stopped by a person, by a newer run that replaced it, or by the end of the scheduler. */
    CANCELLED,
    /** Deliberately not run: see the reason. */
    SKIPPED,
    /** Could not start on time and was not made up: see the reason. */
    MISSED,
    /** It was running when its scheduler died; what its action did, nobody can know. */
    INTERRUPTED;

    /** Whether nothing more will happen to a run in this state. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }

    /** Whether this is something to worry about; skipped and missed are not failures. */
    public boolean isFailure() {
        return this == FAILED || this == TIMED_OUT || this == INTERRUPTED;
    }
}

package org.carillon.notify;

import java.util.List;
import org.carillon.job.Run;
import org.carillon.job.RunState;

/** How often a job has failed in a row, and whether that was told. */
final class JobRecord {
    private long failures;
    private boolean told;

    /** @param before earlier runs of the job, newest first; what they were is taken as told */
    JobRecord(List<Run> before) {
        for (Run run : before) {
            if (run.state() == RunState.SUCCEEDED) {
                break;
            }
            if (run.state().isFailure()) {
                failures++;
            }
        }
        told = failures > 0;
    }

    /** @return how many in a row it are now */
    long failed() {
        return ++failures;
    }

    /** Somebody was told of the failure. */
    void tell() {
        told = true;
    }

    /** @return after how many failures that were told it works again; 0 if there is nothing to tell */
    long succeeded() {
        long recoveredFrom = told ? failures : 0;
        failures = 0;
        told = false;
        return recoveredFrom;
    }
}

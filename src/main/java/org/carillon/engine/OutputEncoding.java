package org.carillon.engine;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** In which encoding a job prints, if a person has said so. */
public final class OutputEncoding {
    private OutputEncoding() {}

    /**
     * Null for what the text looks like: for a job whose encoding nobody has chosen, which has UTF-8, and for one that is gone.
     *
     * @param scheduler knows the job
     */
    public static Charset of(Scheduler scheduler, String jobId) {
        return scheduler.job(jobId)
                .map(JobStatus::job)
                .map(job -> job.action().encoding())
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .orElse(null);
    }

    /** The same of the job of a run. */
    public static Charset ofRun(Scheduler scheduler, long runId) {
        return scheduler.run(runId).map(run -> of(scheduler, run.jobId())).orElse(null);
    }
}

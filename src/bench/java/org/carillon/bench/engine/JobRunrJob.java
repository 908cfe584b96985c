package org.carillon.bench.engine;

import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;

/** What JobRunr stores, and what runs it. */
public record JobRunrJob(int number) implements JobRequest {
    @Override
    public Class<Handler> getJobRequestHandler() {
        return Handler.class;
    }

    /** Made by JobRunr. */
    public static final class Handler implements JobRequestHandler<JobRunrJob> {
        @Override
        public void run(JobRunrJob job) {
            Probe.ran(job.number());
        }
    }
}

package org.carillon.bench.engine;

import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What Quartz runs; it makes the objects itself. */
public final class QuartzJob implements Job {
    @Override
    public void execute(JobExecutionContext context) {
        Probe.ran(Integer.parseInt(context.getJobDetail().getKey().getName()));
    }
}

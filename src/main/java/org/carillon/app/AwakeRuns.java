package org.carillon.app;

import java.util.HashSet;
import java.util.Set;
import org.carillon.desktop.awake.KeepAwake;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.engine.SchedulerEvent;
import org.carillon.engine.SchedulerListener;
import org.carillon.job.Run;

/** Keeps the machine awake while a job runs whose policy wants it. */
final class AwakeRuns implements SchedulerListener, AutoCloseable {
    private final Scheduler scheduler;
    private final KeepAwake awake;
    private final Set<Long> running = new HashSet<>();
    private KeepAwake.Hold hold;

    AwakeRuns(Scheduler scheduler, KeepAwake awake) {
        this.scheduler = scheduler;
        this.awake = awake;
    }

    @Override
    public synchronized void on(SchedulerEvent event) {
        switch (event) {
            case SchedulerEvent.RunStarted started when wantsIt(started.run()) -> running.add(started.run().id());
            case SchedulerEvent.RunEnded ended -> running.remove(ended.run().id());
            case SchedulerEvent.EventsLost _ -> running.removeIf(id -> scheduler.run(id).map(run -> run.state().isFinal()).orElse(true));
            default -> { }
        }
        settle();
    }

    private boolean wantsIt(Run run) {
        return scheduler.job(run.jobId()).map(JobStatus::job).map(job -> job.policy().keepAwake()).orElse(false);
    }

    private void settle() {
        if (running.isEmpty() && hold != null) {
            hold.close();
            hold = null;
        } else if (!running.isEmpty() && hold == null) {
            hold = awake.begin("A job is running");
        }
    }

    /** Lets the machine sleep. */
    @Override
    public synchronized void close() {
        running.clear();
        settle();
    }
}

package org.carillon.ui.shell;

import javafx.util.Subscription;
import org.carillon.engine.JobStatus;
import org.carillon.job.Run;
import org.carillon.ui.jobs.JobRow;
import org.carillon.ui.jobs.JobsViewModel;
import org.carillon.ui.log.LogViewModel;

/** Keeps the log beside the jobs on the selected job's newest run, or on another one that the person has chosen. */
final class JobLog {
    private final JobsViewModel jobs;
    private final LogViewModel log;
    private final Subscription selection;
    private Subscription job = Subscription.EMPTY;
    private boolean chosen;

    JobLog(JobsViewModel jobs, LogViewModel log) {
        this.jobs = jobs;
        this.log = log;
        log.unchosen().bind(jobs.selectionForLog());
        this.selection = jobs.current().subscribe(this::follow);
    }

    LogViewModel log() {
        return log;
    }

    private void follow(JobRow row) {
        job.unsubscribe();
        chosen = false;
        log.run().set(null);
        job = row == null ? Subscription.EMPTY : row.status().subscribe(this::newest);
    }

    private void newest(JobStatus status) {
        if (!chosen && status.lastRun() != null) {
            log.run().set(status.lastRun());
        }
    }

    /** Shows the output of that run until another job is selected. */
    void show(Run run) {
        chosen = true;
        log.run().set(run);
    }

    /** Shows the newest run again, whatever was chosen. */
    void showNewest() {
        chosen = false;
        JobRow row = jobs.current().get();
        if (row != null) {
            newest(row.status().get());
        }
    }

    void close() {
        selection.unsubscribe();
        job.unsubscribe();
        log.close();
    }
}

package org.carillon.ui.jobs;

import org.carillon.job.Job;

/** Where the jobs table leads to; the shell goes there. */
public interface JobsNavigation {
    void newJob();

    void edit(Job job);

    /** A new job that begins as a copy of that one. */
    void duplicate(Job job);

    /** Asks what a job is to be run with, this once. */
    void runWith(Job job);

    void importCrontab();

    /** The output of the newest run of the selected job. */
    void showLog();
}

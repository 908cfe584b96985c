package org.carillon.ui.shell;

import javafx.util.Subscription;
import org.carillon.message.Language;
import org.carillon.ui.dialogs.Dialogs;
import org.carillon.ui.dialogs.Notices;
import org.carillon.ui.fx.SchedulerFeed;
import org.carillon.ui.fx.TickingClock;
import org.carillon.ui.jobs.JobsViewModel;
import org.carillon.ui.log.LogViewModel;
import org.carillon.ui.log.RunLogSource;
import org.carillon.ui.runs.RunsViewModel;
import org.carillon.ui.theme.TimeWords;

/** The view models of one window in one language. */
final class Models {
    private final Language language;
    private final JobsViewModel jobs;
    private final ShellViewModel shell;
    private final RunsViewModel runs;
    private final LogViewModel runLog;
    private final RunsViewModel history;
    private final JobLog jobLog;
    private final Subscription selection;

    Models(WindowParts parts, SchedulerFeed feed, TickingClock clock, Dialogs dialogs, Notices notices) {
        language = parts.settings().language();
        TimeWords times = new TimeWords(language, parts.zone());
        jobs = new JobsViewModel(parts.scheduler(), feed, parts.background(), clock, times, dialogs, notices);
        shell = new ShellViewModel(parts.scheduler(), feed, parts.background(), notices, jobs);
        runs = new RunsViewModel(parts.scheduler(), feed, parts.background(), clock, times, notices);
        runLog = log(parts, feed, clock, times);
        history = new RunsViewModel(parts.scheduler(), feed, parts.background(), clock, times, notices);
        jobLog = new JobLog(jobs, log(parts, feed, clock, times));
        selection = jobs.current().subscribe(row -> history.jobId().set(row == null ? NO_JOB : row.id()));
    }

    /** An id that no job has. */
    private static final String NO_JOB = "";

    private static LogViewModel log(WindowParts parts, SchedulerFeed feed, TickingClock clock, TimeWords times) {
        return new LogViewModel(new RunLogSource(parts.scheduler(), parts.logs()), feed, parts.background(), parts.ticker(), clock, times);
    }

    Language language() {
        return language;
    }

    JobsViewModel jobs() {
        return jobs;
    }

    ShellViewModel shell() {
        return shell;
    }

    RunsViewModel runs() {
        return runs;
    }

    /** The log of the run that was opened among the runs. */
    LogViewModel runLog() {
        return runLog;
    }

    /** The runs of the selected job. */
    RunsViewModel history() {
        return history;
    }

    JobLog jobLog() {
        return jobLog;
    }

    void close() {
        selection.unsubscribe();
        jobLog.close();
        history.close();
        runLog.close();
        runs.close();
        jobs.close();
    }
}

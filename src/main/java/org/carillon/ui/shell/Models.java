package org.carillon.ui.shell;

import javafx.util.Subscription;
import org.carillon.message.Language;
import org.carillon.ui.dialogs.DesktopPrograms;
import org.carillon.ui.dialogs.Dialogs;
import org.carillon.ui.dialogs.Notices;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.SchedulerFeed;
import org.carillon.ui.fx.TickingClock;
import org.carillon.ui.jobs.JobsViewModel;
import org.carillon.ui.jobs.VersionsViewModel;
import org.carillon.ui.log.LiveLogsViewModel;
import org.carillon.ui.log.LogDesk;
import org.carillon.ui.log.LogViewModel;
import org.carillon.ui.log.RunLogSource;
import org.carillon.ui.runs.RunDesk;
import org.carillon.ui.runs.RunsViewModel;
import org.carillon.ui.theme.TimeWords;
import org.carillon.ui.timeline.TimelineViewModel;

/** The view models of one window in one language. */
final class Models {
    private final Language language;
    private final Background background;
    private final WindowMemory memory;
    private final JobsViewModel jobs;
    private final ShellViewModel shell;
    private final RunsViewModel runs;
    private final LogViewModel runLog;
    private final LiveLogsViewModel liveLogs;
    private final RunsViewModel history;
    private final TimelineViewModel timeline;
    private final JobLog jobLog;
    private final VersionsViewModel versions;
    private final LogDesk desk;
    private final RunDesk runDesk;
    private final RunCircumstances circumstances;
    private final Subscription selection;

    Models(WindowParts parts, SchedulerFeed feed, TickingClock clock, Dialogs dialogs, Notices notices,
            WindowMemory memory) {
        language = parts.settings().language();
        background = parts.background();
        this.memory = memory;
        runDesk = new RunDesk(parts.scheduler(), parts.logs(), dialogs, notices, parts.background());
        desk = new LogDesk(dialogs, notices, new DesktopPrograms(parts.background(), notices));
        TimeWords times = new TimeWords(language, parts.zone());
        jobs = new JobsViewModel(parts.scheduler(), feed, parts.background(), clock, times, dialogs, notices);
        shell = new ShellViewModel(parts.scheduler(), feed, parts.background(), notices, jobs);
        runs = new RunsViewModel(parts.scheduler(), feed, parts.background(), clock, times, notices);
        runLog = log(parts, feed, clock, times);
        liveLogs = new LiveLogsViewModel(parts.scheduler(), parts.logs(), feed, parts.background(), parts.ticker(), times);
        history = new RunsViewModel(parts.scheduler(), feed, parts.background(), clock, times, notices);
        timeline = new TimelineViewModel(parts.scheduler(), feed, parts.background(), clock, times, notices);
        history.unchosen().bind(jobs.selectionForRuns());
        jobLog = new JobLog(jobs, log(parts, feed, clock, times));
        versions = new VersionsViewModel(parts.scheduler(), parts.background(), jobs, notices);
        circumstances = new RunCircumstances(parts.scheduler(), parts.background(), language);
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

    /** How the window was left. */
    WindowMemory memory() {
        return memory;
    }

    Background background() {
        return background;
    }

    RunCircumstances circumstances() {
        return circumstances;
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

    /** The output of all runs as it comes. */
    LiveLogsViewModel liveLogs() {
        return liveLogs;
    }

    /** The runs of the selected job. */
    RunsViewModel history() {
        return history;
    }

    /** What the selected job was before. */
    VersionsViewModel versions() {
        return versions;
    }

    /** What runs when. */
    TimelineViewModel timeline() {
        return timeline;
    }

    JobLog jobLog() {
        return jobLog;
    }

    /** What can be done with logs. */
    LogDesk desk() {
        return desk;
    }

    /** What can be done with runs. */
    RunDesk runDesk() {
        return runDesk;
    }

    void close() {
        selection.unsubscribe();
        versions.close();
        jobLog.close();
        liveLogs.close();
        timeline.close();
        history.close();
        runLog.close();
        runs.close();
        jobs.close();
    }
}

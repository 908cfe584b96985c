package org.carillon.ui.shell;

import org.carillon.job.Run;
import org.carillon.ui.fx.Views;
import org.carillon.ui.jobs.JobsController;
import org.carillon.ui.log.LiveLogsController;
import org.carillon.ui.timeline.TimelineController;

/** What is on the pages, each to be made once at most, and the ways that lead from one to another. */
final class PageViews {
    private final Models models;
    private final ShellActions actions;
    private final Pages pages;
    private final JobsController jobs;
    private final JobPageController jobPage;
    /** Null until that page is shown. */
    private RunPageController runPage;

    PageViews(Models models, ShellActions actions, Pages pages) {
        this.models = models;
        this.actions = actions;
        this.pages = pages;
        this.jobs = new JobsController(models.jobs(), actions.navigation(this::openNewestLog));
        this.jobPage = new JobPageController(models, jobs);
    }

    /** The table on the page of jobs. */
    JobsController jobs() {
        return jobs;
    }

    JobPageController jobPage() {
        return jobPage;
    }

    Pages.View makeJobs() {
        return view(jobPage, jobs::focus);
    }

    Pages.View makeTimeline() {
        TimelineController timeline = new TimelineController(models.timeline(), new TimelineTargets(this::openLog, actions::select, actions::move));
        return view(timeline, timeline::focus);
    }

    Pages.View makeRuns() {
        runPage = new RunPageController(models);
        return view(runPage, runPage::focus);
    }

    Pages.View makeLogs() {
        LiveLogsController logs = new LiveLogsController(models.liveLogs(), models.desk(), this::openLog);
        return view(logs, logs::focus);
    }

    private Pages.View view(Object controller, Runnable focus) {
        return new Pages.View(Views.load(controller, models.language()), focus);
    }

    void openLog(Run run) {
        pages.show(Page.RUNS);
        runPage.openLog(run);
    }

    /** Shows the log of the selected job's newest run. */
    void openNewestLog() {
        pages.show(Page.JOBS);
        jobPage.openNewestLog();
    }
}

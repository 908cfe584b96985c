package org.carillon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.carillon.job.Run;
import org.carillon.ui.fx.LiveScheduler;
import org.carillon.ui.jobs.JobsViewModel;
import org.carillon.ui.log.LogViewModel;
import org.carillon.ui.log.RunLogSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLogTest {
    @TempDir
    Path directory;

    private LiveScheduler live;
    private JobsViewModel jobs;
    private JobLog log;

    @BeforeEach
    void open() {
        live = new LiveScheduler(directory);
        jobs = new JobsViewModel(live.scheduler, live.feed, live.background, live.clock, live.times, live.dialogs, live.dialogs);
        log = new JobLog(jobs, new LogViewModel(
                new RunLogSource(live.scheduler, live.logs), live.feed, live.background, live.ticker, live.clock, live.times));
        live.scheduler.add(LiveScheduler.yearly("one", "One", "echo one"));
        live.scheduler.add(LiveScheduler.yearly("two", "Two", "echo two"));
        live.until(() -> jobs.all().size() == 2);
    }

    @AfterEach
    void close() {
        log.close();
        jobs.close();
        live.close();
    }

    @Test
    void aJobThatHasRunShowsItsNewestRunWhenItIsSelected() throws InterruptedException {
        long run = run("one");
        live.until(() -> jobs.row("one").status().get().lastRun() != null);

        select("one");

        assertThat(shown()).isEqualTo(run);
    }

    @Test
    void aJobThatIsSelectedShowsARunAsSoonAsItStarts() throws InterruptedException {
        select("one");
        assertThat(log.log().run().get()).isNull();

        long run = run("one");

        live.until(() -> log.log().run().get() != null);
        assertThat(shown()).isEqualTo(run);
    }

    @Test
    void aRunThatWasChosenStaysUntilAnotherJobIsSelected() throws InterruptedException {
        Run first = live.scheduler.run(run("one")).orElseThrow();
        select("one");
        log.show(first);
        long second = run("one");
        live.until(() -> jobs.row("one").status().get().lastRun().id() == second);
        assertThat(shown()).isEqualTo(first.id());

        select("two");
        select("one");

        assertThat(shown()).isEqualTo(second);
    }

    @Test
    void whereSeveralJobsAreSelectedItSaysSo() throws InterruptedException {
        run("one");
        live.until(() -> jobs.row("one").status().get().lastRun() != null);
        select("one");
        assertThat(log.log().unchosen().get()).isEmpty();

        jobs.selected().setAll(jobs.all());

        assertThat(log.log().run().get()).isNull();
        assertThat(log.log().unchosen().get()).isEqualTo(jobs.selectionForLog().getValue()).startsWith("2 jobs are selected");
    }

    private long run(String job) throws InterruptedException {
        long run = live.scheduler.start(job);
        live.scheduler.await(run, Duration.ofSeconds(30));
        return run;
    }

    private void select(String job) {
        jobs.selected().setAll(jobs.row(job));
    }

    private long shown() {
        return log.log().run().get().id();
    }
}

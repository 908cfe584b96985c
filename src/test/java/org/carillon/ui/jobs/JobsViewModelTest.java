package org.carillon.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.beans.value.ObservableValue;
import org.carillon.engine.WhenExists;
import org.carillon.interchange.ExportFormat;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.ui.fx.LiveScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsViewModelTest {
    @TempDir
    Path directory;

    private LiveScheduler live;
    private JobsViewModel model;

    @BeforeEach
    void open() {
        live = new LiveScheduler(directory);
        model = new JobsViewModel(live.scheduler, live.feed, live.background, live.clock, live.times, live.dialogs, live.dialogs);
    }

    @AfterEach
    void close() {
        model.close();
        live.close();
    }

    @Test
    void withoutJobsItIsEmptyOnceTheyHaveBeenRead() {
        assertThat(model.loaded().get()).isTrue();
        assertThat(model.empty().get()).isTrue();
    }

    @Test
    void aNewJobAppearsByItselfAndInTheOrderOfNames() {
        add(LiveScheduler.yearly("b", "beta", "true"), LiveScheduler.yearly("a", "Alpha", "true"));
        live.until(() -> names().equals(List.of("Alpha", "beta")));
        assertThat(model.empty().get()).isFalse();
    }

    @Test
    void aChangedJobKeepsItsRowAndReadsAnew() {
        Job job = LiveScheduler.yearly("backup", "Backup", "true");
        add(job);
        live.until(() -> model.row("backup") != null);
        JobRow row = model.row("backup");
        live.scheduler.replace(job.withName("Nightly").withTrigger(LiveScheduler.cron("backup", "0 3 * * *")));
        live.until(() -> names().equals(List.of("Nightly")));
        assertThat(model.row("backup")).isSameAs(row);
        assertThat(row.schedule()).isEqualTo("Every day at 03:00");
    }

    @Test
    void aJobWhoseScheduleIsOnlySaidInOtherWordsIsShownAsItIsWrittenNow() {
        Job job = LiveScheduler.yearly("backup", "Backup", "true").withTrigger(LiveScheduler.cron("backup", "0 9 * * MON-FRI"));
        add(job);
        live.until(() -> model.row("backup") != null);
        Job rewritten = job.withTrigger(LiveScheduler.cron("backup", "0 9 * * 1-5"));
        assertThat(rewritten).isEqualTo(job);

        live.scheduler.replace(rewritten);

        live.until(() -> model.row("backup").job().get().trigger().isWrittenLike(rewritten.trigger()));
    }

    @Test
    void selectedJobsAreExportedInTheChosenFormAndWhatCannotBeSaidIsTold() {
        add(LiveScheduler.yearly("one", "Backup", "rsync -a /data /backup"),
                LiveScheduler.yearly("two", "Report", "make report").withPolicy(Policy.DEFAULT.withMaxRuns(3L)));
        live.until(() -> names().size() == 2);
        Path file = directory.resolve("my-crontab");
        live.dialogs.files.add(file);
        model.selected().setAll(model.all());

        model.export(ExportFormat.CRONTAB);

        live.until(() -> !live.dialogs.asked.isEmpty());
        assertThat(live.dialogs.asked.getFirst().title()).isEqualTo("1 job exported, 1 left out");
        assertThat(live.dialogs.asked.getFirst().text()).contains("Report is left out: how often it runs in all cannot be said there");
        assertThat(file).content().contains(" rsync -a /data /backup\n").doesNotContain("make report");
    }

    @Test
    void nothingIsExportedWhereNoFileIsChosen() {
        add(LiveScheduler.yearly("one", "Backup", "true"));
        live.until(() -> names().size() == 1);
        model.selected().setAll(model.all());

        model.export(ExportFormat.JSON);

        assertThat(live.dialogs.asked).isEmpty();
        assertThat(live.dialogs.told).isEmpty();
    }

    @Test
    void theFilterLooksAtNameTagsCommandAndId() {
        add(LiveScheduler.yearly("one", "Backup", "rsync -a /data /backup", "home"),
                LiveScheduler.yearly("two", "Report", "make report", "work"));
        live.until(() -> names().size() == 2);
        assertThat(shownFor("RSYNC")).containsExactly("Backup");
        assertThat(shownFor("work")).containsExactly("Report");
        assertThat(shownFor("two rep")).containsExactly("Report");
        assertThat(shownFor("home report")).isEmpty();
        assertThat(shownFor("")).hasSize(2);
        assertThat(model.count().getValue()).isEqualTo(2);
    }

    @Test
    void groupsAndTagsAreCountedAndOneOfThemCanBeChosen() {
        add(LiveScheduler.yearly("a", "Alpha", "true", "disk", "home").withGroup("office"), LiveScheduler.yearly("b", "Beta", "true", "disk"));
        live.until(() -> model.marks().equals(List.of(counted(JobMark.Kind.GROUP, "office", 1), counted(JobMark.Kind.TAG, "disk", 2),
                counted(JobMark.Kind.TAG, "home", 1))));

        model.mark().set(new JobMark(JobMark.Kind.TAG, "home"));
        assertThat(names()).containsExactly("Alpha");

        live.scheduler.remove("a");
        live.until(() -> model.mark().get() == null);
        assertThat(names()).containsExactly("Beta");
    }

    @Test
    void severalJobsGetAndLoseTagsAtOnceAndGetThemBack() {
        add(LiveScheduler.yearly("a", "Alpha", "true", "disk", "home"), LiveScheduler.yearly("b", "Beta", "true", "disk", "shop"));
        live.until(() -> names().size() == 2);
        model.selected().setAll(model.all());
        assertThat(model.selection().getValue()).isEqualTo("2 jobs are selected");
        live.dialogs.texts.add("night");

        model.changeTags();

        live.until(() -> tags("a").equals(Set.of("home", "night")) && tags("b").equals(Set.of("shop", "night")));
        assertThat(live.dialogs.begun).containsExactly("disk");
        live.until(() -> live.dialogs.lastUndo != null);
        live.dialogs.lastUndo.run();
        live.until(() -> tags("a").equals(Set.of("disk", "home")) && tags("b").equals(Set.of("disk", "shop")));
    }

    private Set<String> tags(String id) {
        return live.scheduler.job(id).orElseThrow().job().tags();
    }

    private static JobMark.Counted counted(JobMark.Kind kind, String name, int jobs) {
        return new JobMark.Counted(new JobMark(kind, name), jobs);
    }

    @Test
    void theTrialOfADraftIsNotInTheHistory() throws Exception {
        Job job = LiveScheduler.yearly("fails", "Fails", "exit 3");
        add(job);
        live.until(() -> model.row("fails") != null);
        JobRow row = model.row("fails");
        model.wantHistory(row);
        live.scheduler.await(live.scheduler.test(job.withName("Draft")), Duration.ofSeconds(30));
        live.scheduler.start("fails");
        live.until(() -> !row.history().get().isEmpty());

        assertThat(row.history().get()).extracting(Run::trigger).containsExactly(RunTrigger.MANUAL);
    }

    @Test
    void aJobThatIsRunByHandShowsHowItEndedAndItsHistory() {
        add(LiveScheduler.yearly("broken", "Broken", "exit 3"));
        live.until(() -> model.row("broken") != null);
        JobRow row = model.row("broken");
        model.wantHistory(row);
        model.selected().setAll(row);
        model.run();
        live.until(() -> row.history().get().size() == 1);
        assertThat(row.history().get().getFirst().state()).isEqualTo(RunState.FAILED);
        live.until(() -> row.status().get().lastRun().state() == RunState.FAILED);
        assertThat(new JobWords(live.times).lastRun(row.status().get().lastRun(), live.clock.instant()))
                .isEqualTo("Failed: exit code 3");
    }

    @Test
    void theDetailsSayThatNoneOrSeveralJobsAreSelectedAndWhatToDo() {
        add(LiveScheduler.yearly("a", "A", "true"), LiveScheduler.yearly("b", "B", "true"));
        live.until(() -> names().size() == 2);
        List<ObservableValue<String>> details = List.of(model.selection(), model.selectionForRuns(), model.selectionForLog());
        assertThat(details).extracting(ObservableValue::getValue)
                .containsExactly("Select a job to see more of it", "Select a job to see its runs", "Select a job to see its log");

        model.selected().setAll(model.all());
        assertThat(details).extracting(ObservableValue::getValue).containsExactly("2 jobs are selected",
                "2 jobs are selected. Select one of them to see its runs", "2 jobs are selected. Select one of them to see its log");

        model.selected().setAll(model.row("a"));
        assertThat(details).extracting(ObservableValue::getValue).containsOnly("");
    }

    @Test
    void severalJobsArePausedAndResumedAtOnce() {
        add(LiveScheduler.yearly("a", "A", "true"), LiveScheduler.yearly("b", "B", "true"));
        live.until(() -> names().size() == 2);
        model.selected().setAll(model.shown());
        model.pauseOrResume();
        live.until(() -> model.shown().stream().noneMatch(row -> row.job().get().enabled()));
        assertThat(model.canPause().get()).isFalse();
        model.pauseOrResume();
        live.until(() -> model.shown().stream().allMatch(row -> row.job().get().enabled()));
    }

    @Test
    void removedJobsCanBePutBack() {
        Job job = LiveScheduler.yearly("backup", "Backup", "true", "home");
        add(job);
        live.until(() -> names().size() == 1);
        model.selected().setAll(model.shown());
        model.remove();
        live.until(() -> model.empty().get());
        assertThat(live.dialogs.told).containsExactly("“Backup” is removed");
        assertThat(model.current().get()).isNull();
        live.dialogs.lastUndo.run();
        live.until(() -> model.row("backup") != null);
        assertThat(model.row("backup").job().get()).isEqualTo(job);
    }

    @Test
    void whatRunsCanBeStopped() {
        add(LiveScheduler.yearly("slow", "Slow", "sleep 60"));
        live.until(() -> names().size() == 1);
        model.selected().setAll(model.shown());
        assertThat(model.canStop().get()).isFalse();
        model.run();
        live.until(() -> model.canStop().get());
        assertThat(model.runningNames()).containsExactly("Slow");
        model.stop();
        live.until(() -> model.row("slow").status().get().lastRun().state() == RunState.CANCELLED);
        assertThat(model.canStop().get()).isFalse();
    }

    @Test
    void theExamplesAreRealJobs() {
        model.addExamples();
        live.until(() -> names().size() == 3);
        assertThat(model.shown()).extracting(JobRow::schedule).doesNotContain("");
        assertThat(live.dialogs.failures).isEmpty();
    }

    @Test
    void whatFailsIsToldAndTheRestStays() {
        add(LiveScheduler.yearly("gone", "Gone", "true"));
        live.until(() -> names().size() == 1);
        model.selected().setAll(model.shown());
        live.scheduler.remove("gone");
        model.run();
        assertThat(live.dialogs.told).containsExactly("The job could not be run");
        assertThat(live.dialogs.failures).hasSize(1);
    }

    @Test
    void fiveThousandJobsComeAsOneChangeAndARunTouchesOnlyItsRow() {
        List<Job> jobs = IntStream.range(0, 5_000)
                .mapToObj(number -> LiveScheduler.yearly("job-" + number, "Job " + number, "true"))
                .toList();
        List<ListChangeListener.Change<? extends JobRow>> changes = new ArrayList<>();
        model.shown().addListener((ListChangeListener<JobRow>) changes::add);
        live.scheduler.addAll(jobs, WhenExists.REFUSE);
        live.until(() -> model.shown().size() == 5_000);
        assertThat(changes).hasSizeLessThan(5);
        changes.clear();
        JobRow row = model.row("job-4321");
        model.selected().setAll(row);
        model.run();
        live.until(() -> row.status().get().lastRun() != null && row.status().get().running() == 0);
        assertThat(changes).isEmpty();
    }

    private void add(Job... jobs) {
        live.scheduler.addAll(List.of(jobs), WhenExists.REFUSE);
    }

    private List<String> names() {
        return model.shown().stream().map(JobRow::name).toList();
    }

    private List<String> shownFor(String filter) {
        model.filter().set(filter);
        return names();
    }
}

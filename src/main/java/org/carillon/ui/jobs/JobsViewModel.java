package org.carillon.ui.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.util.Subscription;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.engine.SchedulerStatus;
import org.carillon.interchange.ExportFormat;
import org.carillon.job.Job;
import org.carillon.message.Message;
import org.carillon.ui.dialogs.Dialogs;
import org.carillon.ui.dialogs.Notices;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.FeedUpdate;
import org.carillon.ui.fx.SchedulerFeed;
import org.carillon.ui.fx.TickingClock;
import org.carillon.ui.theme.TimeWords;

/** The jobs, the ones that match the filter, the selected ones, and what can be done with them. For the FX thread alone. */
public final class JobsViewModel {
    private final SchedulerFeed feed;
    private final TickingClock clock;
    private final TimeWords times;
    private final JobActions actions;
    private final JobExport export;
    private final JobHistories histories;
    private final Map<String, JobRow> byId = new HashMap<>();
    private final ObservableList<JobRow> rows =
            FXCollections.observableArrayList(row -> new Observable[] {row.job()});
    private final SortedList<JobRow> byName = new SortedList<>(rows, JobRow.BY_NAME);
    private final FilteredList<JobRow> shown = new FilteredList<>(byName);
    private final ObservableList<JobRow> selected =
            FXCollections.observableArrayList(row -> new Observable[] {row.status()});
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObservableList<JobMark.Counted> marks = FXCollections.observableArrayList();
    private final ObjectProperty<JobMark> mark = new SimpleObjectProperty<>(this, "mark");
    private final ReadOnlyObjectWrapper<JobRow> current = new ReadOnlyObjectWrapper<>(this, "current");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final ReadOnlyLongWrapper updates = new ReadOnlyLongWrapper(this, "updates");
    private final Subscription subscription;

    public JobsViewModel(Scheduler scheduler, SchedulerFeed feed, Background background, TickingClock clock,
                         TimeWords times, Dialogs dialogs, Notices notices) {
        this.feed = feed;
        this.clock = clock;
        this.times = times;
        this.actions = new JobActions(scheduler, background, dialogs, notices, times.language());
        this.export = new JobExport(background, dialogs, notices, times.language(), times.zone(), clock::instant);
        this.histories = new JobHistories(scheduler, background);
        filter.subscribe(this::applyFilter);
        mark.subscribe(this::applyFilter);
        rows.addListener((ListChangeListener<JobRow>) change -> countMarks());
        selected.subscribe(() -> current.set(selected.size() == 1 ? selected.getFirst() : null));
        this.subscription = feed.subscribe(this::take);
    }

    private void take(FeedUpdate update) {
        List<JobRow> added = new ArrayList<>();
        Instant now = clock.instant();
        for (JobStatus status : update.jobs()) {
            JobRow row = byId.get(status.id());
            if (row == null) {
                row = new JobRow(status, times.language(), now);
                byId.put(status.id(), row);
                added.add(row);
            } else {
                row.update(status, now);
            }
        }
        rows.addAll(added);
        remove(update.complete() ? missingIn(update.jobs()) : update.removed());
        histories.take(update, byId);
        loaded.set(loaded.get() || update.complete());
        updates.set(updates.get() + 1);
    }

    private Set<String> missingIn(List<JobStatus> all) {
        Set<String> ids = all.stream().map(JobStatus::id).collect(Collectors.toSet());
        return byId.keySet().stream().filter(id -> !ids.contains(id)).collect(Collectors.toSet());
    }

    private void remove(Collection<String> ids) {
        if (byId.keySet().removeAll(ids)) {
            selected.removeIf(row -> ids.contains(row.id()));
            rows.removeIf(row -> ids.contains(row.id()));
        }
    }

    private void applyFilter() {
        String text = filter.get();
        JobMark only = mark.get();
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        shown.setPredicate(text.isBlank() && only == null ? null
                : row -> (only == null || only.isOn(row.job().get())) && (text.isBlank() || row.matches(words)));
    }

    private void countMarks() {
        List<JobMark.Counted> now = JobMark.of(rows);
        if (!now.equals(marks)) {
            marks.setAll(now);
        }
        if (mark.get() != null && now.stream().noneMatch(each -> each.mark().equals(mark.get()))) {
            mark.set(null);
        }
    }

    /** Writes the selected jobs to where the person chooses. */
    void export(ExportFormat format) {
        export.export(selected.stream().map(row -> row.job().get()).filter(job -> job != null).toList(), format);
    }

    /** All jobs, by name. */
    public ObservableList<JobRow> all() {
        return byName;
    }

    /** The jobs that match the filter, by name. */
    public ObservableList<JobRow> shown() {
        return shown;
    }

    /** How many jobs there are, whatever the filter. */
    public ObservableValue<Number> count() {
        return Bindings.size(rows);
    }

    /** Words that name, tags, command or id must contain; blank for all jobs. */
    public StringProperty filter() {
        return filter;
    }

    /** What the jobs are marked with: their groups and their tags. */
    public ObservableList<JobMark.Counted> marks() {
        return marks;
    }

    /** Only jobs with this mark are shown; null for all. Goes when no job has it any more. */
    public ObjectProperty<JobMark> mark() {
        return mark;
    }

    /** False until the jobs have been read for the first time. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Changes after every update of the jobs. */
    public ReadOnlyLongProperty updates() {
        return updates.getReadOnlyProperty();
    }

    /** Whether there are no jobs at all. */
    public BooleanBinding empty() {
        return loaded.and(Bindings.isEmpty(rows));
    }

    /** The selected jobs; the table fills it. */
    public ObservableList<JobRow> selected() {
        return selected;
    }

    /** The one selected job; null when none or several are selected. */
    public ReadOnlyObjectProperty<JobRow> current() {
        return current.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SchedulerStatus> scheduler() {
        return feed.status();
    }

    public TickingClock clock() {
        return clock;
    }

    public TimeWords times() {
        return times;
    }

    /** The row of a job, or null if there is none. */
    public JobRow row(String jobId) {
        return byId.get(jobId);
    }

    /** The names of the jobs that are running. */
    public List<String> runningNames() {
        return rows.stream().filter(row -> row.status().get().running() > 0).map(JobRow::name).sorted().toList();
    }

    /** Asks for the newest runs of a job that has come into sight; they arrive in its history. */
    public void wantHistory(JobRow row) {
        histories.want(row);
    }

    /** Whether any selected job can be run. */
    public BooleanBinding canRun() {
        return Bindings.createBooleanBinding(() -> selected.stream().anyMatch(row -> !row.status().get().isBroken()), selected);
    }

    /** Whether any selected job is running. */
    public BooleanBinding canStop() {
        return Bindings.createBooleanBinding(() -> selected.stream().anyMatch(row -> row.status().get().running() > 0), selected);
    }

    /** Whether one job is selected that can be run with other arguments, variables or input. */
    public BooleanBinding canRunWith() {
        return Bindings.createBooleanBinding(() -> current.get() != null && OnceViewModel.suits(current.get().job().get()), selected);
    }

    /** Whether any selected job is not paused. */
    public BooleanBinding canPause() {
        return Bindings.createBooleanBinding(() -> selected.stream().anyMatch(row -> isEnabled(row, true)), selected);
    }

    /** Whether any selected job is paused. */
    public BooleanBinding canResume() {
        return Bindings.createBooleanBinding(() -> selected.stream().anyMatch(row -> isEnabled(row, false)), selected);
    }

    private static boolean isEnabled(JobRow row, boolean enabled) {
        JobStatus status = row.status().get();
        return !status.isBroken() && status.job().enabled() == enabled;
    }

    public void run() {
        actions.run(List.copyOf(selected));
    }

    public void stop() {
        actions.stop(List.copyOf(selected));
    }

    public void pause() {
        actions.pause(List.copyOf(selected));
    }

    public void resume() {
        actions.resume(List.copyOf(selected));
    }

    /** Pauses the selected jobs, or resumes them if all are paused. */
    public void pauseOrResume() {
        if (canPause().get()) {
            pause();
        } else {
            resume();
        }
    }

    /** Asks for the tags that all selected jobs are to have. */
    public void changeTags() {
        actions.changeTags(List.copyOf(selected));
    }

    /** What the details say where they are about no single job; empty while one is selected. */
    public ObservableValue<String> selection() {
        return selection("ui.jobs.details");
    }

    /** The same in place of its runs. */
    public ObservableValue<String> selectionForRuns() {
        return selection("ui.jobs.details.runs");
    }

    /** The same in place of its log. */
    public ObservableValue<String> selectionForLog() {
        return selection("ui.jobs.details.log");
    }

    private ObservableValue<String> selection(String key) {
        return Bindings.createStringBinding(() -> selected.size() == 1 ? ""
                : Message.of(key + (selected.isEmpty() ? ".none" : ".several"), selected.size()).in(times.language()), selected);
    }

    public void remove() {
        if (!selected.isEmpty()) {
            actions.remove(List.copyOf(selected));
        }
    }

    /** Adds a few harmless jobs to look at. */
    public void addExamples() {
        List<Job> examples = Examples.of(times.language(), times.zone(), clock.instant());
        actions.add(examples, feed::pull);
    }

    /** Ends it: updates no longer arrive. */
    public void close() {
        subscription.unsubscribe();
    }
}

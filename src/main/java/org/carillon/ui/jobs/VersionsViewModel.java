package org.carillon.ui.jobs;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.carillon.engine.JobStatus;
import org.carillon.engine.NoSuchException;
import org.carillon.engine.Scheduler;
import org.carillon.job.Job;
import org.carillon.job.JobDifference;
import org.carillon.job.JobVersion;
import org.carillon.message.Message;
import org.carillon.ui.dialogs.Notices;
import org.carillon.ui.fx.Background;
import org.carillon.ui.theme.TimeWords;

/** What the selected job was before, how that differs from what it is, and the way back. For the FX thread alone. */
public final class VersionsViewModel {
    private record Restored(Job before, Job after) {}

    private final Scheduler scheduler;
    private final Background background;
    private final JobsViewModel jobs;
    private final Notices notices;
    private final EditUndo undo;
    private final ObservableList<JobVersion> versions = FXCollections.observableArrayList();
    private final ObservableList<JobDifference> differences = FXCollections.observableArrayList();
    private final ObjectProperty<JobVersion> selected = new SimpleObjectProperty<>(this, "selected");
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
    private final Subscription subscription;
    private Subscription following = Subscription.EMPTY;
    private JobRow shownRow;
    private Job shownJob;

    public VersionsViewModel(Scheduler scheduler, Background background, JobsViewModel jobs, Notices notices) {
        this.scheduler = scheduler;
        this.background = background;
        this.jobs = jobs;
        this.notices = notices;
        this.undo = new EditUndo(scheduler, background, notices, jobs.times().language());
        selected.addListener((property, before, now) -> compare());
        subscription = Subscription.combine(jobs.current().subscribe(this::follow), active.subscribe(now -> load()));
    }

    /** Whether somebody looks: only then they are read. */
    public BooleanProperty active() {
        return active;
    }

    /** Newest first: the job as it is. */
    ObservableList<JobVersion> versions() {
        return versions;
    }

    ObjectProperty<JobVersion> selected() {
        return selected;
    }

    /** In what the selected version differs from the job as it is. */
    ObservableList<JobDifference> differences() {
        return differences;
    }

    /** What is said in place of versions where no single job is selected. */
    ObservableValue<String> selection() {
        return jobs.selection();
    }

    TimeWords times() {
        return jobs.times();
    }

    /** Whether the selected version would make the job another one. */
    BooleanBinding canRestore() {
        return Bindings.createBooleanBinding(() -> {
            JobVersion version = selected.get();
            Job now = versions.isEmpty() ? null : versions.getFirst().job();
            return version != null && version.job() != null && !versions.isEmpty() && (now == null || !EditUndo.isSame(version.job(), now));
        }, selected, versions);
    }

    private void follow(JobRow row) {
        following.unsubscribe();
        following = row == null ? Subscription.EMPTY : row.job().subscribe(job -> load());
        load();
    }

    private void load() {
        JobRow row = jobs.current().get();
        Job job = row == null ? null : row.job().get();
        if (!active.get() || row == shownRow && job == shownJob) {
            return;
        }
        if (row != shownRow) {
            take(List.of());
        }
        shownRow = row;
        shownJob = job;
        if (row != null) {
            background.run(() -> scheduler.versions(row.id()), found -> {
                if (row == shownRow) {
                    take(found);
                }
            }, failure -> {
                if (!(failure instanceof NoSuchException)) {
                    notices.failed(say("failed"), failure);
                }
            });
        }
    }

    /** The same number stays selected; at first it is the version before, so that the last change is seen at once. */
    private void take(List<JobVersion> found) {
        int number = selected.get() == null ? -1 : selected.get().number();
        versions.setAll(found);
        selected.set(found.stream().filter(version -> version.number() == number).findFirst()
                .orElse(found.size() > 1 ? found.get(1) : found.isEmpty() ? null : found.getFirst()));
        compare();
    }

    private void compare() {
        JobVersion version = selected.get();
        Job now = versions.isEmpty() ? null : versions.getFirst().job();
        differences.setAll(version == null || version.job() == null || now == null
                ? List.of() : JobDifference.between(version.job(), now, times().language()));
    }

    /** What was changed with a version, in words. */
    String changed(JobVersion version) {
        int index = versions.indexOf(version);
        JobVersion before = index < 0 || index + 1 >= versions.size() ? null : versions.get(index + 1);
        if (version.job() == null) {
            return say("unreadable");
        }
        if (before == null || before.job() == null) {
            return version.number() == 1 && version.saved() != null ? say("first") : "";
        }
        return JobDifference.between(before.job(), version.job(), times().language()).stream()
                .map(difference -> difference.name(times().language())).collect(Collectors.joining(", "));
    }

    String savedAt(JobVersion version) {
        return version.saved() == null ? say("unknown") : times().full(version.saved().at());
    }

    String savedBy(JobVersion version) {
        return version.saved() == null ? "" : say("byWhom", version.saved().user(), version.saved().origin().words().in(times().language()));
    }

    /** What is compared with what. */
    String title() {
        JobVersion version = selected.get();
        if (version == null) {
            return say("title.none");
        }
        return say(version == versions.getFirst() ? "title.present" : "title.compared", Integer.toString(version.number()));
    }

    /** Makes the job what it was in the selected version, which can be undone. */
    void restore() {
        JobVersion version = selected.get();
        if (!canRestore().get()) {
            return;
        }
        String id = shownRow.id();
        background.run(() -> {
            Job before = scheduler.job(id).map(JobStatus::job).orElse(null);
            return new Restored(before, scheduler.restore(id, version.number()));
        }, this::tell, failure -> notices.failed(say("failedRestore"), failure));
    }

    private void tell(Restored restored) {
        int number = selected.get() == null ? 0 : selected.get().number();
        String done = say("restored", restored.after.name(), Integer.toString(number));
        if (restored.before == null) {
            notices.tell(done);
        } else {
            undo.offer(done, restored.before, restored.after);
        }
    }

    private String say(String key, Object... arguments) {
        return Message.of("ui.jobs.versions." + key, arguments).in(times().language());
    }

    /** Ends it: it follows no job any more. */
    public void close() {
        following.unsubscribe();
        subscription.unsubscribe();
    }
}

package org.carillon.ui.editor;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.job.Job;
import org.carillon.store.ConflictException;
import org.carillon.ui.fx.Background;

/** Gives the finished job to the scheduler, away from the FX thread. For the FX thread alone. */
final class JobSaver {
    private final JobEditorViewModel model;
    private final Scheduler scheduler;
    private final Background background;
    private final Consumer<String> saved;
    private final Consumer<Throwable> failed;
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();

    /**
     * @param saved  gets the job's id
     * @param failed gets why it could not be saved; the form stays
     */
    JobSaver(JobEditorViewModel model, Scheduler scheduler, Background background, Consumer<String> saved, Consumer<Throwable> failed) {
        this.model = model;
        this.scheduler = scheduler;
        this.background = background;
        this.saved = saved;
        this.failed = failed;
    }

    /** Whether it is under way. */
    ReadOnlyBooleanProperty saving() {
        return saving.getReadOnlyProperty();
    }

    /** Finds out which ids are taken, so that the form shows the one that the job will get. */
    void avoidTakenIds() {
        background.run(this::takenIds, model::avoidIds, failed);
    }

    /** Saves what the form holds, if nothing is wrong with it. @param done called when it is saved */
    void save(Runnable done) {
        saving.set(true);
        save(done, true);
    }

    private void save(Runnable done, boolean again) {
        model.finished().ifPresentOrElse(job -> background.run(() -> store(job), () -> {
            saving.set(false);
            saved.accept(job.id());
            done.run();
        }, failure -> {
            if (again && failure instanceof ConflictException && model.mode() != EditorMode.EDIT) {
                saveUnderAnotherId(done);
            } else {
                fail(failure);
            }
        }), () -> saving.set(false));
    }

    /** Somebody else has taken the id in the meantime. */
    private void saveUnderAnotherId(Runnable done) {
        background.run(this::takenIds, ids -> {
            model.avoidIds(ids);
            save(done, false);
        }, this::fail);
    }

    private void fail(Throwable failure) {
        saving.set(false);
        failed.accept(failure);
    }

    private void store(Job job) {
        if (model.mode() != EditorMode.EDIT) {
            scheduler.add(job);
            return;
        }
        // it may have been paused or resumed while the form was open
        boolean enabled = scheduler.job(job.id()).map(JobStatus::job).map(Job::enabled).orElse(job.enabled());
        scheduler.replace(job.withEnabled(enabled));
    }

    private Set<String> takenIds() {
        return scheduler.jobs().stream().map(JobStatus::id).collect(Collectors.toSet());
    }
}

package org.carillon.ui.jobs;

import java.util.List;
import org.carillon.engine.NoSuchException;
import org.carillon.engine.Scheduler;
import org.carillon.job.Job;
import org.carillon.job.JobVersion;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.store.ConflictException;
import org.carillon.ui.dialogs.Notices;
import org.carillon.ui.fx.Background;

/**
 * Offers to take back a change of a job. That never throws away what somebody has changed since; whether the job is paused stays as it
 * is. For the FX thread alone.
 */
public final class EditUndo {
    private final Scheduler scheduler;
    private final Background background;
    private final Notices notices;
    private final Language language;

    public EditUndo(Scheduler scheduler, Background background, Notices notices, Language language) {
        this.scheduler = scheduler;
        this.background = background;
        this.notices = notices;
        this.language = language;
    }

    /** The form has saved a job. @param opened the job as the form got it */
    public void saved(Job opened) {
        background.run(() -> scheduler.versions(opened.id()), versions -> offer(versions, opened), failure -> {
            if (!(failure instanceof NoSuchException)) {
                notices.failed(say("versions.failed"), failure);
            }
        });
    }

    private void offer(List<JobVersion> versions, Job opened) {
        Job after = versions.getFirst().job();
        Job before = versions.size() < 2 ? null : versions.get(1).job();
        if (before != null && after != null && !isSame(after, opened)) {
            offer(say("undo.saved", after.name()), before, after);
        }
    }

    /** Tells that a job was changed, and takes that back if the person wants it. */
    void offer(String done, Job before, Job after) {
        notices.undoable(done, () -> undo(before, after));
    }

    private void undo(Job before, Job after) {
        background.run(() -> scheduler.modify(after.id(), now -> {
            if (!isSame(now, after)) {
                throw new ConflictException(Message.of("ui.jobs.undo.changed", now.name()));
            }
            return before.withEnabled(now.enabled());
        }), job -> notices.tell(say("undo.done", job.name())), failure -> notices.failed(say("undo.failed"), failure));
    }

    /** Whether they say the same, but for being paused. */
    static boolean isSame(Job one, Job other) {
        return one.withEnabled(true).equals(other.withEnabled(true));
    }

    private String say(String key, Object... arguments) {
        return Message.of("ui.jobs." + key, arguments).in(language);
    }
}

package org.carillon.ui.jobs;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.carillon.engine.Scheduler;
import org.carillon.engine.WhenExists;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.store.RunQuery;
import org.carillon.ui.dialogs.Answer;
import org.carillon.ui.dialogs.Dialogs;
import org.carillon.ui.dialogs.Notices;
import org.carillon.ui.dialogs.Question;
import org.carillon.ui.fx.Background;

/**
 * What a person can do with jobs, one or many at once. Each returns at once and is done in the background; what fails is
 * told, and what was done before it stays done.
 */
final class JobActions {
    private static final int MOST_RUNNING = 1_000;

    private final Scheduler scheduler;
    private final Background background;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Language language;

    JobActions(Scheduler scheduler, Background background, Dialogs dialogs, Notices notices, Language language) {
        this.scheduler = scheduler;
        this.background = background;
        this.dialogs = dialogs;
        this.notices = notices;
        this.language = language;
    }

    void run(List<JobRow> rows) {
        eachOf(sound(rows), "run", row -> scheduler.start(row.id()));
    }

    /** Stops every run of these jobs that is going on or waits. */
    void stop(List<JobRow> rows) {
        eachOf(rows, "stop", row -> scheduler
                .runs(RunQuery.ofJob(row.id(), MOST_RUNNING).in(EnumSet.of(RunState.QUEUED, RunState.RUNNING)))
                .stream().mapToLong(Run::id).forEach(scheduler::stop));
    }

    void pause(List<JobRow> rows) {
        eachOf(sound(rows).stream().filter(row -> row.job().get().enabled()).toList(), "pause", row -> scheduler.pause(row.id()));
    }

    void resume(List<JobRow> rows) {
        eachOf(sound(rows).stream().filter(row -> !row.job().get().enabled()).toList(), "resume", row -> scheduler.resume(row.id()));
    }

    /** Removes jobs, which can be undone; a broken one only after a question, because that cannot. */
    void remove(List<JobRow> rows) {
        if (rows.stream().noneMatch(row -> row.status().get().isBroken())) {
            removeNow(rows);
            return;
        }
        Answer removal = new Answer(say("remove.yes"), Answer.Kind.DANGER);
        Question question = new Question(say("remove.title", rows.size(), rows.getFirst().name()), say("remove.broken"),
                List.of(removal, new Answer(say("remove.no"), Answer.Kind.CANCEL)));
        dialogs.ask(question, answer -> {
            if (answer.equals(removal)) {
                removeNow(rows);
            }
        });
    }

    private void removeNow(List<JobRow> rows) {
        List<Job> jobs = sound(rows).stream().map(row -> row.job().get()).toList();
        List<String> ids = rows.stream().map(JobRow::id).toList();
        String done = say("removed", rows.size(), rows.getFirst().name());
        background.run(() -> ids.forEach(scheduler::remove), () -> {
            if (jobs.isEmpty()) {
                notices.tell(done);
            } else {
                notices.undoable(done, () -> putBack(jobs));
            }
        }, failure -> notices.failed(say("failed.remove"), failure));
    }

    private void putBack(List<Job> jobs) {
        background.run(() -> scheduler.addAll(jobs, WhenExists.SKIP),
                added -> { }, failure -> notices.failed(say("failed.putBack"), failure));
    }

    /** Asks for the tags that all these jobs are to have, and gives them to all of them, which can be undone. */
    void changeTags(List<JobRow> rows) {
        List<Job> jobs = sound(rows).stream().map(row -> row.job().get()).toList();
        if (jobs.isEmpty()) {
            return;
        }
        dialogs.text(say("tags.title", jobs.size(), jobs.getFirst().name()), say("tags.text"), TagChange.common(jobs)).ifPresent(text -> {
            TagChange change = TagChange.of(jobs, text);
            if (!change.isNothing()) {
                background.run(() -> jobs.forEach(job -> scheduler.modify(job.id(), change::on)),
                        () -> notices.undoable(say("tagged", jobs.size(), jobs.getFirst().name()), () -> giveBackTags(jobs)),
                        failure -> notices.failed(say("failed.tag"), failure));
            }
        });
    }

    private void giveBackTags(List<Job> jobs) {
        background.run(() -> jobs.forEach(job -> scheduler.modify(job.id(), now -> now.withTags(job.tags()))), () -> { },
                failure -> notices.failed(say("failed.tag"), failure));
    }

    /** Adds jobs that show what Carillon does. */
    void add(List<Job> jobs, Runnable then) {
        background.run(() -> scheduler.addAll(jobs, WhenExists.SKIP),
                added -> then.run(), failure -> notices.failed(say("failed.add"), failure));
    }

    private void eachOf(List<JobRow> rows, String verb, Consumer<JobRow> action) {
        if (!rows.isEmpty()) {
            background.run(() -> rows.forEach(action), () -> { },
                    failure -> notices.failed(Message.of("ui.jobs.failed." + verb).in(language), failure));
        }
    }

    private static List<JobRow> sound(List<JobRow> rows) {
        return rows.stream().filter(row -> !row.status().get().isBroken()).toList();
    }

    private String say(String key, Object... arguments) {
        return Message.of("ui.jobs." + key, arguments).in(language);
    }
}

package org.carillon.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.carillon.engine.Scheduler;
import org.carillon.engine.SchedulerStatus;
import org.carillon.engine.SchedulerStatus.State;
import org.carillon.message.Message;
import org.carillon.ui.controls.PauseLength;
import org.carillon.ui.dialogs.Notices;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.SchedulerFeed;
import org.carillon.ui.jobs.JobRow;
import org.carillon.ui.jobs.JobsViewModel;

/** What concerns the whole window: which page it shows, what the scheduler is doing, and the pause of everything. For the FX thread alone. */
public final class ShellViewModel {
    private final Scheduler scheduler;
    private final SchedulerFeed feed;
    private final Background background;
    private final Notices notices;
    private final JobsViewModel jobs;
    private final StatusWords words;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.JOBS);

    ShellViewModel(Scheduler scheduler, SchedulerFeed feed, Background background, Notices notices, JobsViewModel jobs) {
        this.scheduler = scheduler;
        this.feed = feed;
        this.background = background;
        this.notices = notices;
        this.jobs = jobs;
        this.words = new StatusWords(jobs.times(), this::nameOf);
    }

    private String nameOf(String jobId) {
        JobRow row = jobs.row(jobId);
        return row == null ? jobId : row.name();
    }

    public ObjectProperty<Page> page() {
        return page;
    }

    public ReadOnlyObjectProperty<SchedulerStatus> status() {
        return feed.status();
    }

    /** What the scheduler is doing, in words. */
    public StringBinding state() {
        return Bindings.createStringBinding(
                () -> words.state(status().get(), jobs.clock().instant()), status(), jobs.clock().now());
    }

    /** What runs and what comes next, in words. */
    public StringBinding activity() {
        return Bindings.createStringBinding(
                () -> words.activity(status().get(), jobs.clock().instant()), status(), jobs.clock().now());
    }

    /** Whether everything is paused. */
    public BooleanBinding paused() {
        return is(State.PAUSED);
    }

    /** Whether the scheduler is in that state; false while it is not known. */
    BooleanBinding is(State state) {
        return Bindings.createBooleanBinding(() -> status().get() != null && status().get().state() == state, status());
    }

    public void pauseAll(PauseLength length) {
        act("pauseAll", () -> scheduler.pauseAll(length.until(jobs.clock().instant(), jobs.times().zone())));
    }

    public void resumeAll() {
        act("resumeAll", scheduler::resumeAll);
    }

    private void act(String verb, Runnable action) {
        background.run(action, feed::pull,
                failure -> notices.failed(Message.of("ui.shell.failed." + verb).in(jobs.times().language()), failure));
    }
}

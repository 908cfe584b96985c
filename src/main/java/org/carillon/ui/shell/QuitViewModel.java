package org.carillon.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.carillon.engine.SchedulerStatus;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.ClosingWindow;
import org.carillon.ui.dialogs.Answer;
import org.carillon.ui.dialogs.Dialogs;
import org.carillon.ui.dialogs.Question;
import org.carillon.ui.fx.Background;
import org.carillon.ui.jobs.JobsViewModel;

/**
 * What happens when the person closes the window or quits: asks what to do with what runs, waits for it or has it stopped,
 * and then ends the program. Nothing of it blocks the FX thread.
 */
public final class QuitViewModel {
    /** How far quitting has come. */
    public enum Stage {
        NOT,
        /** Waiting for what runs to end. */
        WAITING,
        /** The scheduler is being closed. */
        CLOSING
    }

    /** What the program around the window does. */
    public interface Program {
        void minimise();

        /** Hides the window where it can be had again from the tray. @return false, with nothing done, where it cannot */
        boolean hide();

        /** Whether jobs go on running without the window, so that quitting asks nothing. */
        default boolean outlivesWindow() {
            return false;
        }

        /** Stops scheduling and what runs; returns when all of it has ended. Called in the background. */
        void closeScheduler();

        /** Ends the program. */
        void exit();
    }

    private static final int MOST_NAMES = 5;

    private final JobsViewModel jobs;
    private final WindowSettings settings;
    private final Background background;
    private final Dialogs dialogs;
    private final Program program;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(this, "stage", Stage.NOT);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper(this, "progress", "");
    private Subscription waiting = Subscription.EMPTY;

    QuitViewModel(JobsViewModel jobs, WindowSettings settings, Background background, Dialogs dialogs, Program program) {
        this.jobs = jobs;
        this.settings = settings;
        this.background = background;
        this.dialogs = dialogs;
        this.program = program;
    }

    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** What is being waited for, in words. */
    public ReadOnlyStringProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /**
     * The window was closed: it goes to the tray, where there is one; else asks once whether that means minimise or quit, and
     * remembers the answer.
     */
    public void closeWindow() {
        if (stage.get() != Stage.NOT) {
            return;
        }
        ClosingWindow choice = settings.settings().get().closingWindow();
        if (choice == ClosingWindow.QUIT) {
            quit();
        } else if (!program.hide()) {
            if (choice == ClosingWindow.MINIMISE) {
                program.minimise();
            } else {
                askWhatClosingMeans();
            }
        }
    }

    private void askWhatClosingMeans() {
        Answer minimise = new Answer(say("close.minimise"), Answer.Kind.DEFAULT);
        Answer quit = new Answer(say("close.quit"), Answer.Kind.OTHER);
        Answer cancel = new Answer(say("cancel"), Answer.Kind.CANCEL);
        dialogs.ask(new Question(say("close.title"), say("close.text"), List.of(minimise, quit, cancel)), answer -> {
            if (answer.equals(minimise)) {
                remember(ClosingWindow.MINIMISE);
                program.minimise();
            } else if (answer.equals(quit)) {
                remember(ClosingWindow.QUIT);
                quit();
            }
        });
    }

    private void remember(ClosingWindow choice) {
        Consumer<Throwable> failed = failure -> dialogs.error(say("failed.settings"), failure);
        settings.change(now -> now.withClosingWindow(choice), failed);
    }

    /** Ends the program; asks first if anything is running. */
    public void quit() {
        if (stage.get() != Stage.NOT) {
            return;
        }
        if (program.outlivesWindow() || runningCount() == 0) {
            close();
            return;
        }
        Answer wait = new Answer(say("quit.wait"), Answer.Kind.DEFAULT);
        Answer stop = new Answer(say("quit.stop"), Answer.Kind.DANGER);
        Answer cancel = new Answer(say("cancel"), Answer.Kind.CANCEL);
        Question question = new Question(say("quit.title", runningCount()), say("quit.text", names()), List.of(wait, stop, cancel));
        dialogs.ask(question, answer -> {
            if (answer.equals(wait)) {
                waitForRuns();
            } else if (answer.equals(stop)) {
                close();
            }
        });
    }

    private int runningCount() {
        SchedulerStatus status = jobs.scheduler().get();
        return status == null ? 0 : status.running();
    }

    private String names() {
        List<String> running = jobs.runningNames();
        String first = String.join(", ", running.subList(0, Math.min(MOST_NAMES, running.size())));
        return running.size() > MOST_NAMES ? say("quit.andMore", first, running.size() - MOST_NAMES) : first;
    }

    private void waitForRuns() {
        stage.set(Stage.WAITING);
        waiting = jobs.scheduler().subscribe(status -> {
            if (stage.get() != Stage.WAITING) {
                return;
            }
            progress.set(say("quit.waiting", names()));
            if (runningCount() == 0) {
                close();
            }
        });
    }

    /** Goes on as if nothing had been asked; only while waiting. */
    public void cancel() {
        if (stage.get() == Stage.WAITING) {
            waiting.unsubscribe();
            stage.set(Stage.NOT);
        }
    }

    /** Stops what runs and ends the program; while waiting. */
    public void stopNow() {
        if (stage.get() == Stage.WAITING) {
            close();
        }
    }

    private void close() {
        waiting.unsubscribe();
        stage.set(Stage.CLOSING);
        progress.set(say("quit.closing"));
        background.run(program::closeScheduler, program::exit, failure -> {
            stage.set(Stage.NOT);
            dialogs.error(say("failed.quit"), failure);
        });
    }

    private String say(String key, Object... arguments) {
        Language language = settings.language();
        return Message.of("ui.shell." + key, arguments).in(language);
    }
}

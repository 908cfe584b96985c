package org.carillon.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.stage.Window;
import org.carillon.job.Job;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.Theme;
import org.carillon.ui.dialogs.FileKind;
import org.carillon.ui.dialogs.Toasts;
import org.carillon.ui.jobs.JobsNavigation;

/** Where toolbar and tables lead to: forms, imports, and the choices that hold for the whole window. */
final class ShellActions {
    private final WindowParts parts;
    private final Toasts toasts;
    private final Supplier<Window> window;
    private final Consumer<String> saved;
    private final Runnable languageChanged;

    /**
     * @param saved           is told the id of a job that was saved
     * @param languageChanged builds the window anew
     */
    ShellActions(WindowParts parts, Toasts toasts, Supplier<Window> window, Consumer<String> saved, Runnable languageChanged) {
        this.parts = parts;
        this.toasts = toasts;
        this.window = window;
        this.saved = saved;
        this.languageChanged = languageChanged;
    }

    Node toasts() {
        return toasts;
    }

    void newJob() {
        parts.editors().create(window.get(), saved);
    }

    void importCrontab() {
        parts.editors().importCrontab(window.get());
    }

    void importFile() {
        FileKind kind = new FileKind(say("importFile.kind"), List.of("*.json", "*.txt", "*.crontab", "crontab"));
        parts.dialogs().openFile(say("importFile.title"), List.of(kind)).ifPresent(this::importFile);
    }

    void importFile(Path file) {
        parts.editors().importFile(window.get(), file);
    }

    Theme appearance() {
        return parts.theme().appearance().get();
    }

    ReadOnlyBooleanProperty dark() {
        return parts.theme().dark();
    }

    void look(Theme chosen) {
        parts.theme().appearance().set(chosen);
        parts.settings().change(settings -> settings.withTheme(chosen), this::notSaved);
    }

    void speak(Language chosen) {
        if (chosen != parts.settings().language()) {
            parts.settings().change(settings -> settings.withLanguage(chosen), this::notSaved);
            languageChanged.run();
        }
    }

    private void notSaved(Throwable failure) {
        toasts.failed(say("failed.settings"), failure);
    }

    JobsNavigation navigation(Runnable showLog) {
        return new JobsNavigation() {
            @Override
            public void newJob() {
                ShellActions.this.newJob();
            }

            @Override
            public void edit(Job job) {
                parts.editors().edit(window.get(), job, saved);
            }

            @Override
            public void duplicate(Job job) {
                parts.editors().duplicate(window.get(), job, saved);
            }

            @Override
            public void importCrontab() {
                ShellActions.this.importCrontab();
            }

            @Override
            public void showLog() {
                showLog.run();
            }
        };
    }

    private String say(String key) {
        return Message.of("ui.shell." + key).in(parts.settings().language());
    }
}

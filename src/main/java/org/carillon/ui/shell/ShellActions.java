package org.carillon.ui.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyProperty;
import javafx.stage.Window;
import org.carillon.job.Job;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.Theme;
import org.carillon.ui.dialogs.FileKind;
import org.carillon.ui.dialogs.Toasts;
import org.carillon.ui.jobs.EditUndo;
import org.carillon.ui.jobs.JobsNavigation;
import org.carillon.ui.jobs.OnceWindow;
import org.carillon.ui.palette.RecentChoices;
import org.carillon.ui.settings.SettingsWindow;
import org.carillon.ui.theme.TimeWords;
import org.carillon.ui.timeline.MoveWindow;

/** Where toolbar and tables lead to: forms, imports, and the choices that hold for the whole window. */
final class ShellActions {
    private final WindowParts parts;
    private final Toasts toasts;
    private final Supplier<Window> window;
    private final Consumer<String> saved;
    private final Consumer<SettingsWindow.Page> settings;
    private final RecentChoices recent;

    /**
     * @param saved    is told the id of a job that was saved
     * @param settings opens the settings, at that page or, for null, where they were left
     * @param recent   what was chosen lately in the palette
     */
    ShellActions(WindowParts parts, Toasts toasts, Supplier<Window> window, Consumer<String> saved, Consumer<SettingsWindow.Page> settings,
            RecentChoices recent) {
        this.parts = parts;
        this.toasts = toasts;
        this.window = window;
        this.saved = saved;
        this.settings = settings;
        this.recent = recent;
    }

    Toasts toasts() {
        return toasts;
    }

    void newJob() {
        parts.editors().create(window.get(), saved);
    }

    /** Opens the form for a job whose gaps are to be filled in. */
    void fillIn(Job template) {
        parts.editors().fillIn(window.get(), template, saved);
    }

    void importEnvironment() {
        parts.editors().importEnvironment(
                count -> toasts.tell(Message.of("ui.shell.environment.imported", count).in(parts.settings().language())),
                failure -> toasts.failed(say("environment.failed"), failure));
    }

    void importCrontab() {
        parts.editors().importCrontab(window.get());
    }

    void importFile() {
        FileKind kind = new FileKind(say("importFile.kind"), List.of("*.carillon", "*.json", "*.yaml", "*.yml", "*.txt", "*.crontab", "crontab",
                "*.timer", "*.service", "*.xml", "*.plist"));
        List<Path> files = parts.dialogs().openFiles(say("importFile.title"), List.of(kind));
        if (!files.isEmpty()) {
            importFiles(files);
        }
    }

    void importFiles(List<Path> files) {
        parts.editors().importFiles(window.get(), files);
    }

    void about() {
        parts.editors().about(window.get());
    }

    ReadOnlyProperty<Theme> appearance() {
        return parts.theme().appearance();
    }

    void openSettings() {
        settings.accept(null);
    }

    void openSettings(SettingsWindow.Page page) {
        settings.accept(page);
    }

    /** Shows a job in the table and selects it. */
    void select(String jobId) {
        saved.accept(jobId);
    }

    RecentChoices recent() {
        return recent;
    }

    ReadOnlyBooleanProperty dark() {
        return parts.theme().dark();
    }

    void look(Theme chosen) {
        parts.settings().change(settings -> settings.withTheme(chosen), this::notSaved);
    }

    void speak(Language chosen) {
        if (chosen != parts.settings().language()) {
            parts.settings().change(settings -> settings.withLanguage(chosen), this::notSaved);
        }
    }

    void notSaved(Throwable failure) {
        toasts.failed(say("failed.settings"), failure);
    }

    /** Asks to which time a planned run is moved. */
    void move(Job job, Instant planned) {
        MoveWindow.open(window.get(), job, planned, parts.scheduler(), parts.background(), parts.clock(),
                new TimeWords(parts.settings().language(), parts.zone()), parts.theme());
    }

    JobsNavigation navigation(Runnable showLog) {
        return new JobsNavigation() {
            @Override
            public void newJob() {
                ShellActions.this.newJob();
            }

            @Override
            public void edit(Job job) {
                parts.editors().edit(window.get(), job, id -> {
                    saved.accept(id);
                    new EditUndo(parts.scheduler(), parts.background(), toasts, parts.settings().language()).saved(job);
                });
            }

            @Override
            public void duplicate(Job job) {
                parts.editors().duplicate(window.get(), job, saved);
            }

            @Override
            public void runWith(Job job) {
                OnceWindow.open(window.get(), job, parts.scheduler(), parts.background(), parts.settings().language(), parts.theme());
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

package org.carillon.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.carillon.control.WindowRequest;
import org.carillon.desktop.Trays;
import org.carillon.interchange.InstalledCrontab;
import org.carillon.job.Job;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectories;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.WindowFile;
import org.carillon.store.StoreException;
import org.carillon.store.jdbc.H2Restore;
import org.carillon.ui.about.AboutWindows;
import org.carillon.ui.dialogs.FxDialogs;
import org.carillon.ui.editor.JobEditor;
import org.carillon.ui.fx.FxBackground;
import org.carillon.ui.fx.FxTicker;
import org.carillon.ui.importing.JobImport;
import org.carillon.ui.shell.Editors;
import org.carillon.ui.shell.MainWindow;
import org.carillon.ui.shell.QuitViewModel;
import org.carillon.ui.shell.WindowParts;
import org.carillon.ui.shell.WindowSettings;
import org.carillon.ui.theme.WindowTheme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open main window: puts its parts together, and ends the program when the person quits. For the FX thread alone. */
final class OpenWindow implements QuitViewModel.Program, Editors {
    private static final Logger LOG = LoggerFactory.getLogger(OpenWindow.class);
    /** A system property; set to {@code true}, the window shows by itself what is in it, and says when that is over. */
    private static final String TOUR = "carillon.tour";

    private final Backend instance;
    private final DataDirectory directory;
    private final FxBackground background;
    private final Runnable reopen;
    private final Runnable ended;
    private final FxTicker ticker = new FxTicker();
    private final Stage stage;
    private final StartLine line;
    private final WindowTheme theme;
    private final FxDialogs dialogs;
    private final Supplier<Language> language;
    private final MainWindow window;
    private final JobEditor jobEditor;
    private final JobImport jobImport;
    private final AboutWindows about;
    private final Thread whenKilled;

    /**
     * @param frame  becomes this window's
     * @param reopen opens the same data directory anew
     * @param ended  is called when the window is gone and everything is closed
     */
    OpenWindow(Backend instance, DataDirectory directory, WindowFrame frame, FxBackground background, Runnable reopen, Runnable ended) {
        stage = frame.stage();
        theme = frame.theme();
        line = frame.line();
        this.instance = instance;
        this.directory = directory;
        this.background = background;
        this.reopen = reopen;
        this.ended = ended;
        WindowSettings settings = new WindowSettings(instance.settings(), instance::change, background);
        instance.followSettings(now -> background.tell(() -> settings.take(now)));
        language = settings::language;
        dialogs = new FxDialogs(() -> stage, settings::language, theme);
        InstantSource clock = InstantSource.system();
        ZoneId zone = ZoneId.systemDefault();
        jobEditor = new JobEditor(instance.scheduler(), instance.logs(), instance.secrets(), settings::language, () -> settings.settings().get().newJobs(), zone, clock, background,
                ticker, theme);
        jobImport = new JobImport(instance.scheduler(), new InstalledCrontab(), settings::language, zone, clock, background, theme);
        window = new MainWindow(new WindowParts(instance.scheduler(), instance.logs(), settings, this, dialogs, theme, background,
                ticker, Trays.ofDesktop(System.getProperty("os.name"), System.getenv()), new OpenDesk(instance, directory, DataDirectories.ofProcess(), this::restore), new WindowFile(directory.windowFile()), clock, zone),
                stage, this);
        if (instance instanceof Instance own) {
            own.openLogsWith(run -> background.run(() -> { }, () -> window.openLog(run), failure -> dialogs.error("Carillon", failure)));
            own.notifier().watch(troubles -> background.run(() -> { }, () -> window.noticesFail(troubles), failure -> dialogs.error("Carillon", failure)));
        }
        about = new AboutWindows(ProgramBuild.facts(instance.dataDirectory()), settings::language, theme, clock, () -> stage);
        Thread.setDefaultUncaughtExceptionHandler((thread, mistake) -> background.tell(() -> about.crash(thread, mistake)));
        whenKilled = new Thread(instance::close, "carillon-ending");
    }

    /** @param hidden whether it begins in the tray */
    void show(boolean hidden) {
        Runtime.getRuntime().addShutdownHook(whenKilled);
        if (hidden) {
            window.startHidden();
        } else {
            window.show();
        }
        line.fill(window::complete);
        if (Boolean.getBoolean(TOUR)) {
            window.tour(() -> LOG.info("The tour is over"));
        }
        instance.restored().ifPresent(words -> dialogs.error(
                Message.of("app.restoredTitle").in(language.get()), new StoreException(words)));
    }

    /** Shows it in front of all others. */
    void raise() {
        window.raise();
    }

    void show(WindowRequest request) {
        if (!request.files().isEmpty()) {
            importFiles(stage, request.files());
        }
        if (request.newJob()) {
            window.newJob();
        }
    }

    @Override
    public void minimise() {
        stage.setIconified(true);
    }

    @Override
    public boolean hide() {
        return window.hide();
    }

    @Override
    public boolean outlivesWindow() {
        return instance.outlivesWindow();
    }

    @Override
    public void closeScheduler() {
        instance.close();
    }

    @Override
    public void exit() {
        closeWindow();
        ended.run();
    }

    private void closeWindow() {
        window.close();
        ticker.close();
        theme.close();
        stage.hide();
    }

    /** Closes everything, puts the backup in the place of the store, and opens everything anew, whether that went well or not. */
    private void restore(Path backup) {
        background.run(() -> {
            long highest = instance.logs().highestId();
            instance.close();
            new H2Restore(directory.root()).restoreFrom(backup, Instant.now(), highest);
        }, this::openAnew, failure -> {
            dialogs.error(Message.of("app.restoreFailed").in(language.get()), failure);
            openAnew();
        });
    }

    private void openAnew() {
        Runtime.getRuntime().removeShutdownHook(whenKilled);
        closeWindow();
        reopen.run();
    }

    @Override
    public void create(Window owner, Consumer<String> saved) {
        jobEditor.create(owner, saved);
    }

    @Override
    public void edit(Window owner, Job job, Consumer<String> saved) {
        jobEditor.edit(owner, job, saved);
    }

    @Override
    public void duplicate(Window owner, Job job, Consumer<String> saved) {
        jobEditor.duplicate(owner, job, saved);
    }

    @Override
    public void fillIn(Window owner, Job template, Consumer<String> saved) {
        jobEditor.fillIn(owner, template, saved);
    }

    @Override
    public void importEnvironment(Consumer<Integer> imported, Consumer<? super Throwable> failed) {
        background.run(instance.scheduler()::refreshEnvironment, imported, failed);
    }

    @Override
    public void importCrontab(Window owner) {
        jobImport.importCrontab(owner);
    }

    @Override
    public void about(Window owner) {
        about.about(owner);
    }

    @Override
    public void importFiles(Window owner, List<Path> files) {
        jobImport.importFiles(owner, files);
    }
}

package org.carillon.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.carillon.interchange.InstalledCrontab;
import org.carillon.job.Job;
import org.carillon.settings.Settings;
import org.carillon.settings.SettingsFile;
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

/** One open main window: puts its parts together, and ends the program when the person quits. For the FX thread alone. */
final class OpenWindow implements QuitViewModel.Program, Editors {
    private final Instance instance;
    private final Runnable ended;
    private final FxTicker ticker = new FxTicker();
    private final Stage stage = new Stage();
    private final WindowTheme theme;
    private final MainWindow window;
    private final JobEditor jobEditor;
    private final JobImport jobImport;
    private final Thread whenKilled;

    /** @param ended is called when the window is gone and everything is closed */
    OpenWindow(Instance instance, FxBackground background, Runnable ended) {
        this.instance = instance;
        this.ended = ended;
        SettingsFile file = new SettingsFile(instance.directory().settingsFile());
        WindowSettings settings = new WindowSettings(instance.settings(), file::write, background);
        theme = new WindowTheme(instance.settings().theme());
        FxDialogs dialogs = new FxDialogs(() -> stage, settings::language, theme);
        InstantSource clock = InstantSource.system();
        ZoneId zone = ZoneId.systemDefault();
        jobEditor = new JobEditor(instance.scheduler(), instance.logs(), settings::language, zone, clock, background, ticker, theme);
        jobImport = new JobImport(instance.scheduler(), new InstalledCrontab(), settings::language, zone, clock, background, theme);
        window = new MainWindow(new WindowParts(instance.scheduler(), instance.logs(), settings, this, dialogs, theme, background,
                ticker, clock, zone), stage, this);
        whenKilled = new Thread(instance::close, "carillon-ending");
    }

    void show() {
        Runtime.getRuntime().addShutdownHook(whenKilled);
        window.show();
    }

    @Override
    public void minimise() {
        stage.setIconified(true);
    }

    @Override
    public void closeScheduler() {
        instance.close();
    }

    @Override
    public void exit() {
        window.close();
        ticker.close();
        theme.close();
        stage.hide();
        ended.run();
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
    public void importCrontab(Window owner) {
        jobImport.importCrontab(owner);
    }

    @Override
    public void importFile(Window owner, Path file) {
        jobImport.importFile(owner, file);
    }
}

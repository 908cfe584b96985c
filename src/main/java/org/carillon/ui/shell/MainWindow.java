package org.carillon.ui.shell;

import java.io.File;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.carillon.ui.dialogs.Toasts;
import org.carillon.ui.fx.SchedulerFeed;
import org.carillon.ui.fx.TickingClock;
import org.carillon.ui.fx.Views;
import org.carillon.ui.jobs.JobRow;
import org.carillon.ui.theme.Icons;

/**
 * The main window. Everything in it is built for one language; choosing another one builds it anew, on the same page, with the
 * same filter and the same job selected. For the FX thread alone.
 */
public final class MainWindow {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 780;
    private static final double LEAST_WIDTH = 760;
    private static final double LEAST_HEIGHT = 480;

    private final WindowParts parts;
    private final QuitViewModel.Program program;
    private final Stage stage;
    private final SchedulerFeed feed;
    private final TickingClock clock;
    private final Toasts toasts;
    private Models models;
    private QuitViewModel quit;
    private ShellController shell;

    /**
     * @param stage   not shown yet
     * @param program minimises and ends the program when the person wants it
     */
    public MainWindow(WindowParts parts, Stage stage, QuitViewModel.Program program) {
        this.parts = parts;
        this.program = program;
        this.stage = stage;
        this.feed = new SchedulerFeed(parts.scheduler(), parts.background(), parts.ticker());
        this.clock = new TickingClock(parts.clock(), parts.ticker());
        this.toasts = new Toasts(parts.settings()::language);
    }

    /** Shows the window. */
    public void show() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(build(), Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        parts.theme().dress(scene);
        dress(scene);
        stage.setScene(scene);
        stage.setTitle("Carillon");
        stage.getIcons().setAll(Icons.ofProgram());
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit.closeWindow();
        });
        stage.show();
        shell.jobs().focus();
    }

    private Parent build() {
        models = new Models(parts, feed, clock, parts.dialogs(), toasts);
        quit = new QuitViewModel(models.jobs(), parts.settings(), parts.background(), parts.dialogs(), program);
        shell = new ShellController(models, quit, actions());
        return Views.load(shell, models.language());
    }

    private ShellActions actions() {
        return new ShellActions(parts, toasts, () -> stage, this::select, this::rebuild);
    }

    private void dress(Scene scene) {
        scene.getAccelerators().clear();
        scene.getAccelerators().putAll(shell.keys());
        scene.setOnDragOver(this::offerImport);
        scene.setOnDragDropped(this::importDropped);
    }

    private void rebuild() {
        Models before = models;
        int tab = shell.jobPage().tab();
        JobRow selected = before.jobs().current().get();
        Parent root = build();
        models.jobs().filter().set(before.jobs().filter().get());
        models.shell().page().set(before.shell().page().get());
        stage.getScene().setRoot(root);
        dress(stage.getScene());
        shell.jobPage().showTab(tab);
        if (selected != null) {
            shell.jobs().select(selected.id());
        }
        before.close();
    }

    private void select(String jobId) {
        models.shell().page().set(Page.JOBS);
        models.jobs().filter().set("");
        feed.pull();
        shell.jobs().select(jobId);
    }

    private void offerImport(DragEvent event) {
        if (event.getDragboard().getFiles().size() == 1) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void importDropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        event.setDropCompleted(files.size() == 1);
        event.consume();
        if (files.size() == 1) {
            actions().importFile(files.getFirst().toPath());
        }
    }

    /** Brings the window to the front, also when it is minimised. */
    public void raise() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /** Quits as if the person had asked for it. */
    public void quit() {
        quit.quit();
    }

    /** Stops looking at the scheduler; the window stays as it is. */
    public void close() {
        models.close();
        clock.close();
        feed.close();
    }
}

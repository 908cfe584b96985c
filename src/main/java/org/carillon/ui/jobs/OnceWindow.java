package org.carillon.ui.jobs;

import javafx.geometry.Dimension2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.carillon.engine.Scheduler;
import org.carillon.job.Job;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.Views;
import org.carillon.ui.theme.Icons;
import org.carillon.ui.theme.WindowTheme;

/** Asks what a job is to be run with, this once, and runs it. */
public final class OnceWindow {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 500;

    private OnceWindow() {}

    /** Whether a job can be run with something else: commands and scripts can. */
    public static boolean suits(Job job) {
        return OnceViewModel.suits(job);
    }

    /** Opens it; for a job that cannot be run with anything else, nothing happens. For the FX thread. */
    public static void open(Window owner, Job job, Scheduler scheduler, Background background, Language language, WindowTheme theme) {
        if (!OnceViewModel.suits(job)) {
            return;
        }
        Stage stage = new Stage();
        OnceController controller = new OnceController(new OnceViewModel(job, scheduler, background, language), language, stage::close);
        Parent view = Views.load(controller, language);
        Dimension2D size = theme.size(WIDTH, HEIGHT);
        Scene scene = new Scene(view, size.getWidth(), size.getHeight());
        theme.dress(scene);
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(Message.of("ui.jobs.once.title", job.name()).in(language));
        stage.getIcons().setAll(Icons.ofProgram());
        stage.setScene(scene);
        stage.show();
        controller.focus();
    }
}

package org.carillon.ui.timeline;

import java.time.Instant;
import java.time.InstantSource;
import javafx.geometry.Dimension2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.carillon.engine.Scheduler;
import org.carillon.job.Job;
import org.carillon.message.Message;
import org.carillon.ui.controls.PickerLanguage;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.Views;
import org.carillon.ui.theme.Icons;
import org.carillon.ui.theme.TimeWords;
import org.carillon.ui.theme.WindowTheme;

/** Asks to which time one planned run is moved, and moves it. */
public final class MoveWindow {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 260;

    private MoveWindow() {}

    /** Opens it. For the FX thread. @param planned the time for which the run is planned now */
    public static void open(Window owner, Job job, Instant planned, Scheduler scheduler, Background background, InstantSource clock,
            TimeWords times, WindowTheme theme) {
        PickerLanguage.follow(times.language());
        Stage stage = new Stage();
        MoveController controller = new MoveController(new MoveViewModel(job, planned, scheduler, background, clock, times), stage::close);
        Parent view = Views.load(controller, times.language());
        Dimension2D size = theme.size(WIDTH, HEIGHT);
        Scene scene = new Scene(view, size.getWidth(), size.getHeight());
        theme.dress(scene);
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(Message.of("ui.timeline.move.title", job.name()).in(times.language()));
        stage.getIcons().setAll(Icons.ofProgram());
        stage.setScene(scene);
        stage.show();
        controller.focus();
    }
}

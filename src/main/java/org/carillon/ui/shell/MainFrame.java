package org.carillon.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.carillon.settings.WindowPlace;
import org.carillon.settings.WindowState;
import org.carillon.ui.theme.WindowTheme;

/** How large the main window is, how small it can be made, and where on the screens it stands. For the FX thread alone. */
public record MainFrame(Stage stage, WindowTheme theme) {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 780;
    /** With text of the usual size; as much larger as the text is. */
    public static final double LEAST_WIDTH = 760;
    public static final double LEAST_HEIGHT = 480;

    /**
     * Makes an empty window of the stage, as large as the main window and where it was left, to be shown before that is made. It is
     * not closed by hand: there would be nothing to go on with.
     *
     * @param left how the window was left
     */
    public void makeEmpty(WindowState left) {
        make(new WindowMemory(left));
        stage.setOnCloseRequest(Event::consume);
    }

    /** Makes a window of the stage, with nothing in it. */
    void make(WindowMemory memory) {
        Dimension2D size = theme.size(WIDTH, HEIGHT);
        Scene scene = new Scene(new Pane(), size.getWidth(), size.getHeight());
        theme.dress(scene);
        stage.setScene(scene);
        stage.setTitle("Carillon");
        memory.place(stage, screens());
    }

    private static List<WindowPlace> screens() {
        List<Screen> all = new ArrayList<>(Screen.getScreens());
        all.remove(Screen.getPrimary());
        all.addFirst(Screen.getPrimary());
        return all.stream().map(Screen::getVisualBounds)
                .map(screen -> new WindowPlace(screen.getMinX(), screen.getMinY(), screen.getWidth(), screen.getHeight())).toList();
    }

    /** How small it can be made follows from the size of the text as it is now. */
    void limit() {
        Dimension2D least = theme.size(LEAST_WIDTH, LEAST_HEIGHT);
        stage.setMinWidth(least.getWidth());
        stage.setMinHeight(least.getHeight());
    }
}

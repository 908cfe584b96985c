package org.carillon.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.carillon.message.Language;
import org.carillon.settings.Theme;
import org.carillon.ui.theme.WindowTheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AboutWindowsTest {
    private Stage main;
    private WindowTheme theme;
    private AboutWindows windows;

    @Start
    void open(Stage stage) {
        main = stage;
        main.setScene(new Scene(new StackPane(), 300, 200));
        main.show();
        theme = new WindowTheme(Theme.LIGHT);
        windows = new AboutWindows(new ProgramFacts("1.0", "abc", Path.of("data")), () -> Language.ENGLISH, theme, InstantSource.system(), () -> main);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            theme.close();
        });
    }

    @Test
    void aMistakeIsShownInFrontOfTheMainWindowAndTheNextOneBringsItBack(FxRobot robot) {
        robot.interact(() -> windows.crash(Thread.currentThread(), new IllegalStateException("first")));
        Stage shown = others().getFirst();
        assertThat(shown.getOwner()).isSameAs(main);
        robot.interact(() -> shown.setIconified(true));

        robot.interact(() -> windows.crash(Thread.currentThread(), new IllegalStateException("second")));

        assertThat(others()).containsExactly(shown);
        assertThat(shown.isIconified()).isFalse();
    }

    @Test
    void whileTheMainWindowIsHiddenAMistakeIsShownAlone(FxRobot robot) {
        robot.interact(() -> {
            main.hide();
            windows.crash(Thread.currentThread(), new IllegalStateException("hidden"));
        });

        assertThat(others()).singleElement().matches(stage -> stage.getOwner() == null);
    }

    private List<Stage> others() {
        return List.copyOf(Window.getWindows()).stream().filter(window -> window instanceof Stage && window != main && window.isShowing()).map(Stage.class::cast).toList();
    }
}

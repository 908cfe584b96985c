package org.carillon.screens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.carillon.message.Language;
import org.carillon.settings.Theme;

/**
 * Draws every screen into src/site/screens, without a display: {@code mvn -q test-compile exec:exec@pictures}. Arguments: where to, and
 * the names of screens, for some of them only.
 */
public final class Pictures {
    /** Carets blink. */
    private static final String STILL = "data:text/css,.text-input{-fx-display-caret:false;}";
    private static final List<Screen> LARGE = List.of(Screen.JOBS, Screen.RUNS, Screen.FORM_NEW, Screen.SETTINGS_NOTICES);
    private static final List<Screen> LARGEST = List.of(Screen.JOBS, Screen.FORM_NEW);
    private static final List<Screen> CONTRAST = List.of(Screen.JOBS, Screen.LOG, Screen.FORM_CRON, Screen.SETTINGS_APPEARANCE);

    private Pictures() {}

    public static void main(String... arguments) throws Exception {
        Path target = Path.of(arguments.length > 0 ? arguments[0] : "src/site/screens");
        List<String> wanted = Arrays.stream(arguments).skip(1).toList();
        Files.createDirectories(target);
        Platform.startup(() -> Platform.setImplicitExit(false));
        int code = 1;
        try {
            for (Language language : Language.values()) {
                for (boolean empty : new boolean[] {true, false}) {
                    draw(language, empty, target, wanted);
                }
            }
            code = 0;
        } catch (IllegalStateException e) {
            e.printStackTrace();
        } finally {
            System.exit(code);
        }
    }

    /** Everything that there is a picture of. */
    static List<Look> looks(Screen screen, Language language) {
        List<Look> looks = new ArrayList<>(List.of(new Look(language, Theme.LIGHT, 100), new Look(language, Theme.DARK, 100)));
        if (LARGE.contains(screen)) {
            looks.add(new Look(language, Theme.LIGHT, 150));
        }
        if (LARGEST.contains(screen)) {
            looks.add(new Look(language, Theme.LIGHT, 200));
        }
        if (CONTRAST.contains(screen) && language == Language.ENGLISH) {
            looks.add(new Look(language, Theme.HIGH_CONTRAST, 100));
        }
        return looks;
    }

    private static void draw(Language language, boolean empty, Path target, List<String> wanted) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("carillon-pictures");
        try (OpenProgram program = new OpenProgram(directory, new Look(language, Theme.LIGHT, 100), empty)) {
            for (Screen screen : Screen.values()) {
                if (screen.isEmpty() == empty && (wanted.isEmpty() || wanted.contains(screen.file()))) {
                    for (Look look : looks(screen, language)) {
                        program.look(look);
                        screen.open(program);
                        picture(look.percent()).write(target.resolve(look.file(screen)));
                    }
                }
            }
        }
        delete(directory);
    }

    /** The largest text as on a screen that has more room than the one without a display. */
    private static Picture picture(int percent) {
        return OpenProgram.fx(() -> {
            Scene scene = OpenProgram.top().getScene();
            scene.getStylesheets().add(STILL);
            if (percent == 200) {
                OpenProgram.resize(scene.getRoot(), OpenProgram.LARGE_WIDTH, OpenProgram.LARGE_HEIGHT);
            }
            Picture picture = Picture.of(scene.getRoot());
            scene.getStylesheets().remove(STILL);
            scene.getRoot().resize(scene.getWidth(), scene.getHeight());
            return picture;
        });
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}

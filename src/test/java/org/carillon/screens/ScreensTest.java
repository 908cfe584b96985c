package org.carillon.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.carillon.message.Language;
import org.carillon.settings.Theme;
import org.carillon.ui.settings.SettingsWindow;
import org.carillon.ui.shell.MainFrame;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Every screen of the program, with real windows over a real engine. */
class ScreensTest {
    private static final Path VIEWS = Path.of("src/main/resources/org/carillon/ui");
    private static final Path PICTURES = Path.of("src/site/screens");
    private static final long LARGEST_PICTURE = 70_000;
    private static final long ALL_PICTURES = 6_500_000;
    private static final double SCREEN_WIDTH = 1920;
    private static final double SCREEN_HEIGHT = 1040;

    @TempDir
    Path directory;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void everyViewIsSeenOnAScreen() throws IOException {
        try (Stream<Path> files = Files.walk(VIEWS)) {
            Set<String> there = files.filter(file -> file.toString().endsWith(".fxml"))
                    .map(file -> VIEWS.relativize(file).toString().replace('\\', '/').replace(".fxml", "")).collect(Collectors.toCollection(TreeSet::new));
            assertThat(Arrays.stream(Screen.values()).flatMap(screen -> screen.views().stream()))
                    .as("a new view wants a place in Screen, and its pictures").containsExactlyInAnyOrderElementsOf(there);
        }
    }

    @Test
    void everyPageOfTheSettingsIsAScreen() {
        assertThat(Arrays.stream(SettingsWindow.Page.values()).map(page -> "SETTINGS_" + page.name()))
                .isSubsetOf(Arrays.stream(Screen.values()).map(Screen::name).toList());
    }

    @Test
    void everyScreenHasItsPicturesAndTheyAreSmall() throws IOException {
        Set<String> wanted = Arrays.stream(Screen.values()).flatMap(screen -> Arrays.stream(Language.values())
                .flatMap(language -> Pictures.looks(screen, language).stream()).map(look -> look.file(screen))).collect(Collectors.toCollection(TreeSet::new));
        long size = 0;
        try (Stream<Path> files = Files.list(PICTURES)) {
            List<Path> there = files.toList();
            assertThat(there.stream().map(file -> file.getFileName().toString()))
                    .as("mvn -q test-compile exec:exec@pictures draws them").containsExactlyInAnyOrderElementsOf(wanted);
            for (Path file : there) {
                assertThat(Files.size(file)).as(file.toString()).isLessThan(LARGEST_PICTURE);
                size += Files.size(file);
            }
        }
        assertThat(size).isLessThan(ALL_PICTURES);
    }

    @Test
    void theChoicesAboveTheRunsStandInOneRowAndTellWhichJobs() throws IOException, InterruptedException {
        for (Language language : Language.values()) {
            try (OpenProgram program = new OpenProgram(Files.createTempDirectory(directory, "program"), new Look(language, Theme.LIGHT, 100), false)) {
                Screen.RUNS.open(program);
                ComboBox<?> job = (ComboBox<?>) OpenProgram.find("#runs-job");
                assertThat(((Region) job.getParent()).getHeight()).isBetween(job.getHeight(), 2 * job.getHeight());
                assertThat(job.getValue()).isNotNull();
            }
        }
    }

    @Test
    void theTableOfJobsCutsNothingOffInAWindowOfUsualSize() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (Language language : Language.values()) {
            try (OpenProgram program = new OpenProgram(Files.createTempDirectory(directory, "program"), new Look(language, Theme.LIGHT, 100), false)) {
                Screen.JOBS.open(program);
                for (int percent : new int[] {100, 150, 200}) {
                    program.look(new Look(language, Theme.LIGHT, percent));
                    OpenProgram.fx(() -> cutOffJobs(percent)).stream().map(each -> language + " " + percent + " %: " + each).forEach(found::add);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theFormOfANewJobCutsNothingOffOnAScreenOf1400By900() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (Language language : Language.values()) {
            try (OpenProgram program = new OpenProgram(Files.createTempDirectory(directory, "program"), new Look(language, Theme.LIGHT, 100), false)) {
                for (int percent : new int[] {150, 200}) {
                    program.look(new Look(language, Theme.LIGHT, percent));
                    Screen.FORM_NEW.open(program);
                    OpenProgram.fx(() -> {
                        Parent root = OpenProgram.top().getScene().getRoot();
                        OpenProgram.resize(root, OpenProgram.LARGE_WIDTH, OpenProgram.LARGE_HEIGHT);
                        pointAtLabels(root);
                        return CutOffText.in(root);
                    }).stream().map(each -> language + " " + percent + " %: " + each).forEach(found::add);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** So that those that are cut off tell the whole of it. */
    private static void pointAtLabels(Parent root) {
        root.lookupAll("*").stream().filter(node -> node instanceof Labeled labeled && labeled.isTextTruncated())
                .forEach(node -> node.fireEvent(new MouseEvent(MouseEvent.MOUSE_ENTERED_TARGET, 0, 0, 0, 0, MouseButton.NONE, 0,
                        false, false, false, false, false, false, false, false, false, false, null)));
    }

    /** Row by row. */
    private static Set<String> cutOffJobs(int percent) {
        Parent root = OpenProgram.top().getScene().getRoot();
        TableView<?> jobs = (TableView<?>) OpenProgram.find("#jobs");
        OpenProgram.resize(root, percent == 100 ? OpenProgram.WIDTH : OpenProgram.LARGE_WIDTH, percent == 100 ? OpenProgram.HEIGHT : OpenProgram.LARGE_HEIGHT);
        Set<String> found = new TreeSet<>();
        for (int row = 0; row < jobs.getItems().size(); row++) {
            jobs.scrollTo(row);
            root.layout();
            root.layout();
            jobs.lookupAll(".table-cell").stream().map(TableCell.class::cast).filter(cell -> cell.isTextTruncated() && OpenProgram.isShown(cell))
                    .forEach(cell -> found.add(cell.getTableColumn().getId() + " “" + cell.getText() + "”"));
        }
        return found;
    }

    @Test
    void noTextIsCutOffInEitherLanguageHoweverLargeItIs() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (Language language : Language.values()) {
            look(language, true, found);
            look(language, false, found);
        }
        assertThat(found).isEmpty();
    }

    private void look(Language language, boolean empty, List<String> found) throws IOException, InterruptedException {
        try (OpenProgram program = new OpenProgram(Files.createTempDirectory(directory, "program"), new Look(language, Theme.LIGHT, 100), empty)) {
            for (Screen screen : Screen.values()) {
                if (screen.isEmpty() == empty) {
                    screen.open(program);
                    Parent root = OpenProgram.top().getScene().getRoot();
                    for (int percent : new int[] {100, 150, 200}) {
                        (root instanceof DialogPane ? asked(program, screen, language, percent) : OpenProgram.fx(() -> shrunk(root, percent))).stream()
                                .map(each -> screen + " " + language + " " + percent + " %: " + each).forEach(found::add);
                    }
                    OpenProgram.run(() -> root.setStyle(""));
                }
            }
        }
    }

    /** A dialog is as large as what it says, so it is opened anew. */
    private static List<String> asked(OpenProgram program, Screen screen, Language language, int percent) {
        program.look(new Look(language, Theme.LIGHT, percent));
        screen.open(program);
        List<String> found = OpenProgram.fx(() -> CutOffText.in(OpenProgram.top().getScene().getRoot()));
        program.look(new Look(language, Theme.LIGHT, 100));
        return found;
    }

    /**
     * With text of that size, in a window that is as much larger, which the screen without a display would have no room for; the main
     * window as small as it can be, too.
     */
    private static List<String> shrunk(Parent root, int percent) {
        double width = root.getScene().getWidth();
        double height = root.getScene().getHeight();
        root.setStyle("-fx-font-size: " + 14 * percent / 100 + "px;");
        root.applyCss();
        List<String> found = new ArrayList<>(cutOff(root, percent, width, height));
        if (root.getStyleClass().contains("shell")) {
            cutOff(root, percent, MainFrame.LEAST_WIDTH, MainFrame.LEAST_HEIGHT).forEach(each -> found.add("in the least window, " + each));
        }
        root.resize(width, height);
        return found;
    }

    private static List<String> cutOff(Parent root, int percent, double width, double height) {
        root.resize(Math.min(SCREEN_WIDTH, width * percent / 100), Math.min(SCREEN_HEIGHT, height * percent / 100));
        root.applyCss();
        root.layout();
        root.layout();
        return CutOffText.in(root);
    }
}

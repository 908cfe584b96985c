package org.carillon.screens;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.carillon.engine.ManualScheduler;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.Job;
import org.carillon.log.RunLogs;
import org.carillon.settings.Appearance;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.NewJobs;
import org.carillon.settings.SecretsFile;
import org.carillon.settings.Settings;
import org.carillon.settings.Webhook;
import org.carillon.settings.WindowFile;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.ui.about.AboutWindows;
import org.carillon.ui.about.ProgramFacts;
import org.carillon.ui.dialogs.FxDialogs;
import org.carillon.ui.dialogs.SecretsDialog;
import org.carillon.ui.dialogs.SecretsViewModel;
import org.carillon.ui.editor.JobEditor;
import org.carillon.ui.fx.ManualTicker;
import org.carillon.ui.importing.JobImport;
import org.carillon.ui.jobs.JobRow;
import org.carillon.ui.settings.RecordingDesk;
import org.carillon.ui.shell.Editors;
import org.carillon.ui.shell.MainWindow;
import org.carillon.ui.shell.QuitViewModel;
import org.carillon.ui.shell.WindowParts;
import org.carillon.ui.shell.WindowSettings;
import org.carillon.ui.theme.WindowTheme;
import org.carillon.ui.tray.RecordingTray;

/** The program's real windows over the real engine, with invented jobs and a clock that stands still. Driven from outside of the FX thread. */
final class OpenProgram implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-24T08:41:20Z");
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final double WIDTH = 1000;
    static final double HEIGHT = 660;
    /** A window for large text as {@code WindowTheme} makes it on a screen of 1400 × 900. */
    static final double LARGE_WIDTH = 0.96 * 1400;
    static final double LARGE_HEIGHT = 0.96 * 900;
    /** So often it is looked at what is new until a screen is at rest. */
    private static final int ROUNDS = 3;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final String CRONTAB = """
            MAILTO=ann@shop.example
            # what the old server did
            0 3 * * * pg_dump shop | gzip > /mnt/backup/shop.sql.gz
            */10 * * * * /usr/local/bin/check-stock --quiet
            30 7 * * 1-5 /home/ann/bin/morning-report
            @reboot /home/ann/bin/mount-backup
            61 4 * * * /home/ann/bin/typing-mistake
            """;

    private final CountingBackground background = new CountingBackground();
    private final ManualTicker ticker = new ManualTicker();
    private final InstantSource clock = InstantSource.fixed(NOW);
    private final ManualScheduler scheduler;
    private final SecretsFile secrets;
    private final WindowSettings settings;
    private final WindowTheme theme;
    private final Stage stage;
    private final MainWindow window;
    private final AboutWindows about;
    private final RecordingTray tray = new RecordingTray();

    /** @param empty without any jobs, as it is started for the first time */
    OpenProgram(Path directory, Look look, boolean empty) throws InterruptedException {
        RunLogs logs = new RunLogs(directory.resolve("logs"));
        MemoryJobStore store = new MemoryJobStore();
        InventedWork work = new InventedWork(NOW);
        if (!empty) {
            new InventedLedger(NOW, logs).write(store, new InventedJobs(look.language(), NOW, ZONE).all());
        }
        scheduler = ManualScheduler.builder(NOW).store(store).logs(logs).actions(work).executor(ExecutorSpec.of("reports", 2)).build();
        scheduler.start();
        if (!empty) {
            scheduler.start(InventedJobs.THUMBNAILS);
            work.awaitPrinted();
        }
        secrets = new SecretsFile(new DataDirectory(directory));
        List.of("MAIL_PASSWORD", "SHOP_DATABASE", "SHOP_TOKEN").forEach(name -> secrets.set(name, "invented"));
        settings = new WindowSettings(settings(look), written -> { }, background);
        theme = fx(() -> new WindowTheme(look.theme()));
        stage = fx(Stage::new);
        FxDialogs dialogs = new FxDialogs(() -> stage, settings::language, theme);
        JobEditor editor = new JobEditor(scheduler, logs, secrets, settings::language, () -> NewJobs.USUAL, ZONE, clock, background, ticker, theme);
        JobImport imports = new JobImport(scheduler, () -> CRONTAB, settings::language, ZONE, clock, background, theme);
        about = new AboutWindows(new ProgramFacts("0.1.0", "3f1c9a7be204", Path.of("/home/ann/.local/share/carillon")), settings::language, theme, clock, () -> stage);
        RecordingDesk desk = new RecordingDesk();
        for (int day = 1; day <= 3; day++) {
            desk.backups.put(NOW.minus(Duration.ofDays(day)), Path.of("carillon-" + day + ".zip"));
        }
        window = fx(() -> new MainWindow(new WindowParts(scheduler, logs, settings, new Opened(editor, imports), dialogs, theme, background, ticker, tray,
                desk, new WindowFile(directory.resolve("window.json")), clock, ZONE), stage, new NoEnd()));
        run(window::show);
        run(window::complete);
        place();
        settle();
    }

    /** As small as the size of the text allows, in the corner, so that the screen without a display has room for it. */
    private void place() {
        run(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(WIDTH);
            stage.setHeight(Math.max(HEIGHT, stage.getMinHeight()));
        });
    }

    private static Settings settings(Look look) {
        Settings usual = Settings.DEFAULT.withLanguage(look.language()).withTheme(look.theme());
        Webhook hook = new Webhook(true, "office", Webhook.Preset.SLACK, "https://hooks.example/T0/B1", "");
        return usual.withAppearance(appearance(usual.appearance(), look))
                .withNotices(new org.carillon.settings.NoticeSettings(usual.notices().rule(), true, false, usual.notices().mail(), List.of(hook)));
    }

    private static Appearance appearance(Appearance now, Look look) {
        return new Appearance(now.accent(), look.fontSize(), now.density());
    }

    /** Changes how everything looks, as the settings do. Not for another language. */
    void look(Look look) {
        run(() -> settings.change(now -> now.withTheme(look.theme()).withAppearance(appearance(now.appearance(), look)), failure -> {
            throw new IllegalStateException(failure);
        }));
        place();
        settle();
    }

    /** Back to the table of jobs, with nothing over it. */
    void home(String jobId) {
        run(() -> Window.getWindows().stream().filter(each -> each != stage).toList().forEach(Window::hide));
        if (find("#quit-cancel") != null) {
            fire("#quit-cancel");
        }
        if (find("#palette") != null) {
            key("Shortcut+K");
        }
        if (find("#shortcut-list") != null) {
            key("F1");
        }
        key("Shortcut+1");
        run(() -> {
            if (find("#details") instanceof TabPane details) {
                details.getSelectionModel().select(0);
            }
            if (find("#jobs") instanceof TableView<?> jobs) {
                select(jobs, jobId);
                jobs.requestFocus();
            }
        });
        settle();
    }

    private static <T> void select(TableView<T> table, String jobId) {
        table.getItems().stream().filter(item -> item instanceof JobRow row && row.id().equals(jobId)).findFirst().ifPresent(row -> {
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().select(row);
        });
    }

    /** Does what these keys do everywhere in the main window. */
    void key(String keys) {
        run(() -> stage.getScene().getAccelerators().get(KeyCombination.valueOf(keys)).run());
        settle();
    }

    void tab(int index) {
        run(() -> ((TabPane) find("#details")).getSelectionModel().select(index));
        settle();
    }

    void row(String table, int index) {
        run(() -> {
            switch (find(table)) {
                case TableView<?> rows -> rows.getSelectionModel().clearAndSelect(index);
                case ListView<?> rows -> rows.getSelectionModel().clearAndSelect(index);
                case null, default -> throw new IllegalStateException("No " + table);
            }
        });
        settle();
    }

    void alsoRow(String table, int index) {
        run(() -> ((TableView<?>) find(table)).getSelectionModel().select(index));
        settle();
    }

    void fire(String button) {
        run(() -> ((ButtonBase) find(button)).fire());
        settle();
    }

    void item(String menu, int index) {
        run(() -> ((javafx.scene.control.MenuButton) find(menu)).getItems().get(index).fire());
        settle();
    }

    void write(String field, String text) {
        run(() -> {
            Node place = find(field);
            TextInputControl input = (TextInputControl) (place instanceof TextInputControl ? place : place.lookup(".text-input"));
            input.setText(text);
            input.positionCaret(text.length());
        });
        settle();
    }

    /** Opens what is folded, and goes to its end. */
    void unfold(String fold) {
        run(() -> {
            TitledPane pane = (TitledPane) find(fold);
            pane.setAnimated(false);
            pane.setExpanded(true);
        });
        settle();
        run(() -> ((ScrollPane) find("#scroll")).setVvalue(1));
        settle();
    }

    void newJob() {
        run(window::newJob);
        settle();
    }

    void edit(String jobId) {
        home(jobId);
        run(() -> stage.getScene().lookup("#jobs").fireEvent(new javafx.scene.input.KeyEvent(javafx.scene.input.KeyEvent.KEY_PRESSED, "", "",
                javafx.scene.input.KeyCode.ENTER, false, false, false, false)));
        settle();
    }

    void secrets() {
        run(() -> SecretsDialog.open(stage, new SecretsViewModel(secrets, background, settings.language()), settings.language(), theme, "SHOP_TOKEN", name -> { }));
        settle();
    }

    void crash() {
        IllegalStateException mistake = new IllegalStateException("The row has no job");
        mistake.setStackTrace(new StackTraceElement[] {new StackTraceElement("org.carillon.ui.jobs.JobRow", "job", "JobRow.java", 61),
            new StackTraceElement("org.carillon.ui.jobs.JobsController", "withJob", "JobsController.java", 155)});
        run(() -> about.crash(Thread.currentThread(), mistake));
        settle();
    }

    /** Asks what quitting means, and leaves the question open. */
    void quit() {
        Platform.runLater(window::quit);
        until(() -> top() != stage);
        settle();
    }

    /** Answers the question in front as Enter does. */
    void answer() {
        run(() -> {
            DialogPane question = (DialogPane) top().getScene().getRoot();
            question.getButtonTypes().stream().map(type -> (Button) question.lookupButton(type)).filter(Button::isDefaultButton).forEach(Button::fire);
        });
        settle();
    }

    /** Until it is so, on the FX thread. */
    void until(Callable<Boolean> condition) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!fx(condition)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("It never came");
            }
            settle();
        }
    }

    /** The window in front. */
    static Stage top() {
        return (Stage) Window.getWindows().stream().filter(each -> each instanceof Stage && each.isShowing()).toList().getLast();
    }

    static Node find(String query) {
        return top().getScene().getRoot().lookupAll(query).stream().filter(OpenProgram::isShown).findFirst().orElse(null);
    }

    /** Whether it and everything around it is to be seen. */
    static boolean isShown(Node node) {
        for (Node outer = node; outer != null; outer = outer.getParent()) {
            if (!outer.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Lets everything that is under way come to its end, and lays it out. */
    void settle() {
        for (int round = 0; round < ROUNDS; round++) {
            run(ticker::tick);
            while (!background.isIdle()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            pulse();
        }
    }

    /** Until everything that has changed is laid out. */
    private static void pulse() {
        CountDownLatch laidOut = new CountDownLatch(1);
        run(() -> {
            Scene scene = top().getScene();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    laidOut.countDown();
                }
            });
            Platform.requestNextPulse();
        });
        try {
            // A window that closes meanwhile is laid out no more.
            laidOut.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if the window was as large, until it is laid out again. */
    static void resize(Parent root, double width, double height) {
        root.applyCss();
        root.resize(width, height);
        root.applyCss();
        root.layout();
        root.layout();
    }

    static void run(Runnable action) {
        fx(() -> {
            action.run();
            return null;
        });
    }

    static <T> T fx(Callable<T> action) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(action.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(PATIENCE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            window.close();
            theme.close();
        });
        scheduler.close();
        background.close();
    }

    private static final class NoEnd implements QuitViewModel.Program {
        @Override
        public boolean hide() {
            return false;
        }

        @Override
        public void minimise() {}

        @Override
        public void closeScheduler() {}

        @Override
        public void exit() {}
    }

    private final class Opened implements Editors {
        private final JobEditor editor;
        private final JobImport imports;

        Opened(JobEditor editor, JobImport imports) {
            this.editor = editor;
            this.imports = imports;
        }

        @Override
        public void create(Window owner, Consumer<String> saved) {
            editor.create(owner, saved);
        }

        @Override
        public void fillIn(Window owner, Job job, Consumer<String> saved) {
            editor.fillIn(owner, job, saved);
        }

        @Override
        public void edit(Window owner, Job job, Consumer<String> saved) {
            editor.edit(owner, job, saved);
        }

        @Override
        public void duplicate(Window owner, Job job, Consumer<String> saved) {
            editor.duplicate(owner, job, saved);
        }

        @Override
        public void importEnvironment(Consumer<Integer> imported, Consumer<? super Throwable> failed) {
            background.run(scheduler::refreshEnvironment, imported, failed);
        }

        @Override
        public void importCrontab(Window owner) {
            imports.importCrontab(owner);
        }

        @Override
        public void importFiles(Window owner, List<Path> files) {
            imports.importFiles(owner, files);
        }

        @Override
        public void about(Window owner) {
            about.about(owner);
        }
    }
}

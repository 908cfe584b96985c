package org.carillon.bench.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.engine.WhenExists;
import org.carillon.job.Job;
import org.carillon.log.RunLogs;
import org.carillon.message.Language;
import org.carillon.settings.Settings;
import org.carillon.settings.Theme;
import org.carillon.settings.WindowFile;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.ui.dialogs.ScriptedDialogs;
import org.carillon.ui.fx.FxBackground;
import org.carillon.ui.fx.FxTicker;
import org.carillon.ui.fx.LiveScheduler;
import org.carillon.ui.settings.RecordingDesk;
import org.carillon.ui.shell.Editors;
import org.carillon.ui.shell.MainWindow;
import org.carillon.ui.shell.QuitViewModel;
import org.carillon.ui.shell.WindowParts;
import org.carillon.ui.shell.WindowSettings;
import org.carillon.ui.theme.WindowTheme;
import org.carillon.ui.tray.RecordingTray;

/** How long a click would wait in a window with 5,000 jobs: the longest and the 99th percentile, while it is scrolled, filtered and changed. */
public final class ManyJobs {
    private static final int JOBS = 5_000;
    private static final long STEP = 20_000_000;
    private static final int STEPS = 250;

    private ManyJobs() {}

    private interface Step {
        void at(int step);
    }

    public static void main(String... arguments) throws Exception {
        Path directory = Files.createTempDirectory("carillon-window");
        BackgroundScheduler scheduler = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(RunLogs.none()).build();
        scheduler.addAll(IntStream.range(0, JOBS).mapToObj(ManyJobs::job).toList(), WhenExists.SKIP);
        scheduler.start();
        Platform.startup(() -> { });
        onFx(() -> window(scheduler, directory).show());
        TableView<?> table = await("#jobs");
        while (table.getItems().size() < JOBS) {
            LockSupport.parkNanos(STEP);
        }
        TextField filter = await("#filter");
        for (String round : List.of("warming up", "measured")) {
            System.out.println(round);
            measure("at rest", step -> { });
            measure("scrolling", step -> table.scrollTo(step * 37 % JOBS));
            measure("filtering", step -> filter.setText("job 4321".substring(0, step % 9)));
            onFx(() -> filter.setText(""));
            AtomicBoolean end = new AtomicBoolean();
            Thread changes = Thread.ofPlatform().start(() -> change(scheduler, end));
            measure("scrolling, 100 changes a second", step -> table.scrollTo(step * 37 % JOBS));
            end.set(true);
            changes.join();
        }
        System.exit(0);
    }

    private static Job job(int number) {
        return LiveScheduler.yearly("job-" + number, "Job " + number, "true", "tag-" + number % 20);
    }

    private static MainWindow window(BackgroundScheduler scheduler, Path directory) {
        FxBackground background = new FxBackground();
        WindowSettings settings = new WindowSettings(Settings.DEFAULT.withLanguage(Language.ENGLISH), written -> { }, background);
        WindowParts parts = new WindowParts(scheduler, RunLogs.none(), settings, new NoEditors(), new ScriptedDialogs(), new WindowTheme(Theme.LIGHT),
                background, new FxTicker(), new RecordingTray(), new RecordingDesk(), new WindowFile(directory.resolve("window.json")),
                InstantSource.system(), ZoneId.of("UTC"));
        return new MainWindow(parts, new Stage(), new NoProgram());
    }

    private static void change(BackgroundScheduler scheduler, AtomicBoolean end) {
        for (int i = 0; !end.get(); i++) {
            String id = "job-" + i / 2 % JOBS;
            if (i % 2 == 0) {
                scheduler.pause(id);
            } else {
                scheduler.resume(id);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Takes a step every 20 ms, and asks the FX thread for an answer in between. */
    private static void measure(String what, Step work) throws InterruptedException {
        long[] waits = new long[STEPS];
        for (int i = 0; i < STEPS; i++) {
            int step = i;
            Platform.runLater(() -> work.at(step));
            long asked = System.nanoTime();
            onFx(() -> { });
            waits[i] = System.nanoTime() - asked;
            LockSupport.parkNanos(STEP);
        }
        Arrays.sort(waits);
        System.out.printf("  %-34s longest %5.1f ms   99 %% %5.1f ms   median %5.1f ms%n",
                what, waits[STEPS - 1] / 1e6, waits[STEPS * 99 / 100] / 1e6, waits[STEPS / 2] / 1e6);
    }

    private static void onFx(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            work.run();
            done.countDown();
        });
        done.await();
    }

    private static <T> T await(String id) throws InterruptedException {
        Object[] found = new Object[1];
        while (found[0] == null) {
            onFx(() -> found[0] = Window.getWindows().isEmpty() ? null : Window.getWindows().getFirst().getScene().lookup(id));
        }
        return cast(found[0]);
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object found) {
        return (T) found;
    }

    private static final class NoProgram implements QuitViewModel.Program {
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

    private static final class NoEditors implements Editors {
        @Override
        public void create(Window owner, Consumer<String> saved) {}

        @Override
        public void edit(Window owner, Job job, Consumer<String> saved) {}

        @Override
        public void duplicate(Window owner, Job job, Consumer<String> saved) {}

        @Override
        public void fillIn(Window owner, Job template, Consumer<String> saved) {}

        @Override
        public void importCrontab(Window owner) {}

        @Override
        public void importFiles(Window owner, List<Path> files) {}

        @Override
        public void importEnvironment(Consumer<Integer> imported, Consumer<? super Throwable> failed) {}

        @Override
        public void about(Window owner) {}
    }
}

package org.carillon.bench.log;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogWriter;
import org.carillon.log.RunLogs;
import org.carillon.message.Language;
import org.carillon.settings.Theme;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.ui.fx.FxBackground;
import org.carillon.ui.fx.FxTicker;
import org.carillon.ui.fx.SchedulerFeed;
import org.carillon.ui.fx.TickingClock;
import org.carillon.ui.fx.Views;
import org.carillon.ui.log.LogController;
import org.carillon.ui.log.LogDesk;
import org.carillon.ui.log.LogViewModel;
import org.carillon.ui.log.RunLogSource;
import org.carillon.ui.theme.TimeWords;
import org.carillon.ui.theme.WindowTheme;

/**
 * The log view on a screen: opens a log of ten million lines, jumps about in it, searches it, and follows 20,000 lines a second.
 * Prints the time each takes, how much of the FX thread following needs, and the longest that the FX thread let something wait.
 * Arguments: how many lines (10,000,000), for how many seconds to follow (20).
 */
public final class LogViewing {
    private static final int RATE = 20_000;
    private static final int BATCHES = 10;
    private static final int JUMPS = 100;
    private static final int OPENED = 20;

    private final Path directory;
    private final RunLogs logs;
    private final BackgroundScheduler scheduler;
    private final Job job;
    private final RunLogSource source;
    private LogViewModel model;

    private LogViewing(Path directory) {
        this.directory = directory;
        this.logs = new RunLogs(directory);
        this.scheduler = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(logs).build();
        this.source = new RunLogSource(scheduler, logs);
        this.job = Job.of("flood", "Flood",
                CronTrigger.parse("0 0 1 1 *", Dialect.UNIX, new TriggerDefaults(ZoneId.systemDefault(), Instant.now(), "flood")),
                CommandAction.of(new CommandLine.ShellLine("true", null)));
    }

    public static void main(String[] arguments) throws Exception {
        int lines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        LogViewing bench = new LogViewing(Files.createTempDirectory("carillon-bench"));
        try {
            bench.measure(lines, seconds);
        } finally {
            Platform.exit();
            for (long run = 1; run <= 3; run++) {
                bench.logs.delete(run);
            }
            Files.deleteIfExists(bench.directory);
        }
        System.exit(0);
    }

    private void measure(int lines, int seconds) throws Exception {
        Run large = write(1, lines).ended(RunState.SUCCEEDED, null, Instant.now(), 0, 80L * lines);
        Run small = write(2, 1_000).ended(RunState.SUCCEEDED, null, Instant.now(), 0, 80_000);
        CompletableFuture<Void> shown = new CompletableFuture<>();
        Platform.startup(() -> {
            show();
            shown.complete(null);
        });
        shown.get();
        System.out.printf("%n| log view | measured | goal |%n|---|---|---|%n");
        System.out.printf(Locale.ROOT, "| opens a log of %,d lines, first thing after the start | %.0f ms | 300 ms |%n", lines, open(large));
        double[] again = new double[OPENED];
        long busy = 0;
        for (int i = 0; i < OPENED; i++) {
            open(small);
            long cpu = processorTime();
            again[i] = open(large);
            busy += processorTime() - cpu;
        }
        Arrays.sort(again);
        System.out.printf(Locale.ROOT, "| … again: median, worst of %d (processor time) | %.0f ms, %.0f ms (%.0f ms) | 300 ms |%n",
                OPENED, again[OPENED / 2], again[OPENED - 1], busy / 1e6 / OPENED);
        double[] jumps = jumps(lines);
        System.out.printf(Locale.ROOT, "| jumps to %d places in it: median, worst | %.0f ms, %.0f ms | |%n", JUMPS, jumps[JUMPS / 2], jumps[JUMPS - 1]);
        System.out.printf(Locale.ROOT, "| jumps to line %,d the first time | %.2f s | |%n", lines - 1, last(lines - 1) / 1000);
        System.out.printf(Locale.ROOT, "| searches all of it | %.2f s, %,d matches | |%n", search() / 1000, model.search().count().get());
        follow(seconds);
    }

    private Run write(long id, int lines) {
        Instant start = Instant.now();
        byte[] block = new byte[800 * 80];
        try (RunLogWriter writer = logs.create(id, start)) {
            for (int line = 0; line < lines; ) {
                int count = Math.min(800, lines - line);
                for (int i = 0; i < count; i++, line++) {
                    byte[] text = "%010d the quick brown fox jumps over the lazy dog, as it does every day %08d%n"
                            .formatted(line, line * 31 % 99_999_989).getBytes(StandardCharsets.UTF_8);
                    System.arraycopy(text, 0, block, i * 80, 79);
                    block[i * 80 + 79] = '\n';
                }
                writer.write(line > lines / 2 && line % 100_000 < 800 ? LogStream.ERR : LogStream.OUT, Instant.now(), block, 0, count * 80);
            }
        }
        return Run.queued(id, job, start, RunTrigger.SCHEDULE).started(start, 1, "here", "me");
    }

    private void show() {
        FxTicker ticker = new FxTicker();
        FxBackground background = new FxBackground();
        TimeWords times = new TimeWords(Language.ENGLISH, ZoneId.systemDefault());
        model = new LogViewModel(source, new SchedulerFeed(scheduler, background, ticker),
                background, ticker, new TickingClock(InstantSource.system(), ticker), times);
        Parent root = Views.load(new LogController(model, new LogDesk(null, null, null)), Language.ENGLISH);
        Scene scene = new Scene(root, 1180, 780);
        new WindowTheme(Theme.LIGHT).dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        model.active().set(true);
    }

    /** Milliseconds until the condition holds on the FX thread and has been drawn. */
    private static double until(Runnable action, BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            action.run();
            watch(condition, done, 2);
        });
        if (!done.await(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It never came");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** Looks again at each pulse; a layout and a drawing are between two of them. */
    private static void watch(BooleanSupplier condition, CountDownLatch done, int pulses) {
        new AnimationTimer() {
            private int rest = pulses;

            @Override
            public void handle(long now) {
                if (condition.getAsBoolean() && --rest == 0) {
                    stop();
                    done.countDown();
                }
            }
        }.start();
    }

    private double open(Run run) throws InterruptedException {
        return until(() -> model.run().set(run), () -> !model.pager().lines().isEmpty());
    }

    private double[] jumps(int lines) throws InterruptedException {
        // A time is found without counting lines.
        Instant from = model.run().get().startedAt();
        long nanos = Duration.between(from, model.run().get().endedAt()).toNanos();
        double[] took = new double[JUMPS];
        for (int i = 0; i < JUMPS; i++) {
            String place = from.plusNanos((long) (nanos * (i * 37 % JUMPS / (double) JUMPS) * 0.9)).toString();
            until(() -> model.pager().follow(), () -> model.pager().following().get() && !model.pager().loading().get());
            long wanted = source.at(model.run().get().id(), Instant.parse(place));
            took[i] = until(() -> model.goTo(place), () -> !model.pager().following().get() && holds(wanted));
        }
        Arrays.sort(took);
        return took;
    }

    /** Nanoseconds. */
    private static long processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private boolean holds(long offset) {
        return model.pager().lines().stream().anyMatch(line -> line.offset() == offset);
    }

    private long firstLine() {
        return model.pager().lines().isEmpty() ? -1 : model.pager().lines().getFirst().offset();
    }

    private double last(int line) throws InterruptedException {
        until(() -> model.pager().goToStart(), () -> firstLine() == 0);
        return until(() -> model.goTo(Integer.toString(line)), () -> firstLine() > 0);
    }

    private double search() throws InterruptedException {
        return until(() -> model.search().text().set("9 the QUICK"), () -> model.search().count().get() > 0 && !model.search().searching().get());
    }

    private void follow(int seconds) throws Exception {
        until(() -> model.search().text().set(""), () -> true);
        Instant start = Instant.now();
        Run running = Run.queued(3, job, start, RunTrigger.SCHEDULE).started(start, 1, "here", "me");
        AtomicBoolean going = new AtomicBoolean(true);
        Thread writing = Thread.ofPlatform().daemon().start(() -> print(start, going));
        open(running);
        Waits waits = new Waits();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        CompletableFuture<Long> fxThread = new CompletableFuture<>();
        Platform.runLater(() -> fxThread.complete(Thread.currentThread().threadId()));
        long fx = fxThread.get();
        pause(3_000);
        long cpu = threads.getThreadCpuTime(fx);
        long from = System.nanoTime();
        while (System.nanoTime() - from < TimeUnit.SECONDS.toNanos(seconds)) {
            long asked = System.nanoTime();
            Platform.runLater(() -> waits.add(System.nanoTime() - asked));
            pause(5);
        }
        double share = (threads.getThreadCpuTime(fx) - cpu) / (double) (System.nanoTime() - from);
        AtomicLong behind = new AtomicLong();
        until(() -> behind.set(model.pager().lines().isEmpty() ? -1 : System.currentTimeMillis() - model.pager().lines().getLast().time().toEpochMilli()), () -> true);
        going.set(false);
        writing.join();
        System.out.printf(Locale.ROOT, "| follows %,d lines/s: use of the FX thread | %.1f %% | 20 %% |%n", RATE, share * 100);
        System.out.printf(Locale.ROOT, "| … the longest that it let something wait (of %,d; 99.9 %% of them) | %.0f ms (%.0f ms) | 100 ms |%n",
                waits.count(), waits.worst(1), waits.worst(0.999));
        System.out.printf(Locale.ROOT, "| … how old the last line in sight is | %d ms | |%n", behind.get());
    }

    private void print(Instant start, AtomicBoolean going) {
        byte[] line = "0123456789 the quick brown fox jumps over the lazy dog, as it does \u001b[32mevery\u001b[0m day\n".getBytes(StandardCharsets.UTF_8);
        byte[] block = new byte[line.length * RATE / BATCHES / 4];
        for (int at = 0; at < block.length; at += line.length) {
            System.arraycopy(line, 0, block, at, line.length);
        }
        try (RunLogWriter writer = logs.create(3, start)) {
            for (long next = System.nanoTime(); going.get(); next += TimeUnit.SECONDS.toNanos(1) / BATCHES / 4) {
                writer.write(LogStream.OUT, Instant.now(), block, 0, block.length);
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** How long the FX thread let things wait, which it was asked to do every five milliseconds. */
    private static final class Waits {
        private final List<Long> nanos = new ArrayList<>();

        private synchronized void add(long wait) {
            nanos.add(wait);
        }

        private synchronized int count() {
            return nanos.size();
        }

        /** Milliseconds that such a share did not exceed. */
        private synchronized double worst(double share) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
        }
    }
}

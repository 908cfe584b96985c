package org.carillon.bench.log;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
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
 * Draws the pictures of the log view, in both themes. Arguments: where to (src/site), the language (en), how many lines the long
 * log has (10,000,000).
 */
public final class LogPictures {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String[] WORDS = {"connected to db-2", "fetched 214 orders", "order 8131 is paid", "wrote report.csv", "queue is empty"};

    private final Path target;
    private final Language language;
    private final FxTicker ticker = new FxTicker();
    private final FxBackground background = new FxBackground();
    private final RunLogs logs;
    private final BackgroundScheduler scheduler;
    private final Job job;
    private LogViewModel model;
    private Scene scene;
    private Stage stage;

    private LogPictures(Path directory, Path target, Language language) {
        this.target = target;
        this.language = language;
        this.logs = new RunLogs(directory);
        this.scheduler = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(logs).build();
        this.job = Job.of("sync", "Sync orders",
                CronTrigger.parse("*/5 * * * *", Dialect.UNIX, new TriggerDefaults(ZoneId.systemDefault(), Instant.now(), "sync")),
                CommandAction.of(new CommandLine.ShellLine("true", null)));
    }

    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments.length > 0 ? arguments[0] : "src/site");
        Language language = arguments.length > 1 && arguments[1].equals("zh") ? Language.CHINESE : Language.ENGLISH;
        int lines = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10_000_000;
        Path directory = Files.createTempDirectory("carillon-bench");
        try {
            new LogPictures(directory, target, language).draw(lines);
        } finally {
            Platform.exit();
            RunLogs left = new RunLogs(directory);
            for (long run = 1; run <= 3; run++) {
                left.delete(run);
            }
            Files.deleteIfExists(directory);
        }
        System.exit(0);
    }

    private void draw(int lines) throws Exception {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.get();
        // Between the looks no window is open.
        Platform.setImplicitExit(false);
        Run colours = ended(2, this::printColours);
        Run large = ended(3, writer -> printNumbers(writer, lines));
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            on(() -> show(theme));
            following(name);
            open(colours);
            picture("log-ansi-" + name);
            open(large);
            on(() -> model.goTo(Integer.toString(lines / 2)));
            until(() -> !model.pager().following().get() && firstLine() > 0);
            picture("log-ten-million-" + name);
            on(stage::close);
        }
    }

    private void following(String name) throws Exception {
        logs.delete(1);
        Instant start = Instant.now();
        try (RunLogWriter writer = logs.create(1, start)) {
            print(writer, 0, 400);
            on(() -> model.run().set(running(1, start)));
            until(() -> model.pager().lines().size() == 400);
            picture("log-follow-" + name);
            on(() -> model.goTo("380"));
            until(() -> !model.pager().following().get());
            print(writer, 400, 528);
            until(() -> model.pager().newLines().get() == 128);
            picture("log-frozen-" + name);
            on(() -> ((TextField) scene.lookup("#log-find")).setText("order"));
            until(() -> model.search().count().get() > 100);
            on(() -> model.next(model.pager().lines().get(300).offset(), true));
            picture("log-search-" + name);
            on(() -> {
                ((TextField) scene.lookup("#log-find")).setText("");
                model.search().text().set("");
            });
        }
    }

    private void show(Theme theme) {
        TimeWords times = new TimeWords(language, ZoneId.systemDefault());
        model = new LogViewModel(new RunLogSource(scheduler, logs), new SchedulerFeed(scheduler, background, ticker),
                background, ticker, new TickingClock(InstantSource.system(), ticker), times);
        Parent root = Views.load(new LogController(model, new LogDesk(null, null, null)), language);
        scene = new Scene(root, 1068, 640);
        new WindowTheme(theme).dress(scene);
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
        model.active().set(true);
    }

    private void open(Run run) throws Exception {
        on(() -> model.run().set(run));
        until(() -> !model.pager().lines().isEmpty() && !model.pager().loading().get());
    }

    private long firstLine() {
        return model.pager().lines().isEmpty() ? -1 : model.pager().lines().getFirst().offset();
    }

    private Run running(long id, Instant start) {
        return Run.queued(id, job, start, RunTrigger.SCHEDULE).started(start, 1, "here", "me");
    }

    private interface Printing {
        void print(RunLogWriter writer);
    }

    private Run ended(long id, Printing printing) {
        Instant start = Instant.now();
        try (RunLogWriter writer = logs.create(id, start)) {
            printing.print(writer);
            return running(id, start).ended(RunState.SUCCEEDED, null, Instant.now(), 0, writer.received());
        }
    }

    private static void write(RunLogWriter writer, LogStream stream, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writer.write(stream, Instant.now(), bytes, 0, bytes.length);
    }

    private static void print(RunLogWriter writer, int from, int to) {
        for (int line = from; line < to; line++) {
            String words = WORDS[line * 7 % WORDS.length];
            boolean error = line % 41 == 17;
            write(writer, error ? LogStream.ERR : LogStream.OUT, error
                    ? "\u001b[31merror\u001b[0m order " + (8_000 + line) + " has no address, see https://shop.example/orders/" + (8_000 + line) + "\n"
                    : "\u001b[32minfo\u001b[0m  " + words + " (" + line * 37 % 90 + " ms)\n");
        }
    }

    private void printColours(RunLogWriter writer) {
        StringBuilder text = new StringBuilder("\u001b[1mSixteen colours\u001b[0m\n");
        for (int colour = 0; colour < 16; colour++) {
            text.append("\u001b[").append(colour < 8 ? 30 + colour : 82 + colour).append("m colour ").append(colour).append("\u001b[0m ");
            text.append(colour % 8 == 7 ? "\n" : "");
        }
        text.append("\u001b[1m256 colours\u001b[0m\n");
        for (int colour = 16; colour < 256; colour++) {
            text.append("\u001b[48;5;").append(colour).append("m  \u001b[0m").append(colour % 36 == 15 ? "\n" : "");
        }
        text.append("\n\u001b[1m24 bits\u001b[0m\n");
        for (int step = 0; step < 80; step++) {
            text.append("\u001b[48;2;").append(255 - step * 3).append(';').append(step * 3).append(";160m ");
        }
        text.append("\u001b[0m\n\u001b[3mitalic\u001b[0m \u001b[4munderlined\u001b[0m \u001b[9mstruck\u001b[0m \u001b[7minverse\u001b[0m \u001b[2mfaint\u001b[0m\n");
        text.append("\u001b[33ma colour that is not switched off\ngoes on in the next line\u001b[0m, until it is\n");
        text.append("a long line is folded: ").append("0123456789 ".repeat(200)).append("\nand this is plain\n");
        write(writer, LogStream.OUT, text.toString());
    }

    private static void printNumbers(RunLogWriter writer, int lines) {
        StringBuilder block = new StringBuilder();
        for (int line = 1; line <= lines; line++) {
            block.append(String.format(Locale.ROOT, "line %,12d  the quick brown fox jumps over the lazy dog, as it does every day%n", line));
            if (line % 1_000 == 0 || line == lines) {
                write(writer, LogStream.OUT, block.toString());
                block.setLength(0);
            }
        }
    }

    private static void on(Runnable action) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            action.run();
            done.complete(null);
        });
        done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Until it is so on the FX thread, and for half a second more, in which all is laid out. */
    private static void until(BooleanSupplier condition) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> new AnimationTimer() {
            private long since;

            @Override
            public void handle(long now) {
                since = condition.getAsBoolean() ? since == 0 ? now : since : 0;
                if (since != 0 && now - since > TimeUnit.MILLISECONDS.toNanos(500)) {
                    stop();
                    done.countDown();
                }
            }
        }.start());
        if (!done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("It never came");
        }
    }

    private void picture(String name) throws Exception {
        until(() -> true);
        on(() -> {
            WritableImage image = scene.snapshot(null);
            BufferedImage picture = new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    picture.setRGB(x, y, image.getPixelReader().getArgb(x, y));
                }
            }
            try {
                ImageIO.write(picture, "png", target.resolve(name + (language == Language.CHINESE ? "-zh" : "") + ".png").toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

package org.carillon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long the installed program takes to start with its cache and without it, and how much memory it takes when idle. Starts the tree that
 * {@code installer/linux/build} leaves in {@code target/installer/carillon}, the window on {@code DISPLAY}, in turns; prints medians.
 * In the same turns it starts {@link BareWindow} with the same Java, flags and theme and a cache of its own: what a window needs at least.
 * The first start of Carillon makes its job store; a later one finds it. Its window is there before everything is in it: both are told.
 * Arguments: how many rounds (5), how long it is left alone before its memory is read, in seconds (75), and the directory of the tree.
 */
final class StartTimes {
    static final Pattern WINDOW = Pattern.compile("The window is there, (\\d+) ms");
    private static final Pattern FULL = Pattern.compile("Everything is in the window, (\\d+) ms");
    private static final Pattern READY = Pattern.compile("The control API listens");
    private static final String WITHOUT = "-XX:AOTMode=off";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    private final Path launcher;
    private final BareStart bare;
    private final Path used;
    private final int rounds;
    private final int idleSeconds;
    private final Map<String, List<Long>> figures = new TreeMap<>();

    private StartTimes(Path launcher, BareStart bare, Path used, int rounds, int idleSeconds) {
        this.launcher = launcher;
        this.bare = bare;
        this.used = used;
        this.rounds = rounds;
        this.idleSeconds = idleSeconds;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int idle = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 75;
        Path tree = Path.of(arguments.length > 2 ? arguments[2] : "target/installer/carillon");
        Path work = Files.createTempDirectory("carillon-bare");
        try {
            Path launcher = tree.resolve("bin/carillon");
            BareStart bare = BareStart.prepare(tree, flags(launcher, work.resolve("used")), work);
            new StartTimes(launcher, bare, work.resolve("used"), rounds, idle).measure();
        } finally {
            delete(work);
        }
    }

    /** What the launcher gives Java for the window, besides its cache and its class path. */
    private static List<String> flags(Path launcher, Path data) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(launcher.toString(), "--data", data.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            await(data.resolve("carillon.log"), WINDOW, process);
            List<String> words = List.of(Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).split("\0"));
            return words.subList(1, words.indexOf("--class-path")).stream().filter(word -> !word.startsWith("-XX:AOT") && !word.startsWith("-Dcarillon.")).toList();
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private void measure() throws IOException, InterruptedException {
        all(0);
        // The first round has filled the system's memory with the files.
        figures.clear();
        for (int round = 0; round < rounds; round++) {
            all(0);
        }
        all(idleSeconds);
        System.out.printf(Locale.ROOT, "| medians of %d | with the cache | without | ratio |%n|---|---:|---:|---:|%n", rounds + 1);
        row("bare window there, ms", "bare ms");
        row("window there at a later start, ms", "later ms");
        row("everything in it, ms", "later full ms");
        row("window there at the first start, ms", "window ms");
        row("everything in it, ms", "window full ms");
        row("headless scheduler ready, ms", "headless ms");
        row("window idle, resident MB", "window MB");
        row("headless idle, resident MB", "headless MB");
        System.out.printf(Locale.ROOT, "window to bare window, each with its cache: %.2f at a later start, %.2f at the first%n",
                (double) median("later ms ") / median("bare ms "), (double) median("window ms ") / median("bare ms "));
    }

    private void row(String name, String key) {
        long with = median(key + " ");
        long without = median(key + " " + WITHOUT);
        System.out.printf(Locale.ROOT, "| %s | %,d | %,d | %.2f |%n", name, with, without, (double) with / without);
    }

    private long median(String key) {
        List<Long> sorted = figures.get(key).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** @param idle for so many seconds each is left alone, then its memory is read; 0 for its start alone */
    private void all(int idle) throws IOException, InterruptedException {
        for (String options : List.of("", WITHOUT)) {
            if (idle == 0) {
                note("bare ms " + options, bare.start(options));
                begin("later", List.of(), options, WINDOW, 0, used);
            }
            start("window", List.of(), options, WINDOW, idle);
            start("headless", List.of("run"), options, READY, idle);
        }
    }

    private void start(String what, List<String> command, String options, Pattern line, int idle) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("carillon-start");
        try {
            begin(what, command, options, line, idle, data);
        } finally {
            delete(data);
        }
    }

    private void begin(String what, List<String> command, String options, Pattern line, int idle, Path data) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(launcher.toString()));
        words.addAll(command);
        words.addAll(List.of("--data", data.toString()));
        Files.deleteIfExists(data.resolve("carillon.log"));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CARILLON_JAVA_OPTIONS", options);
        long began = System.nanoTime();
        Process process = builder.start();
        try {
            Matcher found = await(data.resolve("carillon.log"), line, process);
            long took = found.groupCount() > 0 ? Long.parseLong(found.group(1)) : (System.nanoTime() - began) / 1_000_000;
            note(what + " ms " + options, took);
            if (line == WINDOW) {
                note(what + " full ms " + options, Long.parseLong(await(data.resolve("carillon.log"), FULL, process).group(1)));
            }
            if (idle > 0) {
                process.waitFor(idle, TimeUnit.SECONDS);
                note(what + " MB " + options, resident(process.pid()));
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private void note(String key, long figure) {
        figures.computeIfAbsent(key, _ -> new ArrayList<>()).add(figure);
        System.err.println(key.strip() + ": " + figure);
    }

    static Matcher await(Path log, Pattern line, Process process) throws IOException {
        long deadline = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (Files.exists(log)) {
                Matcher matcher = line.matcher(Files.readString(log, StandardCharsets.UTF_8));
                if (matcher.find()) {
                    return matcher;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        throw new IllegalStateException("It did not start; its log does not say: " + line);
    }

    /** In megabytes, as the kernel counts it. */
    private static long resident(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow();
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

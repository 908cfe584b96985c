package org.carillon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The whole program under a steady load: 200 jobs, each every 3 to 7 seconds, run without a window for so many minutes.
 * Prints how late runs started, what became of them, and resident memory and threads while it went on. Linux.
 *
 * <p>{@code java src/bench/java/org/carillon/bench/Soak.java [minutes=15] [jobs=200]}, after {@code mvn -q -DskipTests package}.
 */
final class Soak {
    private static final Path CARILLON = Path.of("target/carillon/bin/carillon").toAbsolutePath();
    private static final Pattern LATE = Pattern.compile("\"lateMs\"\\s*:\\s*(-?\\d+)");
    private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"([A-Z_]+)\"");

    private Soak() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long minutes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 15;
        int jobs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        Path data = Files.createTempDirectory("carillon-soak");
        Path file = Files.writeString(data.resolveSibling(data.getFileName() + ".json"), jobFile(jobs));
        run(data, "import", file.toString());

        Process scheduler = new ProcessBuilder(CARILLON.toString(), "run", "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        watch(scheduler, minutes);
        scheduler.destroy();
        if (!scheduler.waitFor(30, TimeUnit.SECONDS)) {
            scheduler.destroyForcibly();
            throw new IllegalStateException("The scheduler did not end within 30 s of SIGTERM");
        }
        report(run(data, "runs", "--json", "--limit", "10000000"));
        System.out.println("data directory: " + data);
    }

    /** {@code jobs} jobs, their periods spread over 3 to 7 seconds. */
    private static String jobFile(int jobs) {
        return IntStream.range(0, jobs)
                .mapToObj(number -> """
                        {"name":"Soak %d","trigger":{"type":"interval","every":"PT%dS"},
                         "action":{"type":"command","command":["echo","run of job %d"]}}""".formatted(number, 3 + number % 5, number))
                .collect(Collectors.joining(",\n", "{\"format\":\"carillon/1\",\"jobs\":[", "]}"));
    }

    private static void watch(Process scheduler, long minutes) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(minutes));
        System.out.println("minute  resident MB  threads");
        for (long minute = 0; Instant.now().isBefore(end); minute++) {
            boolean ended = scheduler.waitFor(minute == 0 ? 15 : 60, TimeUnit.SECONDS);
            if (ended) {
                throw new IllegalStateException("The scheduler ended by itself with exit code " + scheduler.exitValue());
            }
            System.out.printf(Locale.ROOT, "%6d  %11.0f  %7s%n", minute, resident(scheduler) / 1024.0, field(scheduler, "Threads"));
        }
    }

    private static void report(String runs) {
        long[] late = LATE.matcher(runs).results().mapToLong(match -> Long.parseLong(match.group(1))).sorted().toArray();
        List<String> states = new ArrayList<>();
        Matcher matcher = STATE.matcher(runs);
        while (matcher.find()) {
            states.add(matcher.group(1));
        }
        System.out.println("runs by state: " + states.stream().collect(Collectors.groupingBy(state -> state, Collectors.counting())));
        System.out.printf("lateness of %d started runs, ms: median %d, p99 %d, worst %d%n",
                late.length, late[late.length / 2], late[(int) (late.length * 0.99)], Arrays.stream(late).max().orElseThrow());
    }

    private static long resident(Process process) throws IOException {
        return Long.parseLong(field(process, "VmRSS").replaceAll("\\D", ""));
    }

    private static String field(Process process, String name) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(name + ":")).findFirst().orElseThrow()
                    .substring(name.length() + 1).strip();
        }
    }

    private static String run(Path data, String command, String... rest) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(CARILLON.toString(), command, "--data", data.toString()));
        line.addAll(List.of(rest));
        Path output = Files.createTempFile("carillon-soak", ".out");
        int exitCode = new ProcessBuilder(line)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(String.join(" ", line) + " ended with " + exitCode);
        }
        String text = Files.readString(output);
        Files.delete(output);
        return text;
    }
}

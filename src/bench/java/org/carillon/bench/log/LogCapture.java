package org.carillon.bench.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A job that prints ten million lines of 80 bytes, run by the whole program without a window, beside the same producer piped into
 * {@code cat > file}. Prints wall times and the program's highest resident memory. Linux.
 *
 * <p>{@code java src/bench/java/org/carillon/bench/log/LogCapture.java [lines=10000000] [rounds=3]}, after {@code mvn -q -DskipTests package}.
 */
final class LogCapture {
    private static final Path CARILLON = Path.of("target/carillon/bin/carillon").toAbsolutePath();
    private static final Pattern DURATION = Pattern.compile("\"durationMs\"\\s*:\\s*(\\d+)");
    private static final Pattern BYTES = Pattern.compile("\"outputBytes\"\\s*:\\s*(\\d+)");

    private LogCapture() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long lines = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        String producer = "yes " + "0123456789".repeat(7) + "012345678 | head -n " + lines;
        double[] plain = new double[rounds];
        double[] captured = new double[rounds];
        double resident = 0;
        for (int round = 0; round < rounds; round++) {
            plain[round] = plain(producer);
            Captured result = captured(producer, lines * 80);
            captured[round] = result.seconds();
            resident = Math.max(resident, result.residentMegabytes());
            System.out.printf(Locale.ROOT, "round %d: cat > file %.2f s, Carillon %.2f s, resident %.0f MB%n",
                    round + 1, plain[round], captured[round], result.residentMegabytes());
        }
        System.out.printf(Locale.ROOT, "%n| %,d lines × 80 bytes | `cat > file` | Carillon | ratio | most resident |%n|---|---|---|---|---|%n", lines);
        System.out.printf(Locale.ROOT, "| median of %d | %.2f s | %.2f s | × %.2f | %.0f MB |%n",
                rounds, median(plain), median(captured), median(captured) / median(plain), resident);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double plain(String producer) throws IOException, InterruptedException {
        Path file = Files.createTempFile("carillon-bench", ".log");
        long start = System.nanoTime();
        int code = new ProcessBuilder("/bin/sh", "-c", producer + " | cat > " + file).inheritIO().start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.delete(file);
        if (code != 0) {
            throw new IllegalStateException("The producer ended with " + code);
        }
        return seconds;
    }

    private record Captured(double seconds, double residentMegabytes) {}

    private static Captured captured(String producer, long bytes) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("carillon-bench");
        Path jobs = Files.writeString(data.resolveSibling(data.getFileName() + ".json"), """
                {"format":"carillon/1","jobs":[{"name":"Flood","trigger":{"type":"date","at":"%s"},
                 "action":{"type":"command","command":"%s"}}]}""".formatted(Instant.now().plus(Duration.ofSeconds(8)), producer));
        run(data, "import", jobs.toString());
        Process scheduler = new ProcessBuilder(CARILLON.toString(), "run", "--data", data.toString())
                .redirectErrorStream(true).redirectOutput(data.resolve("out.txt").toFile()).start();
        while (!Files.readString(data.resolve("out.txt")).contains("SUCCEEDED")) {
            if (scheduler.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The scheduler ended: " + Files.readString(data.resolve("out.txt")));
            }
        }
        double resident = Long.parseLong(field(scheduler, "VmHWM").replaceAll("\\D", "")) / 1024.0;
        scheduler.destroy();
        scheduler.waitFor();
        String runs = run(data, "runs", "--json");
        if (number(BYTES, runs) != bytes) {
            throw new IllegalStateException("Not " + bytes + " bytes: " + runs);
        }
        delete(data);
        Files.delete(jobs);
        return new Captured(number(DURATION, runs) / 1000.0, resident);
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(text);
        }
        return Long.parseLong(matcher.group(1));
    }

    private static String field(Process process, String name) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(name + ":")).findFirst().orElseThrow();
        }
    }

    private static String run(Path data, String command, String... rest) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(CARILLON.toString(), command, "--data", data.toString()));
        line.addAll(List.of(rest));
        Process process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String text = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", line) + " ended with " + process.exitValue());
        }
        return text;
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package org.carillon.bench.control;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How fast the running program answers, in a process of its own and over real sockets: jobs added one by one over one connection (each
 * is durable when it is answered), 500 requests a second with 10,000 jobs stored, and commands as whole processes.
 *
 * <p>After {@code mvn -q -DskipTests package}: {@code java src/bench/java/org/carillon/bench/control/ControlSpeed.java}, with
 * {@code server} to leave the commands out.
 */
final class ControlSpeed {
    private static final int JOBS = 10_000;
    private static final int ROUND = 1_000;
    private static final int PER_SECOND = 500;
    private static final int SECONDS = 20;
    private static final int CONNECTIONS = 16;
    private static final int COMMANDS = 15;
    private static final String JOB = """
            {"id":"job-%1$d","name":"Job %1$d","trigger":{"type":"date","at":"2199-01-01T00:00:00+00:00"},\
            "action":{"type":"command","command":["true"]}}""";

    private final Path program;
    private final Path data;
    private final int port;
    private final String token;

    private ControlSpeed(Path program, Path data) throws IOException {
        this.program = program;
        this.data = data;
        String address = Files.readString(data.resolve("control.json"));
        this.port = Integer.parseInt(find("127\\.0\\.0\\.1:(\\d+)", address));
        this.token = find("\"token\":\"(\\w+)\"", address);
    }

    public static void main(String[] arguments) throws Exception {
        Path program = Path.of("target", "carillon", "bin", "carillon").toAbsolutePath();
        Path directory = Files.createTempDirectory("carillon-control-speed");
        Path data = directory.resolve("data");
        Process instance = new ProcessBuilder(program.toString(), "run", "--data", data.toString())
                .redirectErrorStream(true).redirectOutput(directory.resolve("output").toFile()).start();
        try {
            while (!Files.exists(data.resolve("control.json"))) {
                if (!instance.isAlive()) {
                    throw new IllegalStateException(Files.readString(directory.resolve("output")));
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            System.out.printf("%s, %d processors, load %s%n", Runtime.version(), Runtime.getRuntime().availableProcessors(), load());
            ControlSpeed speed = new ControlSpeed(program, data);
            speed.adds();
            speed.requests();
            if (arguments.length == 0 || !arguments[0].equals("server")) {
                speed.commands();
            }
            System.out.println("load at the end " + load());
        } finally {
            instance.destroy();
            instance.waitFor();
            delete(directory);
        }
    }

    private void adds() throws IOException {
        try (Connection connection = new Connection()) {
            add(connection, 0, ROUND);
            List<Double> rounds = new ArrayList<>();
            long[] all = new long[JOBS - ROUND];
            for (int from = ROUND; from < JOBS; from += ROUND) {
                long[] nanos = add(connection, from, from + ROUND);
                System.arraycopy(nanos, 0, all, from - ROUND, ROUND);
                rounds.add(ROUND / (Arrays.stream(nanos).sum() / 1e9));
            }
            rounds.sort(null);
            System.out.printf(Locale.ROOT, "adds over one connection, one after the other, each durable: median %,.0f/s, best round %,.0f/s; %s%n",
                    rounds.get(rounds.size() / 2), rounds.getLast(), distribution(all));
            System.out.printf(Locale.ROOT, "adds over one connection, %,d in one request, each answered when it is durable: %,.0f/s (goal 2,000)%n",
                    JOBS, together(connection));
        }
    }

    /** @return adds a second; they are removed again */
    private static double together(Connection connection) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = JOBS; i < 2 * JOBS; i++) {
            lines.append(JOB.formatted(i)).append('\n');
        }
        long began = System.nanoTime();
        String answers = connection.ask("POST", "/v1/jobs/lines", lines.toString(), 200);
        double perSecond = JOBS / ((System.nanoTime() - began) / 1e9);
        if (answers.lines().filter(line -> line.contains("\"status\":201")).count() != JOBS) {
            throw new IOException("Not all were added: " + answers.lines().findFirst().orElse(""));
        }
        for (int i = JOBS; i < 2 * JOBS; i++) {
            connection.ask("DELETE", "/v1/jobs/job-" + i, null, 204);
        }
        return perSecond;
    }

    private static long[] add(Connection connection, int from, int to) throws IOException {
        long[] nanos = new long[to - from];
        for (int i = from; i < to; i++) {
            long began = System.nanoTime();
            connection.ask("POST", "/v1/jobs", JOB.formatted(i), 201);
            nanos[i - from] = System.nanoTime() - began;
        }
        return nanos;
    }

    /** Sent when they are due, whether or not those before are answered; what has to wait for a connection has waited. */
    private void requests() throws Exception {
        measure(PER_SECOND * 5);
        long[] nanos = measure(PER_SECOND * SECONDS);
        System.out.printf(Locale.ROOT, "%d requests/s for %d s with %,d jobs stored: %s (goal p99 10 ms)%n", PER_SECOND, SECONDS, JOBS, distribution(nanos));
        System.out.printf("  those that change something, durably: %s%n", distribution(some(nanos, true)));
        System.out.printf("  those that only look: %s%n", distribution(some(nanos, false)));
    }

    private long[] measure(int count) throws Exception {
        long[] nanos = new long[count];
        AtomicInteger next = new AtomicInteger();
        ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
        long began = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        List<Thread> senders = Stream.generate(() -> Thread.ofPlatform().unstarted(() -> {
            try (Connection connection = new Connection()) {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    long due = began + i * (TimeUnit.SECONDS.toNanos(1) / PER_SECOND);
                    for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                        LockSupport.parkNanos(due - now);
                    }
                    request(connection, i);
                    nanos[i] = System.nanoTime() - due;
                }
            } catch (IOException | RuntimeException e) {
                failures.add(e);
            }
        })).limit(CONNECTIONS).toList();
        senders.forEach(Thread::start);
        for (Thread sender : senders) {
            sender.join();
        }
        if (!failures.isEmpty()) {
            throw failures.peek();
        }
        return nanos;
    }

    private static boolean changes(int i) {
        return i % 10 == 2 || i % 10 == 3;
    }

    private static long[] some(long[] nanos, boolean changing) {
        return IntStream.range(0, nanos.length).filter(i -> changes(i) == changing).mapToLong(i -> nanos[i]).toArray();
    }

    /** What programs ask for: mostly single jobs, now and then a page, a change, the runs, the state. */
    private void request(Connection connection, int i) throws IOException {
        int job = Math.floorMod(i * 7919, JOBS);
        switch (i % 10) {
            case 0 -> connection.ask("GET", "/v1/jobs?limit=100", null, 200);
            case 1 -> connection.ask("GET", "/v1/jobs?q=job-" + job + "&limit=10", null, 200);
            case 2 -> connection.ask("POST", "/v1/jobs/job-" + job + "/pause", "", 200);
            case 3 -> connection.ask("PATCH", "/v1/jobs/job-" + job, "{\"description\":\"" + i + "\"}", 200);
            case 4 -> connection.ask("GET", "/v1/runs?limit=20", null, 200);
            case 5 -> connection.ask("GET", "/v1/scheduler", null, 200);
            default -> connection.ask("GET", "/v1/jobs/job-" + job, null, 200);
        }
    }

    private void commands() throws Exception {
        try (Connection connection = new Connection()) {
            for (int i = 20; i < JOBS; i++) {
                connection.ask("DELETE", "/v1/jobs/job-" + i, null, 204);
            }
        }
        for (List<String> command : List.of(List.of("jobs"), List.of("jobs", "--json"), List.of("runs"), List.of("status"),
                List.of("pause", "job-1"), List.of("explain", "0 9 * * 1-5"))) {
            run(command);
            long[] nanos = new long[COMMANDS];
            for (int i = 0; i < COMMANDS; i++) {
                nanos[i] = run(command);
            }
            System.out.printf("carillon %s, the whole process: %s%s%n", String.join(" ", command), distribution(nanos),
                    command.equals(List.of("jobs")) ? " (goal 200 ms)" : "");
        }
    }

    private long run(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), command.stream()).toList());
        builder.environment().put("CARILLON_DATA", data.toString());
        long began = System.nanoTime();
        Process process = builder.redirectErrorStream(true).start();
        byte[] output = process.getInputStream().readAllBytes();
        int code = process.waitFor();
        long nanos = System.nanoTime() - began;
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code + ": " + new String(output, StandardCharsets.UTF_8));
        }
        return nanos;
    }

    private static String distribution(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "median %.1f, p99 %.1f, longest %.1f ms", sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6, sorted[sorted.length - 1] / 1e6);
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Not as expected: " + text);
        }
        return matcher.group(1);
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted((a, b) -> b.getNameCount() - a.getNameCount()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** One connection that is kept. */
    private final class Connection implements AutoCloseable {
        private final Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        private final InputStream in = new BufferedInputStream(socket.getInputStream());

        private Connection() throws IOException {
            socket.setTcpNoDelay(true);
        }

        String ask(String method, String path, String body, int expected) throws IOException {
            String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token
                    + (body == null ? "" : "\r\nContent-Length: " + body.length()) + "\r\n\r\n" + (body == null ? "" : body);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            int status = Integer.parseInt(line().split(" ")[1]);
            int length = 0;
            boolean chunked = false;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
                chunked |= line.equalsIgnoreCase("transfer-encoding: chunked");
            }
            byte[] answer = chunked ? chunks() : in.readNBytes(length);
            if (status != expected || answer.length < length) {
                throw new IOException(method + " " + path + ": " + status + " " + new String(answer, StandardCharsets.UTF_8));
            }
            return new String(answer, StandardCharsets.UTF_8);
        }

        private byte[] chunks() throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                all.write(in.readNBytes(size));
                line();
            }
            line();
            return all.toByteArray();
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("The answer ends too early");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

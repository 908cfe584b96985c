package org.carillon.bench.engine.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A {@link Victim} and what it has said. */
final class VictimProcess {
    private final Process process;
    private final Thread reader;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final List<String> jobs = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> runs = Collections.synchronizedList(new ArrayList<>());
    private volatile Instant settled;

    private VictimProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().name("victim-output").start(this::read);
    }

    /** @param number names the jobs that it adds */
    static VictimProcess start(Path directory, int number) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                        "-Dlogback.configurationFile=org/carillon/bench/engine/logback.xml",
                        "-cp", System.getProperty("java.class.path"),
                        Victim.class.getName(), directory.toString(), Integer.toString(number))
                .redirectError(ProcessBuilder.Redirect.appendTo(directory.resolve("victims.err").toFile()))
                .start();
        return new VictimProcess(process);
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                hear(line);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The victim's output broke off", e);
        }
    }

    private void hear(String line) {
        if (line.startsWith(Victim.JOB)) {
            jobs.add(line.substring(Victim.JOB.length()));
        } else if (line.startsWith(Victim.RUN)) {
            runs.add(Long.valueOf(line.substring(Victim.RUN.length())));
        } else if (line.startsWith(Victim.READY)) {
            settled = Instant.parse(line.substring(Victim.READY.length()));
            ready.countDown();
        }
    }

    boolean awaitReady(Duration atMost) throws InterruptedException {
        return ready.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits so long, then kills it with SIGKILL; returns when all that it has said is heard. */
    void killAfter(Duration time) throws InterruptedException {
        if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The victim ended by itself with exit code " + process.exitValue());
        }
        // Through its handle, because the process itself would close the stream in which its last words are.
        process.toHandle().destroyForcibly();
        process.waitFor();
        reader.join();
    }

    /** Lets it end in its own way. */
    void end(Duration atMost) throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The victim did not end within " + atMost);
        }
        reader.join();
        if (process.exitValue() != 0) {
            throw new IllegalStateException("The victim ended with exit code " + process.exitValue());
        }
    }

    /** The time before which all is settled that its predecessors have left, null if it was killed while it did that. */
    Instant settledUntil() {
        return settled;
    }

    List<String> acknowledgedJobs() {
        return List.copyOf(jobs);
    }

    List<Long> acknowledgedRuns() {
        return List.copyOf(runs);
    }
}

package org.carillon.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.log.RunLogs;
import org.carillon.store.JobStore;
import org.carillon.store.jdbc.H2JobStore;

/** A program of its own that schedules on a data directory until it is killed or its standard input ends. */
final class EngineProcess implements AutoCloseable {
    static final int JOBS = 8;

    private final Process process;

    private EngineProcess(Process process) {
        this.process = process;
    }

    /** @param line the shell line that every job runs, every second */
    static EngineProcess start(Path data, String line) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), EngineProcess.class.getName(), data.toString(), line);
        return new EngineProcess(builder.redirectErrorStream(true).redirectOutput(data.resolve("engine.out").toFile()).start());
    }

    static BackgroundScheduler open(JobStore store, Path data) {
        return BackgroundScheduler.builder().store(store).logs(new RunLogs(data.resolve("logs"))).identity(data.toString())
                .executor(ExecutorSpec.of("default", JOBS)).build();
    }

    long pid() {
        return process.pid();
    }

    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    }

    /** Ends it without any chance to clean up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it close its scheduler. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("The engine did not close");
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        try (JobStore store = H2JobStore.open(data); BackgroundScheduler scheduler = open(store, data)) {
            scheduler.addAll(jobs(arguments[1]), WhenExists.SKIP);
            scheduler.start();
            while (System.in.read() >= 0) {
                // Runs until nobody holds the other end any more.
            }
        }
    }

    private static List<Job> jobs(String line) {
        List<Job> jobs = new ArrayList<>();
        for (int number = 1; number <= JOBS; number++) {
            jobs.add(Job.of("job-" + number, "Job " + number, Bench.cron("* * * * * *"),
                    CommandAction.of(new CommandLine.ShellLine(line, null)))
                    .withPolicy(Policy.DEFAULT.withKillGrace(Duration.ofSeconds(2))));
        }
        return jobs;
    }
}

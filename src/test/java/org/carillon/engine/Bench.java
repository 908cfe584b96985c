package org.carillon.engine;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.RunLogs;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/** A scheduler on a manual clock, with actions that the test controls. */
final class Bench implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    static final ZoneId ZONE = ZoneOffset.UTC;

    final ManualTimeSource clock;
    final JobStore store;
    final ControlledActions actions = new ControlledActions();
    final List<SchedulerEvent> events = new CopyOnWriteArrayList<>();
    final BackgroundScheduler scheduler;

    Bench(Path directory) {
        this(directory, new MemoryJobStore(), START, ExecutorSpec.of("default", 4));
    }

    Bench(Path directory, JobStore store, Instant start, ExecutorSpec executor) {
        this(directory, store, start, executor, builder -> builder);
    }

    private Bench(Path directory, JobStore store, Instant start, ExecutorSpec executor,
            UnaryOperator<SchedulerBuilder<BackgroundScheduler>> more) {
        this.store = store;
        clock = new ManualTimeSource(start);
        scheduler = more.apply(BackgroundScheduler.builder()
                .store(store).logs(new RunLogs(directory)).time(clock).actions(actions).executor(executor)).build();
        scheduler.listen(events::add);
    }

    /** One that knows the processes of its predecessors by that identity. */
    static Bench withIdentity(Path directory, JobStore store, Instant start, String identity) {
        return new Bench(directory, store, start, ExecutorSpec.of("default", 4), builder -> builder.identity(identity));
    }

    /** A process that is ready when this returns, as a run of a predecessor has left it. It prints a line when it is ready. */
    Process orphan(long runId, String line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", line);
        builder.environment().put("CARILLON_SCHEDULER", scheduler.engine().schedulerMark());
        builder.environment().put("CARILLON_RUN", Long.toString(runId));
        Process process = builder.start();
        process.inputReader().readLine();
        return process;
    }

    static Trigger cron(String expression) {
        return CronTrigger.parse(expression, Dialect.UNIX, new TriggerDefaults(ZONE, START, "seed"));
    }

    static Trigger at(Instant time) {
        return new DateTrigger(time, ZONE);
    }

    static Job job(String id, Trigger trigger, Policy policy) {
        return Job.of(id, id, trigger, CommandAction.of(new CommandLine.ShellLine("true", null))).withPolicy(policy);
    }

    static Job everyMinute(String id, Policy policy) {
        return job(id, cron("* * * * *"), policy);
    }

    /** All entries of a job's ledger, oldest first. */
    List<Run> runs(String jobId) {
        return scheduler.runs(RunQuery.ofJob(jobId, 10_000)).reversed();
    }

    /** The states of a job's runs with their reasons, oldest first: "MISSED closed". */
    List<String> story(String jobId) {
        return runs(jobId).stream().map(Bench::tell).toList();
    }

    void awaitStory(String jobId, String... expected) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(story(jobId)).containsExactly(expected));
    }

    Run awaitEnd(long runId) throws InterruptedException {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5))
                .until(() -> scheduler.run(runId).orElseThrow().state().isFinal());
        return scheduler.run(runId).orElseThrow();
    }

    private static String tell(Run run) {
        String text = run.state() + (run.reason() == null ? "" : " " + run.reason().code());
        return run.stretch() == null ? text : text + " x" + run.stretch().count();
    }

    /** Lets time pass, second by second, and what happens at each second happen before the next. */
    void advance(Duration duration) {
        settle();
        Duration left = duration;
        for (Duration second = Duration.ofSeconds(1); left.compareTo(second) > 0; left = left.minus(second)) {
            clock.advance(second);
            settle();
        }
        clock.advance(left);
        settle();
    }

    private void settle() {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(1))
                .until(() -> scheduler.engine().isQuiet(actions.goingOn()));
    }

    @Override
    public void close() {
        actions.succeedAtOnce();
        scheduler.close();
    }

    static boolean isRunning(Run run) {
        return run.state() == RunState.RUNNING;
    }
}

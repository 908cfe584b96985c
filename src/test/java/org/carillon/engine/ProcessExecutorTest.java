package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carillon.action.JavaTask;
import org.carillon.action.TaskRun;
import org.carillon.job.Action;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.FormatException;
import org.carillon.job.JavaAction;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.LogLine;
import org.carillon.log.RunLogReader;
import org.carillon.log.RunLogs;
import org.carillon.store.memory.MemoryJobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Executors with worker processes, under a real scheduler. */
@Timeout(60)
class ProcessExecutorTest {
    private static final String WORKERS = "workers";

    /** Prints its process and does what its argument says. */
    public static final class Doing implements JavaTask {
        @Override
        public void run(TaskRun run) {
            run.out().println(ProcessHandle.current().pid());
            switch (run.arguments().path("do").asString("")) {
                case "exit" -> System.exit(3);
                case "hang" -> {
                    while (run.runId() > 0) {
                        Thread.onSpinWait();
                    }
                }
                default -> { }
            }
        }
    }

    @TempDir
    Path directory;
    private final String identity = UUID.randomUUID().toString();
    private RunLogs logs;
    private BackgroundScheduler scheduler;

    @BeforeEach
    void open() {
        logs = new RunLogs(directory);
        scheduler = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(logs).identity(identity)
                .executor(ExecutorSpec.processes(WORKERS, 1, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"))
                .task("here", run -> run.out().println(ProcessHandle.current().pid()))
                .build();
        scheduler.start();
    }

    @AfterEach
    void close() {
        scheduler.close();
    }

    private Run run(Action action, Policy policy) throws InterruptedException {
        Job job = new Job("job", "job", "", "", Set.of(), true, Bench.at(Bench.START), action, policy, WORKERS);
        return scheduler.await(scheduler.test(job), Duration.ofSeconds(30));
    }

    private static JavaAction doing(String what) {
        return new JavaAction(Doing.class.getName(), JsonMapper.shared().createObjectNode().put("do", what));
    }

    private long pid(Run run) {
        try (RunLogReader reader = logs.open(run.id()).orElseThrow()) {
            List<LogLine> lines = reader.read(0, 10).lines();
            return Long.parseLong(lines.getFirst().text());
        }
    }

    @Test
    void tasksRunInWorkersThatOutliveABrokenRunOnlyByReplacement() throws Exception {
        Run first = run(doing(""), Policy.DEFAULT);
        assertThat(first.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(pid(first)).isNotEqualTo(ProcessHandle.current().pid());

        Run broken = run(doing("exit"), Policy.DEFAULT);
        assertThat(broken.state()).isEqualTo(RunState.FAILED);
        assertThat(broken.reason().cause()).isEqualTo(Cause.WORKER_ENDED);
        assertThat(broken.exitCode()).isEqualTo(3);
        assertThat(pid(broken)).isEqualTo(pid(first));

        assertThat(pid(run(doing(""), Policy.DEFAULT))).isNotEqualTo(pid(first));
    }

    @Test
    void oneThatHangsIsTimedOutAndItsWorkerIsKilled() throws Exception {
        // The worker is there already, so that its start does not count.
        run(doing(""), Policy.DEFAULT);
        Policy policy = Policy.DEFAULT.withTimeout(Duration.ofSeconds(3)).withKillGrace(Duration.ofMillis(50));
        Run hanging = run(doing("hang"), policy);
        assertThat(hanging.state()).isEqualTo(RunState.TIMED_OUT);
        assertThat(hanging.reason().cause()).isEqualTo(Cause.TIMEOUT);
        await().until(() -> ProcessHandle.of(pid(hanging)).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(run(doing(""), Policy.DEFAULT).state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void commandsRunInItAsTheyDoAnywhereAndCountAgainstItsSize() throws Exception {
        Run run = run(CommandAction.of(new CommandLine.Program(List.of("true"))), Policy.DEFAULT);
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void aFunctionOfThisProgramCannotRunInIt() throws Exception {
        Run run = run(JavaAction.of("here"), Policy.DEFAULT);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.reason().cause()).isEqualTo(Cause.NOT_STARTED);
        scheduler.changeExecutor(ExecutorSpec.of(WORKERS, 1));
        assertThat(pid(run(JavaAction.of("here"), Policy.DEFAULT))).isEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void itsWorkersEndWithTheSchedulerAndWhenItIsRemoved() throws Exception {
        long worker = pid(run(doing(""), Policy.DEFAULT));
        scheduler.removeExecutor(WORKERS);
        await().until(() -> ProcessHandle.of(worker).filter(ProcessHandle::isAlive).isEmpty());
        scheduler.addExecutor(ExecutorSpec.processes(WORKERS, 1, "-XX:TieredStopAtLevel=1"));
        long next = pid(run(doing(""), Policy.DEFAULT));
        scheduler.close();
        assertThat(ProcessHandle.of(next).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void onlyAnExecutorWithWorkersTakesJavaOptions() {
        assertThatThrownBy(() -> new ExecutorSpec("threads", ExecutorSpec.Kind.THREAD, 1, 1, List.of("-Xmx32m")))
                .isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> ExecutorSpec.processes(WORKERS, 1, "Xmx32m")).isInstanceOf(FormatException.class);
    }
}

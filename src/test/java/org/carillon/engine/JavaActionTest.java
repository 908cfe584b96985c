package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.carillon.action.JavaTask;
import org.carillon.action.TaskRun;
import org.carillon.job.JavaAction;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Retry;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.LogLine;
import org.carillon.log.RunLogs;
import org.carillon.store.memory.MemoryJobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@Timeout(30)
class JavaActionTest {
    /** A task that is named by its class. */
    public static final class Greeting implements JavaTask {
        @Override
        public void run(TaskRun run) {
            run.out().println("hello " + run.arguments().get("name").asString() + " from " + run.jobId());
        }
    }

    @TempDir
    Path directory;
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private RunLogs logs;
    private BackgroundScheduler scheduler;

    @BeforeEach
    void open() {
        logs = new RunLogs(directory);
        scheduler = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(logs)
                .task("add", run -> run.out().println(run.arguments().get("a").asInt() + run.arguments().get("b").asInt()))
                .task("greet", Greeting.class)
                .task("fail", run -> { throw new IllegalStateException("no luck"); })
                .task("break", run -> { throw new StackOverflowError("too deep"); })
                .task("wait", run -> waitForInterrupt())
                .task("deaf", run -> stayDeaf())
                .build();
        scheduler.start();
    }

    @AfterEach
    void close() {
        letGo.countDown();
        scheduler.close();
    }

    private void waitForInterrupt() throws InterruptedException {
        try {
            letGo.await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }

    private void stayDeaf() {
        boolean over = false;
        while (!over) {
            try {
                letGo.await();
                over = true;
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        }
    }

    private Run run(String task, String arguments, Policy policy) throws InterruptedException {
        JavaAction action = new JavaAction(task, JsonMapper.shared().readTree(arguments));
        Job job = Job.of("job", "job", Bench.at(Bench.START), action).withPolicy(policy);
        return scheduler.await(scheduler.test(job), Duration.ofSeconds(20));
    }

    private java.util.List<String> log(Run run) {
        return logs.open(run.id()).orElseThrow().read(0, 100).lines().stream().map(LogLine::text).toList();
    }

    @Test
    void aRegisteredFunctionIsGivenItsArgumentsAndPrintsIntoTheLog() throws Exception {
        Run run = run("add", "{\"a\": 2, \"b\": 3}", Policy.DEFAULT);
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(log(run)).containsExactly("5");
    }

    @Test
    void aClassIsRunByItsNameAndByTheNameItWasRegisteredUnder() throws Exception {
        Run byClass = run(Greeting.class.getName(), "{\"name\": \"Ann\"}", Policy.DEFAULT);
        Run byName = run("greet", "{\"name\": \"Bob\"}", Policy.DEFAULT);
        assertThat(log(byClass)).containsExactly("hello Ann from job");
        assertThat(log(byName)).containsExactly("hello Bob from job");
    }

    @Test
    void whatItThrowsIsTheReasonAndItsTraceIsInTheLog() throws Exception {
        Run run = run("fail", "{}", Policy.DEFAULT);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.reason().cause()).isEqualTo(Cause.ERROR);
        assertThat(run.reason().detail()).isEqualTo("java.lang.IllegalStateException: no luck");
        assertThat(log(run).getFirst()).isEqualTo("java.lang.IllegalStateException: no luck");
    }

    @Test
    void anErrorFailsTheRunToo() throws Exception {
        Run run = run("break", "{}", Policy.DEFAULT);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.reason().detail()).isEqualTo("java.lang.StackOverflowError: too deep");
    }

    @Test
    void anUnknownTaskFailsTheRunAndSaysSo() throws Exception {
        Run run = run("org.example.Nothing", "{}", Policy.DEFAULT);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.reason().cause()).isEqualTo(Cause.NOT_STARTED);
        assertThat(run.reason().detail()).contains("org.example.Nothing");
    }

    @Test
    void aClassThatIsNoTaskIsNotRun() throws Exception {
        assertThat(run("java.lang.String", "{}", Policy.DEFAULT).reason().cause()).isEqualTo(Cause.NOT_STARTED);
    }

    @Test
    void oneThatTakesTooLongIsInterrupted() throws Exception {
        Run run = run("wait", "{}", Policy.DEFAULT.withTimeout(Duration.ofMillis(50)));
        assertThat(run.state()).isEqualTo(RunState.TIMED_OUT);
        assertThat(run.reason().cause()).isEqualTo(Cause.TIMEOUT);
        assertThat(interrupted.await(0, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void oneThatDoesNotHeedTheInterruptIsGivenUpAfterItsGrace() throws Exception {
        Policy policy = Policy.DEFAULT.withTimeout(Duration.ofMillis(50)).withKillGrace(Duration.ofMillis(50));
        Run run = run("deaf", "{}", policy);
        assertThat(run.state()).isEqualTo(RunState.TIMED_OUT);
        assertThat(run.reason().cause()).isEqualTo(Cause.STILL_RUNNING);
        assertThat(interrupted.getCount()).isZero();
        assertThat(scheduler.executors().getFirst().running()).isZero();
    }

    @Test
    void oneThatFailsIsTriedAgainAsAnyOther() throws Exception {
        Retry once = new Retry(1, Duration.ofMillis(10), 1, Duration.ofHours(1));
        Run run = run("fail", "{}", Policy.DEFAULT.withRetry(once));
        assertThat(run.attempt()).isEqualTo(2);
        assertThat(scheduler.attempts(run.id())).hasSize(2);
    }
}

package org.carillon.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.carillon.job.JavaAction;
import org.carillon.job.Reason.Cause;
import org.carillon.log.LogLine;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogReader;
import org.carillon.log.RunLogWriter;
import org.carillon.log.RunLogs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class WorkersTest {
    /** Says in which process it runs. */
    public static final class WhoAmI implements JavaTask {
        @Override
        public void run(TaskRun run) {
            run.out().println(ProcessHandle.current().pid());
        }
    }

    /** Prints in all the ways that there are. */
    public static final class Printing implements JavaTask {
        @Override
        public void run(TaskRun run) throws Exception {
            System.out.println("system out " + run.arguments().get("greeting").asString());
            System.err.println("system err");
            run.out().println("x".repeat(10_000));
            new ProcessBuilder("echo", "from a child").inheritIO().start().waitFor();
        }
    }

    /** Fails. */
    public static final class Failing implements JavaTask {
        @Override
        public void run(TaskRun run) {
            throw new IllegalStateException("no luck");
        }
    }

    /** Ends its process. */
    public static final class Exiting implements JavaTask {
        @Override
        public void run(TaskRun run) {
            System.out.println("leaving");
            System.exit(run.arguments().get("code").asInt());
        }
    }

    /** Takes all memory. */
    public static final class Filling implements JavaTask {
        @Override
        public void run(TaskRun run) {
            List<byte[]> all = new ArrayList<>();
            while (!Thread.currentThread().isInterrupted()) {
                all.add(new byte[1024 * 1024]);
            }
            run.out().println(all.size());
        }
    }

    /** Says who it is and goes on, until it is interrupted or, if it does not heed that, for ever. */
    public static final class Waiting implements JavaTask {
        @Override
        public void run(TaskRun run) throws Exception {
            Path file = Path.of(run.arguments().get("file").asString());
            Files.writeString(file.resolveSibling(file.getFileName() + ".new"), String.valueOf(ProcessHandle.current().pid()));
            Files.move(file.resolveSibling(file.getFileName() + ".new"), file);
            boolean deaf = run.arguments().get("deaf").asBoolean();
            while (true) {
                try {
                    new java.util.concurrent.CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    if (!deaf) {
                        throw e;
                    }
                }
            }
        }
    }

    private static final AtomicLong NEXT_RUN = new AtomicLong();

    @TempDir
    Path directory;
    private static final String SCHEDULER = UUID.randomUUID().toString();
    private static final Tasks TASKS = new Tasks();
    private static Workers shared;
    private RunLogs logs;
    private Workers workers;
    private long runId;

    @BeforeEach
    void open() {
        logs = new RunLogs(directory.resolve("logs"));
        workers = shared;
    }

    @BeforeAll
    static void openWorkers() {
        shared = workers(Duration.ofMinutes(1), "-Xmx32m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    @AfterEach
    void close() {
        if (workers != shared) {
            workers.close();
        }
    }

    @AfterAll
    static void closeWorkers() {
        shared.close();
        assertThat(Orphans.endWorkers(SCHEDULER)).as("processes that were left").isZero();
    }

    private static Workers workers(Duration idle, String... options) {
        return new Workers(TASKS, Instant::now, SCHEDULER, List.of(options), idle);
    }

    private ActionResult run(Class<?> task, String arguments) throws InterruptedException {
        return run(task.getName(), arguments, new StopSignal());
    }

    private ActionResult run(String task, String arguments, StopSignal stop) throws InterruptedException {
        runId = NEXT_RUN.incrementAndGet();
        JsonNode json = JsonMapper.shared().readTree(arguments);
        try (RunLogWriter log = logs.create(runId, Instant.now())) {
            return workers.run(new JavaAction(task, json), new RunMark(SCHEDULER, runId, "job"), log, stop);
        }
    }

    private List<LogLine> log() {
        try (RunLogReader reader = logs.open(runId).orElseThrow()) {
            return reader.read(0, 1_000).lines();
        }
    }

    private long pid() throws InterruptedException {
        assertThat(run(WhoAmI.class, "{}").succeeded()).isTrue();
        return Long.parseLong(log().getFirst().text());
    }

    private CompletableFuture<ActionResult> runWaiting(boolean deaf, StopSignal stop) {
        String arguments = "{\"file\": \"" + directory.resolve("waiting") + "\", \"deaf\": " + deaf + "}";
        return CompletableFuture.supplyAsync(() -> {
            try {
                return run(Waiting.class.getName(), arguments, stop);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private ProcessHandle awaitWaiting() {
        Path file = directory.resolve("waiting");
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(file));
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file))).orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aTaskRunsInAnotherProcessWhichIsKeptForTheNext() throws Exception {
        long first = pid();
        assertThat(first).isNotEqualTo(ProcessHandle.current().pid());
        assertThat(pid()).isEqualTo(first);
    }

    private WeakReference<RunLogWriter> logOfARun() throws InterruptedException {
        runId = NEXT_RUN.incrementAndGet();
        JsonNode none = JsonMapper.shared().readTree("{}");
        try (RunLogWriter log = logs.create(runId, Instant.now())) {
            workers.run(new JavaAction(WhoAmI.class.getName(), none), new RunMark(SCHEDULER, runId, "job"), log, new StopSignal());
            return new WeakReference<>(log);
        }
    }

    @Test
    void aWorkerThatWaitsForTheNextRunKeepsNothingOfTheLast() throws Exception {
        long worker = pid();
        WeakReference<RunLogWriter> last = logOfARun();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return last.get() == null;
        });
        assertThat(pid()).isEqualTo(worker);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void allThatItPrintsIsInTheLogOfItsRun() throws Exception {
        assertThat(run(Printing.class, "{\"greeting\": \"你好\"}").succeeded()).isTrue();
        assertThat(log()).extracting(LogLine::text).contains("system out 你好", "system err", "from a child");
        assertThat(Files.readString(logs.find(runId).orElseThrow())).contains("\n" + "x".repeat(10_000) + "\n");
        assertThat(log()).filteredOn(line -> line.text().equals("system err")).extracting(LogLine::stream).containsExactly(LogStream.ERR);
    }

    @Test
    void whatItThrowsIsTheReasonAndTheProcessGoesOn() throws Exception {
        long before = pid();
        ActionResult result = run(Failing.class, "{}");
        assertThat(result.succeeded()).isFalse();
        assertThat(result.reason().cause()).isEqualTo(Cause.ERROR);
        assertThat(result.reason().detail()).isEqualTo("java.lang.IllegalStateException: no luck");
        assertThat(log().getFirst().text()).contains("no luck");
        assertThat(pid()).isEqualTo(before);
    }

    @Test
    void aTaskThatEndsItsProcessFailsAndTheNextHasANewOne() throws Exception {
        long before = pid();
        ActionResult result = run(Exiting.class, "{\"code\": 0}");
        assertThat(result.succeeded()).isFalse();
        assertThat(result.reason().cause()).isEqualTo(Cause.WORKER_ENDED);
        assertThat(result.exitCode()).isZero();
        assertThat(log().getFirst().text()).isEqualTo("leaving");
        assertThat(pid()).isNotEqualTo(before);
    }

    @Test
    void aTaskThatTakesAllMemoryFailsAndTheReasonSaysSo() throws Exception {
        ActionResult result = run(Filling.class, "{}");
        assertThat(result.succeeded()).isFalse();
        assertThat(result.reason().cause()).isEqualTo(Cause.OUT_OF_MEMORY);
        assertThat(result.reason().detail()).contains("Java heap space");
        assertThat(pid()).isPositive();
    }

    @Test
    void aTaskWhoseProcessIsKilledFails() {
        CompletableFuture<ActionResult> result = runWaiting(false, new StopSignal());
        awaitWaiting().destroyForcibly();
        assertThat(result.join().reason().cause()).isEqualTo(Cause.WORKER_ENDED);
    }

    @Test
    void oneThatWasKilledWhileItWaitedIsReplacedUnnoticed() throws Exception {
        long before = pid();
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        assertThat(pid()).isNotEqualTo(before);
    }

    @Test
    void aStoppedTaskIsInterruptedAndItsProcessIsKept() throws Exception {
        StopSignal stop = new StopSignal();
        CompletableFuture<ActionResult> result = runWaiting(false, stop);
        long process = awaitWaiting().pid();
        stop.ask();
        assertThat(result.join().reason().detail()).contains("InterruptedException");
        assertThat(pid()).isEqualTo(process);
    }

    @Test
    void aTaskThatDoesNotHeedTheInterruptIsKilledWithItsProcess() {
        StopSignal stop = new StopSignal();
        CompletableFuture<ActionResult> result = runWaiting(true, stop);
        ProcessHandle process = awaitWaiting();
        stop.ask();
        stop.kill();
        assertThat(result.join().reason().cause()).isEqualTo(Cause.WORKER_ENDED);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aProcessThatCannotBeStartedIsTheReason() throws Exception {
        workers = workers(Duration.ofMinutes(1), "-Xnonsense");
        ActionResult result = run(WhoAmI.class, "{}");
        assertThat(result.reason().cause()).isEqualTo(Cause.NOT_STARTED);
        assertThat(result.reason().detail()).contains("-Xnonsense");
    }

    @Test
    void anUnknownTaskAndAFunctionOfThisProgramAreNotStarted() throws Exception {
        TASKS.register("here", run -> run.out().println("here"));
        assertThat(run("org.example.Nothing", "{}", new StopSignal()).reason().cause()).isEqualTo(Cause.NOT_STARTED);
        ActionResult function = run("here", "{}", new StopSignal());
        assertThat(function.reason().cause()).isEqualTo(Cause.NOT_STARTED);
        assertThat(function.reason().detail()).contains("here", "register its class");
    }

    @Test
    void aClassCanBeRunByTheNameItWasRegisteredUnder() throws Exception {
        TASKS.register("who", WhoAmI.class);
        assertThat(run("who", "{}", new StopSignal()).succeeded()).isTrue();
    }

    @Test
    void oneThatWaitsForLongEnds() throws Exception {
        workers = workers(Duration.ofMillis(20), "-XX:TieredStopAtLevel=1");
        long process = pid();
        await().until(() -> workers.waitingCount() == 0);
        await().until(() -> ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thoseOfADeadSchedulerAreFoundAndEnded() throws Exception {
        long process = pid();
        assertThat(Orphans.endWorkers("another scheduler")).isZero();
        assertThat(ProcessHandle.of(process)).get().matches(ProcessHandle::isAlive);
        assertThat(Orphans.endWorkers(SCHEDULER)).isEqualTo(1);
        await().until(() -> ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty());
    }

    /** A scheduler that can be killed: has a worker wait. */
    static final class Owner {
        public static void main(String[] arguments) throws InterruptedException {
            Workers workers = new Workers(new Tasks(), Instant::now, arguments[0], List.of("-XX:TieredStopAtLevel=1"));
            JsonNode json = JsonMapper.shared().createObjectNode().put("file", arguments[1]).put("deaf", true);
            try (RunLogWriter log = new RunLogs(Path.of(arguments[1]).resolveSibling("owned")).create(1, Instant.now())) {
                workers.run(new JavaAction(Waiting.class.getName(), json), new RunMark(arguments[0], 1, "job"), log, new StopSignal());
            }
        }
    }

    private Process startOwner() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), Owner.class.getName(), SCHEDULER, directory.resolve("waiting").toString())
                .redirectErrorStream(true).redirectOutput(directory.resolve("owner.out").toFile()).start();
    }

    @Test
    void oneWhoseSchedulerIsKilledEndsByItself() throws Exception {
        Process owner = startOwner();
        ProcessHandle worker = awaitWaiting();
        owner.destroyForcibly().waitFor();
        await().until(() -> !worker.isAlive());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void oneThatCannotEndByItselfIsFoundAtTheNextStart() throws Exception {
        Process owner = startOwner();
        ProcessHandle worker = awaitWaiting();
        new ProcessBuilder("kill", "-STOP", String.valueOf(worker.pid())).start().waitFor();
        owner.destroyForcibly().waitFor();
        assertThat(worker.isAlive()).isTrue();
        assertThat(Orphans.endWorkers(SCHEDULER)).isPositive();
        await().until(() -> !worker.isAlive());
    }
}

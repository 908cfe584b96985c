package org.carillon.action;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.job.Reason;
import org.carillon.log.LogStream;
import org.carillon.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A worker process, as the scheduler sees it: does one run at a time. Thread-safe. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    /** How long output may still come after the process has ended, when another process holds its pipe open. */
    private static final Duration DRAIN = Duration.ofMillis(500);
    private static final long ENDING_SECONDS = 2;
    private static final int LONGEST_WORDS = 500;
    private static final Pattern MEMORY = Pattern.compile("java\\.lang\\.OutOfMemoryError: ([^\\r\\n]+)");

    private final Process process;
    private final ProcessTree tree;
    private final List<Thread> readers;
    private final OutputStream in;
    private WorkerRun current;
    private boolean ended;
    /** What it printed that no task did, from its start on. */
    private final StringBuilder words = new StringBuilder();
    private volatile String memory;
    private volatile boolean used;

    private Worker(Process process, WorkerMark mark) {
        this.process = process;
        this.in = process.getOutputStream();
        tree = ProcessTree.of(process, mark::isIn);
        byte[] frameMark = WorkerFrames.mark(mark.worker());
        readers = List.of(
                reader("out", () -> WorkerFrames.read(process.getInputStream(), frameMark, this::hear, this::printOut)),
                reader("err", () -> pass(process.getErrorStream())));
        process.onExit().thenRunAsync(this::ended);
    }

    /** Starts one. @throws NoTaskException if that is not possible */
    static Worker start(WorkerMark mark, List<String> options) {
        ProcessBuilder builder = new ProcessBuilder(CommandStart.inSession(WorkerCommand.words(options)));
        mark.writeTo(builder.environment());
        try {
            return new Worker(builder.start(), mark);
        } catch (IOException e) {
            throw new NoTaskException(Message.of("action.workerNotStarted", e.getMessage()), e);
        }
    }

    private Thread reader(String name, Runnable reading) {
        return Thread.ofPlatform().daemon().name("worker-" + process.pid() + "-" + name).start(reading);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has done a run before. */
    boolean isUsed() {
        return used;
    }

    long pid() {
        return process.pid();
    }

    /** Does a run and returns when that has ended. @return null if the process ended first; see {@link #lastWords} */
    TaskOutcome run(WorkerRun run, String className, StopSignal stop) throws InterruptedException {
        begin(run);
        stop.attach(new StopSignal.Target() {
            @Override
            public void ask() {
                interrupt(run);
            }

            @Override
            public void kill() {
                Worker.this.kill(run);
            }
        });
        send(JsonNodeFactory.instance.objectNode().put("run", run.mark.runId()).put("job", run.mark.jobId())
                .put("task", className).set("arguments", run.action.arguments()));
        TaskOutcome outcome = run.await();
        stop.detach();
        synchronized (this) {
            current = null;
        }
        used = true;
        return outcome;
    }

    private synchronized void begin(WorkerRun run) {
        current = run;
        if (ended) {
            run.workerEnded();
        }
    }

    /** How a run ended with its process, after it had begun. */
    ActionResult endedWith() {
        int exitCode = process.exitValue();
        return new ActionResult(false, exitCode, memory == null
                ? Reason.of(Reason.Cause.WORKER_ENDED, Integer.toString(exitCode))
                : Reason.of(Reason.Cause.OUT_OF_MEMORY, memory));
    }

    /** What a process that ended before it had begun has said of that. */
    synchronized String lastWords() {
        String said = words.toString().strip();
        return said.isEmpty() ? Integer.toString(process.exitValue()) : said;
    }

    /** Tells it to end, which it does at once; does not wait. */
    void close() {
        try {
            in.close();
        } catch (IOException e) {
            LOG.debug("Worker process {} had ended", process.pid(), e);
        }
    }

    /** Waits until it has ended, which is made sure of. */
    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
            tree.kill();
            process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void interrupt(WorkerRun run) {
        boolean isCurrent;
        synchronized (this) {
            isCurrent = current == run;
        }
        if (isCurrent) {
            send(JsonNodeFactory.instance.objectNode().put("stop", run.mark.runId()));
        }
    }

    private synchronized void kill(WorkerRun run) {
        if (current == run) {
            tree.kill();
        }
    }

    /** What was printed last is read first, unless somebody else holds the pipe open. */
    private void ended() {
        try {
            for (Thread reader : readers) {
                reader.join(DRAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            ended = true;
            if (current != null) {
                current.workerEnded();
            }
        }
    }

    private void send(JsonNode frame) {
        synchronized (in) {
            try {
                WorkerFrames.write(in, WorkerFrames.line(new byte[0], frame));
            } catch (IOException e) {
                LOG.debug("Worker process {} has ended", process.pid(), e);
            }
        }
    }

    private void hear(JsonNode frame) {
        WorkerRun run = running();
        if (run == null) {
            return;
        }
        long id = run.mark.runId();
        if (frame.path("begun").longValue(-1) == id) {
            run.begin();
        } else if (frame.path("out").longValue(-1) == id) {
            byte[] bytes = frame.get("bytes").binaryValue();
            run.print(LogStream.OUT, bytes, bytes.length);
        } else if (frame.path("err").longValue(-1) == id) {
            byte[] bytes = frame.get("bytes").binaryValue();
            run.print(LogStream.ERR, bytes, bytes.length);
        } else if (frame.path("done").longValue(-1) == id) {
            run.end(TaskOutcome.of(frame));
        }
    }

    private void printOut(byte[] bytes, int count) {
        print(LogStream.OUT, bytes, count);
    }

    private void pass(InputStream stream) {
        byte[] buffer = new byte[8 * 1024];
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                print(LogStream.ERR, buffer, count);
            }
        } catch (IOException e) {
            LOG.debug("The output of worker process {} broke off", process.pid(), e);
        }
    }

    /** What the process itself has to say, or a process that a task has started. */
    private void print(LogStream stream, byte[] bytes, int count) {
        String text = new String(bytes, 0, count, StandardCharsets.UTF_8);
        Matcher matcher = MEMORY.matcher(text);
        if (matcher.find()) {
            memory = matcher.group(1).strip();
        }
        synchronized (this) {
            if (words.length() < LONGEST_WORDS) {
                words.append(text, 0, Math.min(text.length(), LONGEST_WORDS - words.length()));
            }
        }
        WorkerRun run = running();
        if (run != null) {
            run.print(stream, bytes, count);
        }
    }

    private synchronized WorkerRun running() {
        return current;
    }
}

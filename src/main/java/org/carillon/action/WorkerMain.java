package org.carillon.action;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.carillon.job.JsonNames;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The main program of a worker process: runs one task after the other, as the scheduler asks for them on standard input, and ends at
 * once when that is closed, because then the scheduler is gone.
 */
public final class WorkerMain {
    private final WorkerOutput output;
    private long current;
    private Thread thread;

    private WorkerMain(WorkerOutput output) {
        this.output = output;
    }

    public static void main(String[] arguments) {
        InputStream in = System.in;
        WorkerOutput output = new WorkerOutput(new FileOutputStream(FileDescriptor.out), System.getenv(WorkerMark.WORKER));
        System.setIn(InputStream.nullInputStream());
        System.setOut(output.printer("out"));
        System.setErr(output.printer("err"));
        try {
            new WorkerMain(output).serve(in);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private void serve(InputStream in) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode frame = WorkerFrames.MAPPER.readTree(line);
                if (frame.has("run")) {
                    begin(frame);
                } else {
                    interrupt(frame.get("stop").longValue());
                }
            }
        } catch (IOException e) {
            System.err.println("The scheduler cannot be heard any more: " + e);
        }
    }

    private synchronized void begin(JsonNode frame) {
        current = frame.get("run").longValue();
        output.isFor(current);
        output.say(JsonNodeFactory.instance.objectNode().put("begun", current));
        thread = new Thread(() -> perform(frame), "task-" + current);
        thread.start();
    }

    private synchronized void interrupt(long run) {
        if (run == current && thread != null) {
            thread.interrupt();
        }
    }

    private void perform(JsonNode frame) {
        long run = frame.get("run").longValue();
        PrintStream out = System.out;
        PrintStream err = System.err;
        TaskOutcome outcome = TaskOutcome.of(() -> TaskClasses.make(frame.get("task").stringValue()),
                new TaskRun(run, frame.get("job").stringValue(), frame.get("arguments"), out, err));
        out.flush();
        err.flush();
        synchronized (this) {
            thread = null;
        }
        ObjectNode done = JsonNodeFactory.instance.objectNode().put("done", run).put("detail", outcome.detail()).put("broken", outcome.broken());
        output.say(outcome.cause() == null ? done : done.put("cause", JsonNames.of(outcome.cause())));
    }
}

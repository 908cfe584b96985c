package org.carillon.action;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a worker process says, and what its tasks print, on its one standard output. Thread-safe. */
final class WorkerOutput {
    private final OutputStream out;
    private final byte[] mark;
    private volatile long run;

    WorkerOutput(OutputStream out, String worker) {
        this.out = out;
        this.mark = WorkerFrames.mark(worker);
    }

    /** What is printed from now on belongs to that run. */
    void isFor(long nextRun) {
        run = nextRun;
    }

    synchronized void say(JsonNode frame) {
        try {
            WorkerFrames.write(out, WorkerFrames.line(mark, frame));
        } catch (IOException schedulerIsGone) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** @param stream {@code out} or {@code err} */
    PrintStream printer(String stream) {
        return new PrintStream(new OutputStream() {
            @Override
            public void write(int letter) {
                write(new byte[] {(byte) letter}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                for (int done = 0; done < count; done += WorkerFrames.MOST_OUTPUT) {
                    int end = from + Math.min(count, done + WorkerFrames.MOST_OUTPUT);
                    say(JsonNodeFactory.instance.objectNode().put(stream, run).put("bytes", Arrays.copyOfRange(bytes, from + done, end)));
                }
            }
        }, true, StandardCharsets.UTF_8);
    }
}

package org.carillon.action;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a worker process and the scheduler say to each other: one JSON object a line, over the worker's standard streams. What the
 * worker says begins with a mark, because others may write to the same stream: native code, and processes that a task starts.
 * Each is so short that the system writes it as a whole (pipe(7)), whoever else writes.
 */
final class WorkerFrames {
    /** How many bytes of output go into one: with all around them less than 4096, when written in base 64. */
    static final int MOST_OUTPUT = 2_700;
    static final JsonMapper MAPPER = JsonMapper.shared();

    private static final Logger LOG = LoggerFactory.getLogger(WorkerFrames.class);
    private static final int LONGEST_LINE = 64 * 1024;

    private WorkerFrames() {}

    /** The mark of the worker of that name. */
    static byte[] mark(String worker) {
        return ('\u0001' + worker + ' ').getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] line(byte[] mark, JsonNode frame) {
        byte[] json = MAPPER.writeValueAsBytes(frame);
        byte[] line = Arrays.copyOf(mark, mark.length + json.length + 1);
        System.arraycopy(json, 0, line, mark.length, json.length);
        line[line.length - 1] = '\n';
        return line;
    }

    /**
     * Reads a worker's output to its end.
     *
     * @param frames takes what the worker says
     * @param rest   takes what else was written, as it comes
     */
    static void read(InputStream in, byte[] mark, Consumer<JsonNode> frames, BiConsumer<byte[], Integer> rest) {
        byte[] line = new byte[LONGEST_LINE];
        byte[] buffer = new byte[LONGEST_LINE];
        int length = 0;
        try (in) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    line[length++] = buffer[i];
                    if (buffer[i] == '\n' || length == LONGEST_LINE) {
                        take(line, length, mark, frames, rest);
                        length = 0;
                    }
                }
            }
        } catch (IOException e) {
            LOG.debug("The output of a worker process broke off", e);
        }
        if (length > 0) {
            rest.accept(line, length);
        }
    }

    private static void take(byte[] line, int length, byte[] mark, Consumer<JsonNode> frames, BiConsumer<byte[], Integer> rest) {
        int at = indexOf(line, length, mark);
        if (at < 0) {
            rest.accept(line, length);
            return;
        }
        if (at > 0) {
            rest.accept(line, at);
        }
        try {
            frames.accept(MAPPER.readTree(line, at + mark.length, length - at - mark.length));
        } catch (JacksonException e) {
            LOG.warn("A worker process has said what is not understood", e);
        }
    }

    private static int indexOf(byte[] line, int length, byte[] mark) {
        for (int i = 0; i + mark.length <= length; i++) {
            if (line[i] == mark[0] && Arrays.equals(line, i, i + mark.length, mark, 0, mark.length)) {
                return i;
            }
        }
        return -1;
    }

    static void write(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.flush();
    }
}

package org.carillon.control.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.engine.NoSuchException;
import org.carillon.job.Run;
import org.carillon.message.Message;

/** What a run printed: exactly the bytes, from a place on, or as they come. A run is named by its number, never by a path. */
final class LogRoutes {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})|bytes=-(\\d{1,18})");
    private static final int BLOCK = 1 << 16;

    private final ServedInstance instance;

    LogRoutes(ServedInstance instance) {
        this.instance = instance;
    }

    List<Route> routes() {
        return List.of(Route.of("GET", "/v1/runs/{run}/log", this::log, "follow"));
    }

    private Reply log(Request request) throws IOException {
        long runId = request.runId();
        Run run = instance.scheduler().run(runId).orElseThrow(() -> new NoSuchException(Message.of("control.noRun", Long.toString(runId))));
        if (request.flag("follow")) {
            return Reply.stream("application/octet-stream", out -> follow(runId, out));
        }
        Path file = instance.logs().find(runId).orElse(null);
        if (file == null && !run.state().isFinal()) {
            return part(null, 0, request);
        }
        if (file == null) {
            throw new NoSuchException(Message.of("control.noLog", Long.toString(runId)));
        }
        try (FileChannel channel = open(file)) {
            return part(file, channel.size(), request);
        }
    }

    private static Reply part(Path file, long size, Request request) {
        String wanted = request.header("Range").orElse(null);
        if (wanted == null) {
            return bytes(200, file, 0, size).with("Accept-Ranges", "bytes");
        }
        Matcher range = RANGE.matcher(wanted.strip());
        long from = !range.matches() ? size
                : range.group(3) != null ? Math.max(0, size - Long.parseLong(range.group(3))) : Long.parseLong(range.group(1));
        if (from >= size) {
            throw ProblemException.of(Problem.Kind.WRONG_RANGE, Message.of("control.range", wanted, Long.toString(size)));
        }
        boolean open = range.group(3) != null || range.group(2).isEmpty();
        long to = open ? size : Math.min(size, Long.parseLong(range.group(2)) + 1);
        if (to <= from) {
            throw ProblemException.of(Problem.Kind.WRONG_RANGE, Message.of("control.range", wanted, Long.toString(size)));
        }
        return bytes(206, file, from, to).with("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + size);
    }

    private static Reply bytes(int code, Path file, long from, long to) {
        return new Reply(code, Map.of("Content-Type", "application/octet-stream"), to - from, out -> copy(file, from, to, out));
    }

    /** Until the run has ended. */
    private void follow(long runId, OutputStream out) throws IOException, InterruptedException {
        long sent = 0;
        for (boolean ended = false; !ended; ) {
            ended = instance.scheduler().await(runId, BETWEEN_LOOKS).state().isFinal();
            Path file = instance.logs().find(runId).orElse(null);
            if (file != null) {
                sent = copy(file, sent, Long.MAX_VALUE, out);
                out.flush();
            }
        }
    }

    /** @return where it ended */
    private static long copy(Path file, long from, long to, OutputStream out) throws IOException {
        long position = from;
        if (from >= to) {
            return position;
        }
        try (FileChannel channel = open(file)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            while (position < to) {
                block.clear().limit((int) Math.min(BLOCK, to - position));
                int count = channel.read(block, position);
                if (count <= 0) {
                    break;
                }
                out.write(block.array(), 0, count);
                position += count;
            }
            return position;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }
}

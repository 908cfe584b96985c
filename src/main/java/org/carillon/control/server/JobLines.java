package org.carillon.control.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Many jobs in one request, one a line, and one line of answer for each, in their order, as soon as it is durable: what waits for the
 * disk waits together, and a mistake in one of them does not hold the others up. (An import takes all or none.)
 */
final class JobLines {
    private static final int AT_ONCE = 256;

    private JobLines() {}

    /** @param add answers one line; called from several threads */
    static Reply answer(Request request, BiFunction<String, Request, ObjectNode> add) throws IOException {
        Iterator<String> lines = request.body().lines().filter(line -> !line.isBlank()).iterator();
        return Reply.stream("application/x-ndjson", out -> {
            try (ExecutorService adding = Executors.newVirtualThreadPerTaskExecutor()) {
                Deque<Future<ObjectNode>> going = new ArrayDeque<>();
                while (lines.hasNext() || !going.isEmpty()) {
                    while (lines.hasNext() && going.size() < AT_ONCE) {
                        String line = lines.next();
                        going.add(adding.submit(() -> add.apply(line, request)));
                    }
                    write(going.remove(), out);
                }
            }
        });
    }

    private static void write(Future<ObjectNode> answer, OutputStream out) throws IOException, InterruptedException {
        try {
            out.write((JsonMapper.shared().writeValueAsString(answer.get()) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (ExecutionException e) {
            throw new IllegalStateException("A line broke off", e.getCause());
        }
    }
}

package org.carillon.control.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.carillon.control.json.EventJson;
import org.carillon.engine.Listening;
import org.carillon.engine.SchedulerEvent;
import org.carillon.message.Language;
import org.carillon.message.Message;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happens, as server-sent events (WHATWG HTML, 9.2). An event's id is this instance's name and a number; whoever comes back with
 * the last one that he saw gets all that followed, or the event {@code lost} when that is too long ago: then he asks for the jobs and
 * runs anew. Thread-safe.
 */
final class EventStream implements AutoCloseable {
    private static final int KEPT = 4096;
    private static final int MOST_STREAMS = 100;
    /** A comment now and then, which shows the end of a listener that has gone. */
    private static final long BETWEEN_COMMENTS = Duration.ofSeconds(15).toMillis();

    private record Numbered(long number, SchedulerEvent event) {}

    private final String name = UUID.randomUUID().toString().substring(0, 8);
    private final ServedInstance instance;
    private final Listening listening;
    private final Deque<Numbered> kept = new ArrayDeque<>();
    private final AtomicInteger streams = new AtomicInteger();
    private long last;
    private boolean closed;

    EventStream(ServedInstance instance) {
        this.instance = instance;
        this.listening = instance.scheduler().listen(this::add);
    }

    private synchronized void add(SchedulerEvent event) {
        kept.addLast(new Numbered(++last, event));
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        notifyAll();
    }

    Reply answer(Request request) {
        long from = request.header("Last-Event-ID").or(() -> request.query("lastEventId")).map(this::after).orElseGet(this::newest);
        if (streams.get() >= MOST_STREAMS) {
            throw ProblemException.of(Problem.Kind.BUSY, Message.of("control.tooManyStreams", MOST_STREAMS));
        }
        return Reply.stream("text/event-stream", out -> {
            streams.incrementAndGet();
            try {
                send(out, from, request.language());
            } finally {
                streams.decrementAndGet();
            }
        });
    }

    private synchronized long newest() {
        return last;
    }

    /** The number after which to go on; -1 when what followed is not known any more. */
    private synchronized long after(String id) {
        String prefix = name + "-";
        if (!id.startsWith(prefix) || !id.substring(prefix.length()).matches("\\d{1,18}")) {
            return -1;
        }
        long number = Long.parseLong(id.substring(prefix.length()));
        boolean allKept = number >= last || !kept.isEmpty() && kept.peekFirst().number <= number + 1;
        return number <= last && allKept ? number : -1;
    }

    private void send(OutputStream out, long from, Language language) throws IOException, InterruptedException {
        long sent = from;
        if (sent < 0) {
            sent = newest();
            write(out, "event: lost\nid: " + name + "-" + sent + "\ndata: {\"type\":\"lost\"}\n\n");
        } else {
            write(out, "id: " + name + "-" + sent + "\n: listening\n\n");
        }
        for (List<Numbered> more = await(sent); more != null; more = await(sent)) {
            StringBuilder text = new StringBuilder(more.isEmpty() ? ": still here\n\n" : "");
            for (Numbered next : more) {
                text.append("id: ").append(name).append('-').append(next.number)
                        .append("\nevent: ").append(EventJson.type(next.event))
                        .append("\ndata: ")
                        .append(JsonMapper.shared().writeValueAsString(EventJson.write(next.event, language, instance.zone())))
                        .append("\n\n");
                sent = next.number;
            }
            write(out, text.toString());
        }
    }

    /** What followed, as soon as something does; nothing after a while; null at the end. */
    private synchronized List<Numbered> await(long sent) throws InterruptedException {
        if (last <= sent && !closed) {
            wait(BETWEEN_COMMENTS);
        }
        List<Numbered> more = new ArrayList<>();
        kept.forEach(each -> {
            if (each.number > sent) {
                more.add(each);
            }
        });
        return more.isEmpty() && closed ? null : more;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Ends every stream. */
    @Override
    public void close() {
        listening.close();
        synchronized (this) {
            closed = true;
            notifyAll();
        }
    }
}

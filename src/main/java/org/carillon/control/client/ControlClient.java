package org.carillon.control.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.carillon.control.ControlAddress;
import org.carillon.control.ControlFile;
import org.carillon.control.RemoteProblem;
import org.carillon.engine.NoSuchException;
import org.carillon.job.FormatException;
import org.carillon.message.ExplainedException;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.store.ConflictException;
import org.carillon.store.StoreException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Asks a running instance, over as many connections as there are threads that ask at once. Thread-safe. */
public final class ControlClient implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The server closes a connection that was idle for 30 seconds; a request must not meet that. */
    private static final long IDLE_NANOS = Duration.ofSeconds(5).toNanos();

    private record Idle(HttpConnection connection, long since) {}

    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
    private final Supplier<Optional<ControlAddress>> whereabouts;
    private final Language language;
    private volatile ControlAddress address;

    private ControlClient(ControlAddress address, Supplier<Optional<ControlAddress>> whereabouts, Language language) {
        this.address = address;
        this.whereabouts = whereabouts;
        this.language = language;
    }

    /** @throws IOException if nobody listens there */
    public static ControlClient connect(ControlAddress address, Language language) throws IOException {
        return connected(new ControlClient(address, Optional::empty, language));
    }

    /**
     * Asks whichever instance has the data directory of that file: the next one when this one has ended.
     *
     * @throws IOException if nobody listens there now
     */
    public static ControlClient follow(ControlFile file, ControlAddress address, Language language) throws IOException {
        return connected(new ControlClient(address, file::read, language));
    }

    private static ControlClient connected(ControlClient client) throws IOException {
        client.idle.push(new Idle(client.connection(), System.nanoTime()));
        return client;
    }

    private HttpConnection connection() throws IOException {
        ControlAddress last = address;
        try {
            return new HttpConnection(last, language);
        } catch (IOException e) {
            Optional<ControlAddress> moved = whereabouts.get().filter(now -> !now.equals(last));
            if (moved.isEmpty()) {
                throw e;
            }
            address = moved.get();
            return new HttpConnection(moved.get(), language);
        }
    }

    public ControlAddress address() {
        return address;
    }

    public JsonNode get(String path) {
        return ask("GET", path, null);
    }

    public JsonNode post(String path, JsonNode body) {
        return ask("POST", path, body);
    }

    /** @param body null for none @return null where the answer has none @throws ExplainedException if it is a problem */
    public JsonNode ask(String method, String path, JsonNode body) {
        byte[] bytes = body == null ? method.equals("GET") ? null : new byte[0] : MAPPER.writeValueAsBytes(body);
        try {
            HttpConnection connection = take();
            boolean whole = false;
            try {
                HttpConnection.Answer answer = connection.ask(method, path, bytes, PATIENCE);
                whole = true;
                JsonNode node = answer.body().length == 0 ? JsonNodeFactory.instance.objectNode() : MAPPER.readTree(answer.body());
                if (answer.status() >= 400) {
                    throw failure(node);
                }
                return node;
            } finally {
                giveBack(connection, whole);
            }
        } catch (IOException e) {
            throw new ControlException(Message.of("control.lost", Long.toString(address.process()), String.valueOf(e.getMessage())), e);
        }
    }

    /** Something that has no end, on a connection of its own, which closing it closes. */
    InputStream stream(String path, Duration patience) throws IOException {
        HttpConnection connection = connection();
        boolean opened = false;
        try {
            InputStream in = connection.open(path, patience);
            opened = true;
            return new FilterInputStream(in) {
                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        } finally {
            if (!opened) {
                connection.close();
            }
        }
    }

    private HttpConnection take() throws IOException {
        for (Idle next = idle.poll(); next != null; next = idle.poll()) {
            if (System.nanoTime() - next.since < IDLE_NANOS) {
                return next.connection;
            }
            next.connection.close();
        }
        return connection();
    }

    private void giveBack(HttpConnection connection, boolean whole) throws IOException {
        if (whole) {
            idle.push(new Idle(connection, System.nanoTime()));
        } else {
            connection.close();
        }
    }

    private static ExplainedException failure(JsonNode problem) {
        String detail = problem.path("detail").asString("");
        String field = problem.path("field").asString("");
        Message said = Message.of("control.said", detail);
        return switch (problem.path("type").asString("")) {
            // What else can be wrong with a job's executor was found when the job was made.
            case RemoteProblem.INVALID -> field.equals("executor") ? NoSuchException.executorOfJob(said) : new FormatException(field, said);
            case RemoteProblem.NOT_FOUND -> new NoSuchException(said);
            case RemoteProblem.CONFLICT -> new ConflictException(said);
            case RemoteProblem.STORE_FAILED -> new StoreException(said);
            default -> new ControlException(field.isEmpty() || detail.isEmpty() ? said : Message.of("control.saidOfField", field, detail), null);
        };
    }

    /** A text as a part of a path or a query. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        try {
            for (Idle next = idle.poll(); next != null; next = idle.poll()) {
                next.connection.close();
            }
        } catch (IOException e) {
            throw new ControlException(Message.of("control.lost", Long.toString(address.process()), String.valueOf(e.getMessage())), e);
        }
    }
}

package org.carillon.control.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.carillon.control.json.EventJson;
import org.carillon.engine.Listening;
import org.carillon.engine.SchedulerListener;
import org.carillon.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Tells a listener what an instance streams, on a thread of its own; comes back with the last event it saw when the connection is lost. */
final class RemoteEvents implements Listening {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteEvents.class);
    /** The server says something at least every 15 seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final ControlClient client;
    private final SchedulerListener listener;
    private final Thread thread = Thread.ofVirtual().name("carillon-remote-events").unstarted(this::run);
    private InputStream stream;
    private String lastId;
    private volatile boolean closed;

    private RemoteEvents(ControlClient client, SchedulerListener listener) {
        this.client = client;
        this.listener = listener;
    }

    /** Listens when this returns. @throws ControlException if the instance cannot be asked */
    static RemoteEvents start(ControlClient client, SchedulerListener listener) {
        RemoteEvents events = new RemoteEvents(client, listener);
        try {
            events.open();
        } catch (IOException e) {
            throw new ControlException(Message.of("control.lost",
                    Long.toString(client.address().process()), String.valueOf(e.getMessage())), e);
        }
        events.thread.start();
        return events;
    }

    private synchronized void open() throws IOException {
        stream = client.stream("/v1/events" + (lastId == null ? "" : "?lastEventId=" + lastId), PATIENCE);
    }

    private void run() {
        while (!closed) {
            try {
                read();
            } catch (IOException e) {
                LOG.debug("The stream of events is lost", e);
            }
            reopen();
        }
    }

    private void reopen() {
        while (!closed) {
            try {
                Thread.sleep(BETWEEN_TRIES);
                open();
                return;
            } catch (IOException e) {
                LOG.debug("The stream of events cannot be opened again yet", e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void read() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("id: ")) {
                lastId = line.substring(4);
            } else if (line.startsWith("data: ")) {
                EventJson.read(JsonMapper.shared().readTree(line.substring(6))).ifPresent(listener::on);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            endStream();
        } catch (IOException e) {
            LOG.debug("The stream of events was lost before it was closed", e);
        }
    }

    private synchronized void endStream() throws IOException {
        stream.close();
    }
}

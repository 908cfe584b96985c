package org.carillon.log;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.carillon.message.Message;

/**
 * Reads one stream of a process to its end and writes it into a run's log, on a thread of its own. It always reads on, so
 * that a process never hangs because its output cannot be kept.
 *
 * <p>A platform thread: a read of a pipe blocks the carrier of a virtual thread, and some hundred quiet processes would stop
 * all virtual threads of the program. Nothing but the stream's end wakes such a read, neither an interrupt nor abandoned the
 * stream.
 */
public final class OutputPump {
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final LogStream stream;
    private final RunLogWriter log;
    private final Supplier<Instant> clock;
    private final LineWatcher watcher;
    private final Thread thread;
    private volatile boolean abandoned;
    private volatile Message problem;

    private OutputPump(InputStream in, LogStream stream, RunLogWriter log, Supplier<Instant> clock, LineWatcher watcher, String name) {
        this.in = in;
        this.stream = stream;
        this.log = log;
        this.clock = clock;
        this.watcher = watcher;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /**
     * Starts to read.
     *
     * @param clock   gives each piece its time
     * @param watcher looks at the lines, or null
     * @param name    of the thread
     */
    public static OutputPump start(
            InputStream in, LogStream stream, RunLogWriter log, Supplier<Instant> clock, LineWatcher watcher, String name) {
        OutputPump pump = new OutputPump(in, stream, log, clock, watcher, name);
        pump.thread.start();
        return pump;
    }

    /** Waits until the stream has ended and all of it is written. @return false if it has not within that time */
    public boolean await(Duration atMost) throws InterruptedException {
        return thread.join(atMost);
    }

    /**
     * Takes nothing more, for a stream that something else holds open. What has been read is kept. The thread ends when the
     * stream does, or with the next thing that comes.
     */
    public void abandon() {
        abandoned = true;
    }

    /** Why not all of the stream could be read, if so. */
    public Optional<Message> problem() {
        return Optional.ofNullable(problem);
    }

    private void run() {
        byte[] buffer = new byte[BUFFER];
        try (in) {
            for (int count = in.read(buffer); count >= 0 && !abandoned; count = in.read(buffer)) {
                log.write(stream, clock.get(), buffer, 0, count);
                if (watcher != null) {
                    watcher.feed(buffer, count);
                }
            }
        } catch (IOException e) {
            if (!abandoned) {
                problem = Message.of("log.output", LogException.words(e));
            }
        }
        if (watcher != null) {
            watcher.end();
        }
    }
}

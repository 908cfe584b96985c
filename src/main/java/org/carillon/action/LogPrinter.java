package org.carillon.action;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogWriter;

/** One of the two streams of a task, into the log of its run. */
final class LogPrinter extends OutputStream {
    private final LogStream stream;
    private final RunLogWriter log;
    private final Supplier<Instant> clock;

    private LogPrinter(LogStream stream, RunLogWriter log, Supplier<Instant> clock) {
        this.stream = stream;
        this.log = log;
        this.clock = clock;
    }

    static PrintStream of(LogStream stream, RunLogWriter log, Supplier<Instant> clock) {
        return new PrintStream(new LogPrinter(stream, log, clock), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int letter) {
        write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        log.write(stream, clock.get(), bytes, from, count);
    }
}

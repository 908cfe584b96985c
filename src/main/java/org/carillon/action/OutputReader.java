package org.carillon.action;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.carillon.log.LogStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one of a process's streams into the run's log, on a thread of its own: a read of a pipe blocks its thread, and blocked
 * virtual threads would take the carriers of all others.
 *
 * <p>On Linux nothing ends a read of a pipe that another process holds open, not even closing it. So the reader is
 * {@linkplain #abandon() abandoned} then: its thread stays until that process ends, and what it still reads is dropped.
 */
final class OutputReader {
    private static final Logger LOG = LoggerFactory.getLogger(OutputReader.class);
    private static final int BUFFER_BYTES = 16 * 1024;

    private final InputStream in;
    private final LogStream stream;
    private final ActionOutput output;
    private final LineMatcher matcher;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean abandoned;

    private OutputReader(InputStream in, LogStream stream, ActionOutput output, LineMatcher matcher) {
        this.in = in;
        this.stream = stream;
        this.output = output;
        this.matcher = matcher;
    }

    static OutputReader start(InputStream in, LogStream stream, ActionOutput output, LineMatcher matcher, String thread) {
        OutputReader reader = new OutputReader(in, stream, output, matcher);
        Thread.ofPlatform().daemon().name(thread).start(reader::read);
        return reader;
    }

    /** Waits until everything has been read. @return false if that took longer than so many milliseconds */
    boolean await(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Nothing that is read from now on reaches it. */
    synchronized void abandon() {
        abandoned = true;
    }

    private void read() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (in) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                take(buffer, count);
            }
        } catch (IOException e) {
            LOG.warn("Reading the output of {} broke off", Thread.currentThread().getName(), e);
        } finally {
            matcher.end();
            ended.countDown();
        }
    }

    private synchronized void take(byte[] buffer, int count) {
        if (!abandoned) {
            output.write(stream, buffer, 0, count);
            matcher.feed(buffer, count);
        }
    }
}

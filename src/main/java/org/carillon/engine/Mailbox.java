package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events that wait for one listener, and the thread that tells them, which lives only while there are some. Thread-safe. */
final class Mailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private final Set<EventKind> kinds;
    private final SchedulerListener listener;
    private final int mostWaiting;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition emptied = lock.newCondition();
    private final Deque<SchedulerEvent> waiting = new ArrayDeque<>();
    /** How many events had no room since the last that had. */
    private long lost;
    /** When the last of them happened. */
    private Instant lostAt;
    private Thread teller;
    private boolean closed;

    Mailbox(Set<EventKind> kinds, SchedulerListener listener, int mostWaiting) {
        this.kinds = Set.copyOf(kinds);
        this.listener = listener;
        this.mostWaiting = mostWaiting;
    }

    /** Never waits for the listener. */
    void offer(SchedulerEvent event) {
        if (!kinds.contains(event.kind())) {
            return;
        }
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (waiting.size() >= mostWaiting) {
                lost++;
                lostAt = event.at();
                return;
            }
            if (lost > 0) {
                waiting.add(lost(event.at()));
            }
            waiting.add(event);
            if (teller == null) {
                teller = Thread.ofVirtual().name("carillon-listener").start(this::tellAll);
            }
        } finally {
            lock.unlock();
        }
    }

    private SchedulerEvent lost(Instant at) {
        SchedulerEvent event = new SchedulerEvent.EventsLost(at, lost);
        lost = 0;
        return event;
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return teller == null;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything has been told, at most so long in real time; not at all for the listener itself. */
    void awaitEmpty(Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (teller != null && teller != Thread.currentThread() && left > 0) {
                left = emptied.awaitNanos(left);
            }
            if (left <= 0) {
                LOG.warn("A listener is slow: it is not waited for any longer, and {} events wait for it", waiting.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void tellAll() {
        for (SchedulerEvent event = next(); event != null; event = next()) {
            tell(event);
        }
    }

    private SchedulerEvent next() {
        lock.lock();
        try {
            SchedulerEvent event = waiting.poll();
            if (event == null && lost > 0 && !closed) {
                return lost(lostAt);
            }
            if (event == null) {
                teller = null;
                emptied.signalAll();
            }
            return event;
        } finally {
            lock.unlock();
        }
    }

    private void tell(SchedulerEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException | Error e) {
            // Not even an error of a listener's own may keep it from the next event.
            LOG.error("A listener failed on {}", event, e);
        }
    }
}

package org.carillon.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what happened, on a thread of its own and in the order in which it was published. Thread-safe. */
final class Listeners {
    private sealed interface Item {}

    private record Event(SchedulerEvent event) implements Item {}

    private record End() implements Item {}

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<SchedulerListener> listeners = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("carillon-events").unstarted(this::run);

    void start() {
        thread.start();
    }

    AutoCloseable add(SchedulerListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void publish(SchedulerEvent event) {
        if (!listeners.isEmpty()) {
            queue.add(new Event(event));
        }
    }

    /** Tells what was published so far, then ends. */
    void close() throws InterruptedException {
        queue.add(new End());
        if (Thread.currentThread() != thread) {
            thread.join();
        }
    }

    private void run() {
        try {
            while (queue.take() instanceof Event(SchedulerEvent event)) {
                listeners.forEach(listener -> tell(listener, event));
            }
        } catch (InterruptedException e) {
            LOG.error("The event thread was interrupted; listeners hear nothing more", e);
        }
    }

    private static void tell(SchedulerListener listener, SchedulerEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on {}", event, e);
        }
    }
}

package org.carillon.engine;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells listeners what happened, each on its own, in the order in which it was published. Outlives an engine. Thread-safe. */
final class Listeners {
    /** How long the end of a scheduler waits for a slow listener, in real time. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Mailbox> mailboxes = new CopyOnWriteArrayList<>();

    Listening add(Set<EventKind> kinds, SchedulerListener listener) {
        Mailbox mailbox = new Mailbox(kinds, listener, SchedulerListener.MOST_WAITING);
        mailboxes.add(mailbox);
        return () -> {
            mailboxes.remove(mailbox);
            mailbox.close();
        };
    }

    void publish(SchedulerEvent event) {
        for (Mailbox mailbox : mailboxes) {
            mailbox.offer(event);
        }
    }

    /** Waits until everybody has heard what was published so far, but not for ever. */
    void awaitHeard() {
        mailboxes.forEach(mailbox -> mailbox.awaitEmpty(PATIENCE));
    }

    /** Whether everybody has heard everything. */
    boolean isIdle() {
        return mailboxes.stream().allMatch(Mailbox::isEmpty);
    }
}

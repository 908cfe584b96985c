package org.carillon.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be written, and whose turn it is to write. One has the turn at a time: the ledger's thread, which takes all that waits, or
 * whoever has found nothing waiting. Everything in here is guarded by the lock, which is never held while something is written or answered.
 */
final class LedgerQueue {
    private static final int LARGEST_BATCH = 2_000;

    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<LedgerItem> waiting = new ArrayDeque<>();
    /** Whether somebody has the turn. */
    private boolean taken;
    /** Whether somebody waits for an answer: then a failing store is tried at once. */
    private boolean urgent;
    /** Whether the store fails, and is left alone until then. */
    private boolean failing;
    private long retryAt;
    private boolean closing;
    /** Whether the ledger's thread has ended: what is offered now is never written. */
    private boolean ended;

    LedgerQueue(TimeSource time) {
        this.time = time;
    }

    /** Appends these, with nothing in between. @return whether they will be written: nothing is once all has ended */
    boolean offer(List<? extends LedgerWork> works) {
        lock.lock();
        try {
            if (ended) {
                return false;
            }
            works.forEach(work -> waiting.add(new LedgerItem(work)));
            urgent |= works.stream().anyMatch(work -> !work.isRetried());
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the turn if the caller need not wait for it: nothing is before him, and the store works. @return whether he has it */
    boolean takeTurn() {
        lock.lock();
        try {
            boolean free = !closing && !ended && !taken && waiting.isEmpty() && !failing;
            taken |= free;
            return free;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for something to write, and for the turn.
     *
     * @return what waits, or null, without the turn, when this is closed and nothing does. Empty when nothing waits but the store
     *         failed: whether it works again must be found out, for until that is known nothing is planned that could be written
     */
    List<LedgerItem> takeBatch() throws InterruptedException {
        lock.lock();
        try {
            while (taken || waiting.isEmpty() && !failing && !closing) {
                changed.await();
            }
            while (failing && retryAt - time.nanos() > 0 && !urgent && !closing) {
                time.await(lock, changed, retryAt);
            }
            if (waiting.isEmpty() && closing) {
                return null;
            }
            List<LedgerItem> batch = new ArrayList<>();
            while (!waiting.isEmpty() && batch.size() < LARGEST_BATCH) {
                batch.add(waiting.poll());
            }
            urgent = false;
            taken = true;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The store failed and is left alone for a while. The caller has the turn.
     *
     * @param again    comes first again
     * @param deadline by the monotonic clock
     * @return whether it is tried again; not when this is closed
     */
    boolean storeFails(List<LedgerItem> again, long deadline) {
        lock.lock();
        try {
            failing = true;
            retryAt = deadline;
            if (!closing) {
                again.reversed().forEach(waiting::addFirst);
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    /** The caller has the turn. */
    void storeWorks() {
        lock.lock();
        try {
            failing = false;
        } finally {
            lock.unlock();
        }
    }

    void endTurn() {
        lock.lock();
        try {
            taken = false;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing waits or is being written. */
    boolean isIdle() {
        lock.lock();
        try {
            return waiting.isEmpty() && !taken;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody may take the turn any more but to write what waits. */
    void close() {
        lock.lock();
        try {
            closing = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more. @return what will never be written */
    List<LedgerItem> end() {
        lock.lock();
        try {
            ended = true;
            List<LedgerItem> unwritten = List.copyOf(waiting);
            waiting.clear();
            return unwritten;
        } finally {
            lock.unlock();
        }
    }
}

package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.carillon.message.Message;
import org.carillon.store.Change;
import org.carillon.store.ConflictException;
import org.carillon.store.JobStore;
import org.carillon.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the store for the scheduler, one commit at a time. All that waits is written in one, by a thread of its own, in the order in
 * which it was submitted; whoever submits does not wait for the disk unless he wants to. Whoever does, and finds nothing waiting, writes
 * by himself: two threads less to wake. A failing store is tried again and again.
 */
final class LedgerWriter {
    /** Hears when the store begins to fail and when it works again; on the thread that has written. */
    interface StoreWatch {
        void failed(StoreException why);

        void recovered();
    }

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);
    private static final int LARGEST_BATCH = 2_000;
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

    private final JobStore store;
    private final TimeSource time;
    private final StoreWatch watch;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Item> queue = new ArrayDeque<>();
    private final Thread thread;
    private boolean closing;
    /** Whether the thread has ended: what is submitted now is never written. */
    private boolean ended;
    /** Whether somebody writes: only he may touch {@link #retry}. */
    private boolean writing;
    /** Whether somebody waits for an answer: then a failing store is tried at once. */
    private boolean urgent;
    /** How long a failing store is left alone, null while it does not fail. */
    private Duration retry;
    private long retryAt;

    LedgerWriter(JobStore store, TimeSource time, StoreWatch watch) {
        this.store = store;
        this.time = time;
        this.watch = watch;
        thread = Thread.ofPlatform().daemon().name("carillon-ledger").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void submit(LedgerWork work) {
        submit(List.of(work));
    }

    /** These follow each other with nothing in between. */
    void submit(List<? extends LedgerWork> works) {
        if (!offer(works)) {
            LOG.warn("{} changes came after the end of the ledger and are not recorded", works.size());
        }
    }

    private boolean offer(List<? extends LedgerWork> works) {
        lock.lock();
        try {
            if (ended) {
                return false;
            }
            works.forEach(work -> queue.add(new Item(work)));
            urgent |= works.stream().anyMatch(work -> !work.isRetried());
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Writes these changes and returns when they are durable and {@code then} has been done, by whoever has written them.
     *
     * @throws StoreException           if the store refused them or failed
     * @throws SchedulerClosedException if the ledger has ended
     */
    void commit(Function<LedgerWork.RunIds, List<Change>> changes, Runnable then) {
        Demand demand = new Demand(changes, then);
        if (takeTurn()) {
            try {
                write(List.of(new Item(demand)));
            } finally {
                endTurn();
            }
        } else if (!offer(List.of(demand))) {
            throw new SchedulerClosedException();
        }
        demand.await();
    }

    /** Whether the caller may write by himself: nothing is before him, and the store works. */
    private boolean takeTurn() {
        lock.lock();
        try {
            boolean free = thread.isAlive() && !closing && !writing && queue.isEmpty() && retry == null;
            writing |= free;
            return free;
        } finally {
            lock.unlock();
        }
    }

    private void endTurn() {
        lock.lock();
        try {
            writing = false;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing waits or is being written. */
    boolean isIdle() {
        lock.lock();
        try {
            return queue.isEmpty() && !writing;
        } finally {
            lock.unlock();
        }
    }

    /** Writes what waits, then ends. What a failing store does not take is lost, and logged. */
    void close() throws InterruptedException {
        lock.lock();
        try {
            closing = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        thread.join();
    }

    private void run() {
        try {
            for (List<Item> batch = next(); batch != null; batch = next()) {
                write(batch);
                endTurn();
            }
        } catch (InterruptedException e) {
            LOG.error("The ledger was interrupted; nothing more will be recorded", e);
        } finally {
            end();
        }
    }

    /** Nobody waits for an answer that will never come. */
    private void end() {
        List<Item> unwritten;
        lock.lock();
        try {
            ended = true;
            unwritten = List.copyOf(queue);
            queue.clear();
        } finally {
            lock.unlock();
        }
        if (!unwritten.isEmpty()) {
            LOG.error("{} changes could not be recorded", unwritten.size());
            StoreException why = new StoreException(Message.of("engine.closed"));
            unwritten.stream().filter(item -> !item.work.isRetried()).forEach(item -> tell(() -> item.work.refused(why)));
        }
    }

    /**
     * What waits, or null when it is closed and nothing does. Empty when nothing waits but the store failed: whether it works again
     * must be found out, for until that is known nothing is planned that could be written.
     */
    private List<Item> next() throws InterruptedException {
        lock.lock();
        try {
            while (writing || queue.isEmpty() && retry == null && !closing) {
                changed.await();
            }
            awaitRetry();
            if (queue.isEmpty() && closing) {
                return null;
            }
            List<Item> batch = new ArrayList<>();
            while (!queue.isEmpty() && batch.size() < LARGEST_BATCH) {
                batch.add(queue.poll());
            }
            urgent = false;
            writing = true;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void write(List<Item> batch) {
        try {
            batch.forEach(this::make);
            commit(sound(batch));
        } catch (ConflictException e) {
            writeOneByOne(sound(batch), e);
        } catch (StoreException e) {
            storeFailed(sound(batch), e);
        }
    }

    /** Work that cannot say what to write is given up by itself: the store is not at fault, and neither are the others. */
    private void make(Item item) {
        try {
            item.make(store::reserveRunIds);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.error("A change of the ledger broke off before it was written", e);
            item.broken = true;
            tell(() -> item.work.broke(e));
        }
    }

    private static List<Item> sound(List<Item> batch) {
        return batch.stream().filter(item -> !item.broken).toList();
    }

    /** @throws StoreException if the store refused them or failed */
    private void commit(List<Item> items) {
        try {
            store.commit(items.stream().flatMap(item -> item.changes.stream()).toList());
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // A fault in the store, not a failure of it: without this thread nothing would ever be recorded again.
            throw new StoreException(Message.of("engine.storeBroke", e.toString()), e);
        }
        if (retry != null) {
            retry = null;
            watch.recovered();
        }
        // They are durable, and must not suffer for what goes wrong after one of them.
        items.forEach(item -> tell(item.work::committed));
    }

    private void writeOneByOne(List<Item> batch, ConflictException why) {
        if (batch.size() == 1) {
            tell(() -> batch.getFirst().work.refused(why));
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            LedgerWork work = batch.get(i).work;
            try {
                commit(List.of(batch.get(i)));
            } catch (ConflictException e) {
                tell(() -> work.refused(e));
            } catch (StoreException e) {
                storeFailed(batch.subList(i, batch.size()), e);
                return;
            }
        }
    }

    private static void tell(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException | Error e) {
            LOG.error("What follows a change of the ledger went wrong", e);
        }
    }

    private void storeFailed(List<Item> batch, StoreException why) {
        if (retry == null) {
            LOG.error("The job store failed; it is tried again", why);
            watch.failed(why);
        }
        retry = retry == null ? FIRST_RETRY : min(retry.multipliedBy(2), LONGEST_RETRY);
        retryAt = time.nanos() + retry.toNanos();
        batch.stream().filter(item -> !item.work.isRetried()).forEach(item -> tell(() -> item.work.refused(why)));
        List<Item> again = batch.stream().filter(item -> item.work.isRetried()).toList();
        lock.lock();
        try {
            if (closing) {
                LOG.error("{} changes could not be recorded", again.size());
                return;
            }
            again.reversed().forEach(queue::addFirst);
        } finally {
            lock.unlock();
        }
    }

    private void awaitRetry() throws InterruptedException {
        while (retry != null && retryAt - time.nanos() > 0 && !urgent && !closing) {
            time.await(lock, changed, retryAt);
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** Work and the changes it consists of, which are made once: they hold the ids of new runs. */
    private static final class Item {
        private final LedgerWork work;
        private List<Change> changes;
        /** Whether it could not say what it consists of. */
        private boolean broken;

        Item(LedgerWork work) {
            this.work = work;
        }

        void make(LedgerWork.RunIds ids) {
            if (changes == null) {
                changes = work.changes(ids);
            }
        }
    }
}

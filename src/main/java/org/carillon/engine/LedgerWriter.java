package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
 * The one thread that writes to the store for the scheduler. All that waits is written in one commit, in the order in which it
 * was submitted; whoever submits does not wait for the disk unless he wants to. A failing store is tried again and again.
 */
final class LedgerWriter {
    /** Hears when the store begins to fail and when it works again; on the ledger's thread. */
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
    private boolean writing;
    /** Whether somebody waits for an answer: then a failing store is tried at once. */
    private boolean urgent;
    private Duration retry;

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
        lock.lock();
        try {
            works.forEach(work -> queue.add(new Item(work)));
            urgent |= works.stream().anyMatch(work -> !work.isRetried());
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Writes these changes and returns when they are durable and {@code then} has been done, on the ledger's thread.
     *
     * @throws StoreException if the store refused them or failed
     */
    void commit(Function<LedgerWork.RunIds, List<Change>> changes, Runnable then) {
        Demand demand = new Demand(changes, then);
        submit(demand);
        try {
            demand.answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreException failure) {
                throw failure;
            }
            throw e;
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
            }
        } catch (InterruptedException e) {
            LOG.error("The ledger was interrupted; nothing more will be recorded", e);
        }
    }

    /** What waits, or null when it is closed and nothing does. */
    private List<Item> next() throws InterruptedException {
        lock.lock();
        try {
            writing = false;
            while (queue.isEmpty()) {
                if (closing) {
                    return null;
                }
                changed.await();
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

    private void write(List<Item> batch) throws InterruptedException {
        List<Change> changes = new ArrayList<>();
        try {
            batch.forEach(item -> changes.addAll(item.changes(store::reserveRunIds)));
            store.commit(changes);
        } catch (ConflictException e) {
            if (batch.size() == 1) {
                batch.getFirst().work.refused(e);
                return;
            }
            for (Item item : batch) {
                write(List.of(item));
            }
            return;
        } catch (StoreException e) {
            storeFailed(batch, e);
            return;
        } catch (RuntimeException e) {
            // A fault in the store, not a failure of it: without this thread nothing would ever be recorded again.
            storeFailed(batch, new StoreException(Message.of("engine.storeBroke", e.toString()), e));
            return;
        }
        if (retry != null) {
            retry = null;
            watch.recovered();
        }
        batch.forEach(LedgerWriter::follow);
    }

    private static void follow(Item item) {
        try {
            item.work.committed();
        } catch (RuntimeException e) {
            // It is durable, and so are the others, which must not suffer for what went wrong after it.
            LOG.error("What follows a change of the ledger went wrong: {}", item.changes, e);
        }
    }

    private void storeFailed(List<Item> batch, StoreException why) throws InterruptedException {
        if (retry == null) {
            LOG.error("The job store failed; it is tried again", why);
            watch.failed(why);
        }
        retry = retry == null ? FIRST_RETRY : min(retry.multipliedBy(2), LONGEST_RETRY);
        batch.stream().filter(item -> !item.work.isRetried()).forEach(item -> item.work.refused(why));
        List<Item> again = batch.stream().filter(item -> item.work.isRetried()).toList();
        lock.lock();
        try {
            if (closing) {
                LOG.error("{} changes could not be recorded", again.size());
                queue.clear();
                return;
            }
            again.reversed().forEach(queue::addFirst);
            awaitRetry();
        } finally {
            lock.unlock();
        }
    }

    private void awaitRetry() throws InterruptedException {
        long deadline = time.nanos() + retry.toNanos();
        while (deadline - time.nanos() > 0 && !urgent && !closing) {
            time.await(lock, changed, deadline);
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** Work and the changes it consists of, which are made once: they hold the ids of new runs. */
    private static final class Item {
        private final LedgerWork work;
        private List<Change> changes;

        Item(LedgerWork work) {
            this.work = work;
        }

        List<Change> changes(LedgerWork.RunIds ids) {
            if (changes == null) {
                changes = work.changes(ids);
            }
            return changes;
        }
    }

    /** Work that somebody waits for. */
    private static final class Demand implements LedgerWork {
        private final Function<RunIds, List<Change>> changes;
        private final Runnable then;
        private final CompletableFuture<Void> answer = new CompletableFuture<>();

        Demand(Function<RunIds, List<Change>> changes, Runnable then) {
            this.changes = changes;
            this.then = then;
        }

        @Override
        public List<Change> changes(RunIds ids) {
            return changes.apply(ids);
        }

        @Override
        public void committed() {
            then.run();
            answer.complete(null);
        }

        @Override
        public void refused(StoreException why) {
            answer.completeExceptionally(why);
        }

        @Override
        public boolean isRetried() {
            return false;
        }
    }
}

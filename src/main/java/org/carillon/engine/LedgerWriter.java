package org.carillon.engine;

import java.time.Duration;
import java.util.List;
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
 * by himself: two threads less to wake. A failing store is tried again and again. Only who has the queue's turn writes.
 */
final class LedgerWriter {
    /** Hears when the store begins to fail and when it works again; on the thread that has written. */
    interface StoreWatch {
        void failed(StoreException why);

        void recovered();
    }

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

    private final JobStore store;
    private final TimeSource time;
    private final StoreWatch watch;
    private final LedgerQueue queue;
    private final Thread thread;
    /** How long a failing store is left alone, null while it does not fail. For whoever has the turn. */
    private Duration retry;

    LedgerWriter(JobStore store, TimeSource time, StoreWatch watch) {
        this.store = store;
        this.time = time;
        this.watch = watch;
        queue = new LedgerQueue(time);
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
        if (!queue.offer(works)) {
            LOG.warn("{} changes came after the end of the ledger and are not recorded", works.size());
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
        if (thread.isAlive() && queue.takeTurn()) {
            write(List.of(new LedgerItem(demand)));
        } else if (!queue.offer(List.of(demand))) {
            throw new SchedulerClosedException();
        }
        demand.await();
    }

    /** Whether nothing waits or is being written. */
    boolean isIdle() {
        return queue.isIdle();
    }

    /** Writes what waits, then ends. What a failing store does not take is lost, and logged. */
    void close() throws InterruptedException {
        queue.close();
        thread.join();
    }

    private void run() {
        try {
            for (List<LedgerItem> batch = queue.takeBatch(); batch != null; batch = queue.takeBatch()) {
                write(batch);
            }
        } catch (InterruptedException e) {
            LOG.error("The ledger was interrupted; nothing more will be recorded", e);
        } finally {
            end();
        }
    }

    /** Nobody waits for an answer that will never come. */
    private void end() {
        List<LedgerItem> unwritten = queue.end();
        if (!unwritten.isEmpty()) {
            LOG.error("{} changes could not be recorded", unwritten.size());
            refuseAnswers(unwritten, new StoreException(Message.of("engine.closed")));
        }
    }

    /** The caller has the turn, and gives it back. */
    private void write(List<LedgerItem> batch) {
        try {
            batch.forEach(this::make);
            commit(sound(batch));
        } catch (ConflictException e) {
            writeOneByOne(sound(batch), e);
        } catch (StoreException e) {
            storeFailed(sound(batch), e);
        } finally {
            queue.endTurn();
        }
    }

    /** Work that cannot say what to write is given up by itself: the store is not at fault, and neither are the others. */
    private void make(LedgerItem item) {
        try {
            item.make(store::reserveRunIds);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.error("A change of the ledger broke off before it was written", e);
            item.giveUp();
            tell(() -> item.work().broke(e));
        }
    }

    private static List<LedgerItem> sound(List<LedgerItem> batch) {
        return batch.stream().filter(LedgerItem::isSound).toList();
    }

    /** @throws StoreException if the store refused them or failed */
    private void commit(List<LedgerItem> items) {
        try {
            store.commit(items.stream().flatMap(item -> item.changes().stream()).toList());
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // A fault in the store, not a failure of it: without this thread nothing would ever be recorded again.
            throw new StoreException(Message.of("engine.storeBroke", e.toString()), e);
        }
        if (retry != null) {
            retry = null;
            queue.storeWorks();
            watch.recovered();
        }
        // They are durable, and must not suffer for what goes wrong after one of them.
        items.forEach(item -> tell(item.work()::committed));
    }

    private void writeOneByOne(List<LedgerItem> batch, ConflictException why) {
        if (batch.size() == 1) {
            tell(() -> batch.getFirst().work().refused(why));
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            LedgerWork work = batch.get(i).work();
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

    private void storeFailed(List<LedgerItem> batch, StoreException why) {
        if (retry == null) {
            LOG.error("The job store failed; it is tried again", why);
            watch.failed(why);
        }
        retry = retry == null ? FIRST_RETRY : min(retry.multipliedBy(2), LONGEST_RETRY);
        long retryAt = time.nanos() + retry.toNanos();
        refuseAnswers(batch, why);
        List<LedgerItem> again = batch.stream().filter(item -> item.work().isRetried()).toList();
        if (!queue.storeFails(again, retryAt)) {
            LOG.error("{} changes could not be recorded", again.size());
        }
    }

    /** Whoever waits for an answer gets it at once. */
    private static void refuseAnswers(List<LedgerItem> items, StoreException why) {
        items.stream().filter(item -> !item.work().isRetried()).forEach(item -> tell(() -> item.work().refused(why)));
    }

    private static void tell(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException | Error e) {
            LOG.error("What follows a change of the ledger went wrong", e);
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}

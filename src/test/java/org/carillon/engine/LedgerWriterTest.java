package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carillon.job.Policy;
import org.carillon.message.Message;
import org.carillon.store.Change;
import org.carillon.store.StoreException;
import org.carillon.store.memory.MemoryJobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LedgerWriterTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final FailingStore store = new FailingStore(new MemoryJobStore());
    private final ManualTimeSource clock = new ManualTimeSource(Bench.START);
    private LedgerWriter ledger;

    @BeforeEach
    void open() {
        ledger = new LedgerWriter(store, clock, new LedgerWriter.StoreWatch() {
            @Override
            public void failed(StoreException why) {
                told.add("failed");
            }

            @Override
            public void recovered() {
                told.add("recovered");
            }
        });
    }

    @AfterEach
    void close() throws InterruptedException {
        ledger.close();
    }

    private LedgerWork adding(String id) {
        return work("added " + id, () -> List.of(new Change.AddJob(Bench.everyMinute(id, Policy.DEFAULT), Bench.START)));
    }

    private LedgerWork breaking() {
        return work("never", () -> {
            throw new IllegalStateException("It does not know what to write");
        });
    }

    private LedgerWork work(String done, java.util.function.Supplier<List<Change>> changes) {
        return new LedgerWork() {
            @Override
            public List<Change> changes(RunIds ids) {
                return changes.get();
            }

            @Override
            public void committed() {
                told.add(done);
            }

            @Override
            public void refused(StoreException why) {
                told.add("refused");
            }

            @Override
            public void broke(Throwable why) {
                told.add("broke");
            }
        };
    }

    private void awaitTold(String... all) {
        await().untilAsserted(() -> assertThat(told).containsExactly(all));
    }

    @Test
    void workThatCannotSayWhatToWriteIsGivenUpAloneAndTheStoreIsNotBlamed() {
        ledger.submit(List.of(adding("a"), breaking(), adding("b")));
        ledger.start();
        awaitTold("broke", "added a", "added b");
    }

    @Test
    void whoeverWaitsHearsWhatHisOwnChangeHasThrown() {
        ledger.start();
        assertThatThrownBy(() -> ledger.commit(ids -> {
            throw new IllegalArgumentException("no such thing");
        }, () -> told.add("never"))).isInstanceOf(IllegalArgumentException.class).hasMessage("no such thing");
        ledger.submit(adding("a"));
        awaitTold("added a");
    }

    @Test
    void whatGoesWrongInAnAnswerDoesNotEndTheLedger() {
        LedgerWork careless = new LedgerWork() {
            @Override
            public List<Change> changes(RunIds ids) {
                return adding("a").changes(ids);
            }

            @Override
            public void committed() {
                throw new IllegalStateException("after it was written");
            }

            @Override
            public void refused(StoreException why) {
                throw new StoreException(Message.of("engine.noJob", "disk"));
            }
        };
        ledger.submit(List.of(careless));
        ledger.submit(List.of(careless));
        ledger.submit(adding("b"));
        ledger.start();
        awaitTold("added b");
    }

    @Test
    void whatIsWrittenOneByOneAfterAConflictKeepsItsOrderWhenTheStoreFailsMeanwhile() {
        AtomicBoolean failed = new AtomicBoolean();
        store.before(changes -> {
            if (changes.size() == 1 && failed.compareAndSet(false, true)) {
                throw new StoreException(Message.of("engine.noJob", "disk"));
            }
        });
        ledger.submit(List.of(adding("a"), adding("a"), adding("b")));
        ledger.start();
        awaitTold("failed");
        clock.advance(Duration.ofSeconds(1));
        awaitTold("failed", "recovered", "added a", "refused", "added b");
    }
}

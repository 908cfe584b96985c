package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LedgerQueueTest {
    private final ManualTimeSource clock = new ManualTimeSource(Bench.START);
    private final LedgerQueue queue = new LedgerQueue(clock);
    private final LedgerWork a = new RunWork(List.of(), () -> { });
    private final LedgerWork b = new RunWork(List.of(), () -> { });
    private final LedgerWork c = new RunWork(List.of(), () -> { });
    private final LedgerWork awaited = new Demand(ids -> List.of(), () -> { });

    private static List<LedgerWork> works(List<LedgerItem> items) {
        return items.stream().map(LedgerItem::work).toList();
    }

    private long soon() {
        return clock.nanos() + Duration.ofSeconds(10).toNanos();
    }

    @Test
    void oneHasTheTurnAtATime() {
        assertThat(queue.takeTurn()).isTrue();
        assertThat(queue.takeTurn()).isFalse();
        assertThat(queue.isIdle()).isFalse();
        queue.endTurn();
        assertThat(queue.isIdle()).isTrue();
        assertThat(queue.takeTurn()).isTrue();
    }

    @Test
    void nobodyGoesBeforeWhatWaits() throws InterruptedException {
        queue.offer(List.of(a, b));
        assertThat(queue.takeTurn()).isFalse();
        assertThat(works(queue.takeBatch())).containsExactly(a, b);
    }

    @Test
    void whatAFailingStoreDidNotTakeComesFirstAgainAsSoonAsSomebodyWaits() throws InterruptedException {
        queue.offer(List.of(a, b));
        List<LedgerItem> batch = queue.takeBatch();
        queue.offer(List.of(c));
        assertThat(queue.storeFails(batch, soon())).isTrue();
        queue.endTurn();
        queue.offer(List.of(awaited));
        assertThat(works(queue.takeBatch())).containsExactly(a, b, c, awaited);
    }

    @Test
    void nobodyWritesByHimselfWhileTheStoreFails() {
        assertThat(queue.takeTurn()).isTrue();
        queue.storeFails(List.of(), soon());
        queue.endTurn();
        assertThat(queue.takeTurn()).isFalse();
        queue.storeWorks();
        assertThat(queue.takeTurn()).isTrue();
    }

    @Test
    void whatWaitsWhenItIsClosedIsStillTakenButNotTwice() throws InterruptedException {
        queue.offer(List.of(a));
        queue.close();
        List<LedgerItem> batch = queue.takeBatch();
        assertThat(works(batch)).containsExactly(a);
        assertThat(queue.storeFails(batch, soon())).isFalse();
        queue.endTurn();
        assertThat(queue.takeBatch()).isNull();
    }

    @Test
    void nothingIsTakenAfterTheEnd() {
        queue.offer(List.of(a));
        assertThat(works(queue.end())).containsExactly(a);
        assertThat(queue.offer(List.of(b))).isFalse();
        assertThat(queue.takeTurn()).isFalse();
    }
}

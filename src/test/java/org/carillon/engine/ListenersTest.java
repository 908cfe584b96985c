package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.carillon.job.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ListenersTest {
    @TempDir
    Path directory;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(directory);
        bench.actions.succeedAtOnce();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<String> heard() {
        List<String> names = new ArrayList<>();
        bench.events.forEach(event -> names.add(event.getClass().getSimpleName()));
        return names;
    }

    @Test
    void eventsOfAJobArriveInTheOrderInWhichTheyHappened() {
        bench.scheduler.start();
        bench.scheduler.add(Bench.job("a", Bench.at(Bench.START.plusSeconds(5)), Policy.DEFAULT));
        bench.advance(Duration.ofSeconds(5));
        bench.scheduler.pause("a");
        bench.scheduler.remove("a");
        bench.scheduler.close();
        assertThat(heard()).containsExactly("SchedulerStarted", "JobAdded", "RunStarted", "RunEnded",
                "JobChanged", "JobRemoved", "SchedulerStopped");
    }

    @Test
    void whatOneListenerThrowsDisturbsNobody() {
        bench.scheduler.listen(event -> {
            throw new IllegalStateException("of no importance");
        });
        List<SchedulerEvent> others = new CopyOnWriteArrayList<>();
        bench.scheduler.listen(others::add);
        bench.scheduler.start();
        bench.scheduler.pauseAll(null);
        bench.scheduler.resumeAll();
        await().untilAsserted(() -> assertThat(others).hasSize(3));
    }

    @Test
    void whoEndsListeningHearsNothingMore() throws Exception {
        List<SchedulerEvent> others = new CopyOnWriteArrayList<>();
        AutoCloseable listening = bench.scheduler.listen(others::add);
        listening.close();
        bench.scheduler.start();
        bench.scheduler.close();
        assertThat(heard()).contains("SchedulerStopped");
        assertThat(others).isEmpty();
    }
}

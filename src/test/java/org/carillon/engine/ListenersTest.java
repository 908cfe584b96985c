package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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

    @Test
    void aListenerHearsOnlyWhatItAskedFor() {
        List<SchedulerEvent> jobs = new CopyOnWriteArrayList<>();
        bench.scheduler.listen(EventKind.JOBS, jobs::add);
        bench.scheduler.start();
        bench.scheduler.add(Bench.job("a", Bench.at(Bench.START.plusSeconds(5)), Policy.DEFAULT));
        bench.advance(Duration.ofSeconds(5));
        bench.scheduler.pause("a");
        bench.scheduler.close();
        assertThat(jobs).extracting(SchedulerEvent::kind).containsExactly(EventKind.JOB_ADDED, EventKind.JOB_CHANGED);
    }

    @Test
    void aListenerThatNeverReturnsHoldsUpNobody() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        bench.scheduler.listen(event -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        bench.scheduler.start();
        bench.scheduler.add(Bench.job("a", Bench.at(Bench.START.plusSeconds(5)), Policy.DEFAULT));
        bench.advance(Duration.ofSeconds(5));
        await().until(() -> heard().contains("RunEnded"));
        never.countDown();
    }

    @Test
    void anErrorOfAListenerDoesNotKeepItFromTheNextEvent() {
        AtomicInteger heard = new AtomicInteger();
        bench.scheduler.listen(event -> {
            heard.incrementAndGet();
            throw new AssertionError("of no importance");
        });
        bench.scheduler.start();
        bench.scheduler.close();
        assertThat(heard).hasValue(2);
    }

    @Test
    void whoIsTooFarBehindIsToldHowMuchHeMissedAndWhere() throws Exception {
        List<SchedulerEvent> told = new CopyOnWriteArrayList<>();
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Mailbox mailbox = new Mailbox(EventKind.SCHEDULER, event -> {
            told.add(event);
            busy.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, 2);
        mailbox.offer(new SchedulerEvent.SchedulerStarted(Bench.START));
        busy.await();
        for (int second = 1; second <= 5; second++) {
            mailbox.offer(new SchedulerEvent.SchedulerResumed(Bench.START.plusSeconds(second)));
        }
        goOn.countDown();
        mailbox.awaitEmpty(Duration.ofSeconds(10));
        assertThat(told).extracting(SchedulerEvent::kind).containsExactly(EventKind.SCHEDULER_STARTED,
                EventKind.SCHEDULER_RESUMED, EventKind.SCHEDULER_RESUMED, EventKind.EVENTS_LOST);
        assertThat(((SchedulerEvent.EventsLost) told.getLast()).count()).isEqualTo(3);
    }
}

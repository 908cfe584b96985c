package org.carillon.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.carillon.job.CatchUp;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.OnInterrupted;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.job.Retry;
import org.carillon.job.Run;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.carillon.store.jdbc.H2JobStore;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens to jobs, to the scheduler and to the clock: every occurrence that the triggers have planned is accounted for
 * exactly once. The clock is not set back beyond a change of a schedule.
 */
@Timeout(120)
class LedgerPropertyTest {
    private static final int STEPS = 40;
    private static final List<String> IDS = List.of("a", "b", "c");

    @TempDir
    Path directory;
    private final SlowActions actions = new SlowActions();
    private final LedgerModel model = new LedgerModel();
    private final List<String> story = new ArrayList<>();
    private Random random;
    private FailingStore life;
    private JobStore store;
    private ManualScheduler scheduler;
    /** The clock is not set back beyond this. */
    private Instant lastChange = Bench.START;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("ledger.seeds", 40));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyOccurrenceIsAccountedForOnceInMemory(long seed) {
        store = new MemoryJobStore();
        play(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102})
    void everyOccurrenceIsAccountedForOnceInADatabase(long seed) {
        try (JobStore file = H2JobStore.open(directory)) {
            store = file;
            play(seed);
        }
    }

    private void play(long seed) {
        random = new Random(seed);
        story.add("seed " + seed);
        open(Bench.START);
        for (int step = 0; step < STEPS; step++) {
            step();
        }
        finish();
        model.check(ledger(), String.join("\n", story));
    }

    private void open(Instant now) {
        life = new FailingStore(store);
        scheduler = ManualScheduler.builder(now).store(life).actions(actions).random(RandomGenerator.of("L64X128MixRandom"))
                .executor(new ExecutorSpec("default", 2, 1)).build();
        scheduler.start();
    }

    private void step() {
        String id = IDS.get(random.nextInt(IDS.size()));
        boolean exists = scheduler.job(id).isPresent();
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> pass("advance", () -> scheduler.advanceWithoutWaiting(upTo(Duration.ofMinutes(90))));
            case 3 -> {
                if (exists) {
                    tell("remove " + id);
                    scheduler.remove(id);
                    model.removed(id);
                    lastChange = scheduler.now();
                }
            }
            case 4, 5 -> schedule(id, exists);
            case 6 -> change(id, exists, "pause", () -> scheduler.pause(id));
            case 7 -> change(id, exists, "resume", () -> scheduler.resume(id));
            case 8 -> change("", true, "pause all", () -> scheduler.pauseAll(random.nextBoolean() ? null : scheduler.now().plus(upTo(Duration.ofHours(1)))));
            case 9 -> change("", true, "resume all", scheduler::resumeAll);
            case 10 -> change(id, exists, "policy", () -> scheduler.modify(id, job -> job.withPolicy(policy())));
            case 11 -> change("", true, "slow", () -> actions.slow(random.nextBoolean()));
            case 12 -> calmly(() -> pass("sleep", () -> scheduler.sleep(upTo(Duration.ofHours(5)))));
            case 13 -> calmly(() -> pass("set", () -> scheduler.setClock(scheduler.now().plus(upTo(Duration.ofHours(5))))));
            case 14 -> calmly(this::setBack);
            default -> restart(random.nextBoolean());
        }
    }

    private void tell(String what) {
        story.add(scheduler.now() + " " + what);
    }

    private Duration upTo(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis()) + 1);
    }

    private void pass(String what, Runnable time) {
        Instant before = scheduler.now();
        time.run();
        tell(what);
        model.passed(before, scheduler.now());
    }

    private void change(String id, boolean possible, String what, Runnable change) {
        if (possible) {
            tell(what + " " + id);
            change.run();
        }
    }

    private void schedule(String id, boolean exists) {
        Trigger trigger = trigger(id);
        Instant now = scheduler.now();
        tell("schedule " + id + " " + trigger);
        if (exists) {
            scheduler.reschedule(id, trigger);
        } else {
            scheduler.add(Bench.job(id, trigger, policy()));
        }
        model.has(id, trigger, now);
        lastChange = now;
    }

    private Trigger trigger(String id) {
        return switch (random.nextInt(4)) {
            case 0 -> Bench.cron("* * * * *");
            case 1 -> Bench.cron("*/7 * * * *");
            case 2 -> Bench.cron("20 * * * *");
            default -> new IntervalTrigger(Duration.ofSeconds(30 + random.nextInt(600)), Bench.START, null, Bench.ZONE);
        };
    }

    private Policy policy() {
        Policy policy = Policy.DEFAULT
                .withCatchUp(List.of(CatchUp.SKIP, CatchUp.ONCE, new CatchUp.All(Duration.ofHours(2), Duration.ofSeconds(20))).get(random.nextInt(3)))
                .withOverlap(Overlap.values()[random.nextInt(Overlap.values().length)])
                .withMaxInstances(1 + random.nextInt(2))
                .withOnInterrupted(OnInterrupted.values()[random.nextInt(2)])
                .withMisfireGrace(random.nextBoolean() ? null : Duration.ofMinutes(random.nextInt(90)))
                .withTimeout(random.nextBoolean() ? null : Duration.ofMinutes(3));
        return random.nextInt(4) > 0 ? policy : policy.withJitter(Duration.ofSeconds(40)).withRetry(new Retry(1, Duration.ofSeconds(30), 1, Duration.ofHours(1)));
    }

    /** While nothing runs: the other methods of the clock wait for that. */
    private void calmly(Runnable clock) {
        actions.slow(false);
        clock.run();
    }

    private void setBack() {
        scheduler.advance(Duration.ZERO);
        Instant earliest = lastChange.plusSeconds(1);
        Instant to = scheduler.now().minus(upTo(Duration.ofHours(3)));
        to = to.isBefore(earliest) ? earliest : to;
        if (to.isBefore(scheduler.now())) {
            List<Run> before = ledger();
            scheduler.setClock(to);
            tell("set back");
            model.setBack(to, before);
        }
    }

    /** The next scheduler begins some time later, or earlier. */
    private void restart(boolean crash) {
        Instant before = scheduler.now();
        if (crash) {
            life.fail(true);
        }
        scheduler.close();
        actions.slow(false);
        Instant after = before.plus(upTo(Duration.ofHours(4)));
        open(after);
        tell(crash ? "crashed at " + before : "closed at " + before);
        model.passed(before, after);
    }

    private void finish() {
        actions.slow(false);
        scheduler.resumeAll();
        scheduler.jobs().stream().filter(status -> !status.job().enabled()).toList().forEach(status -> scheduler.resume(status.id()));
        pass("finish", () -> scheduler.advance(Duration.ofMinutes(90)));
        scheduler.close();
    }

    private List<Run> ledger() {
        return store.runs(RunQuery.newest(1_000_000));
    }
}

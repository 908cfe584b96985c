package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.carillon.job.CatchUp;
import org.carillon.job.Job;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Run;
import org.carillon.job.RunTrigger;
import org.carillon.store.Pause;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Policy CATCH_UP_ALL = Policy.DEFAULT.withCatchUp(
            new CatchUp.All(Duration.ofMinutes(3), Duration.ofSeconds(10)));

    private Instant nextRun = NOON;
    private Instant now = NOON;
    private long planned;
    private Cause cause;
    private Pause pause = Pause.NONE;
    private int going;
    private List<Run> leftovers = List.of();
    private Set<Instant> accounted = Set.of();

    private Plan plan(Job job) {
        return Planner.plan(new PlanInput(job, nextRun, planned, now, cause, pause, going, leftovers, accounted, most -> most));
    }

    private static Job everyMinute(Policy policy) {
        return Bench.everyMinute("a", policy);
    }

    private static List<String> story(Plan plan) {
        return plan.decisions().stream().map(PlannerTest::tell).toList();
    }

    private static String tell(Plan.Decision decision) {
        return switch (decision) {
            case Plan.Go go -> "%s %s %s +%s".formatted(time(go.scheduledAt()), go.trigger(), go.admission(), go.delay());
            case Plan.NotRun not -> "%s %s %s x%d".formatted(
                    time(not.occurrences().from()), not.state(), not.reason().code(), not.occurrences().count());
        };
    }

    private static String time(Instant instant) {
        return instant.toString().substring(11, 19);
    }

    @Test
    void whatIsDueRunsAndTheNextTimeFollows() {
        Plan plan = plan(everyMinute(Policy.DEFAULT));
        assertThat(story(plan)).containsExactly("12:00:00 SCHEDULE START +PT0S");
        assertThat(plan.next()).isEqualTo(NOON.plusSeconds(60));
        assertThat(plan.planned()).isEqualTo(1);
    }

    @Test
    void nothingIsDecidedAboutTheFuture() {
        now = NOON.minusSeconds(1);
        Plan plan = plan(everyMinute(Policy.DEFAULT));
        assertThat(plan.decisions()).isEmpty();
        assertThat(plan.next()).isEqualTo(NOON);
    }

    @Test
    void aBusyMachineMakesNoMisfire() {
        now = NOON.plusSeconds(4);
        assertThat(story(plan(everyMinute(Policy.DEFAULT.withCatchUp(CatchUp.SKIP)))))
                .containsExactly("12:00:00 SCHEDULE START +PT0S");
    }

    @Test
    void ofSeveralMissedTheLatestIsMadeUpFor() {
        now = NOON.plusSeconds(150);
        cause = Cause.CLOSED;
        assertThat(story(plan(everyMinute(Policy.DEFAULT)))).containsExactly(
                "12:00:00 MISSED coalesced x1", "12:01:00 MISSED coalesced x1", "12:02:00 CATCH_UP START +PT0S");
    }

    @Test
    void aPunctualRunMakesUpForTheMissedOnes() {
        now = NOON.plusSeconds(120);
        cause = Cause.ASLEEP;
        assertThat(story(plan(everyMinute(Policy.DEFAULT)))).containsExactly(
                "12:00:00 MISSED coalesced x1", "12:01:00 MISSED coalesced x1", "12:02:00 SCHEDULE START +PT0S");
    }

    @Test
    void missedOnesAreLeftWhenThePolicySkipsThem() {
        now = NOON.plusSeconds(90);
        cause = Cause.CLOCK_SET;
        assertThat(story(plan(everyMinute(Policy.DEFAULT.withCatchUp(CatchUp.SKIP))))).containsExactly(
                "12:00:00 MISSED clockSet x1", "12:01:00 MISSED clockSet x1");
    }

    @Test
    void allWithinTheWindowAreMadeUpForOneAfterTheOther() {
        now = NOON.plusSeconds(330);
        cause = Cause.CLOSED;
        assertThat(story(plan(everyMinute(CATCH_UP_ALL)))).containsExactly(
                "12:00:00 MISSED closed x1", "12:01:00 MISSED closed x1", "12:02:00 MISSED closed x1",
                "12:03:00 CATCH_UP START +PT0S", "12:04:00 CATCH_UP WAIT +PT10S", "12:05:00 CATCH_UP WAIT +PT20S");
    }

    @Test
    void whatIsLaterThanTheGraceIsMissedAndSaysHowLate() {
        now = NOON.plusSeconds(90);
        cause = Cause.CLOSED;
        Plan plan = plan(everyMinute(Policy.DEFAULT.withMisfireGrace(Duration.ofSeconds(60))));
        assertThat(story(plan)).containsExactly("12:00:00 MISSED graceOver x1", "12:01:00 CATCH_UP START +PT0S");
        assertThat(((Plan.NotRun) plan.decisions().getFirst()).reason().detail()).isEqualTo("PT1M30S");
    }

    @Test
    void aLongAbsenceIsOneEntryThatCounts() {
        now = NOON.plus(Duration.ofDays(365));
        cause = Cause.CLOSED;
        Plan plan = plan(everyMinute(Policy.DEFAULT.withCatchUp(CatchUp.SKIP)));
        assertThat(story(plan)).containsExactly("12:00:00 MISSED closed x525600", "12:00:00 SCHEDULE START +PT0S");
        assertThat(((Plan.NotRun) plan.decisions().getFirst()).occurrences().to()).isEqualTo(now.minusSeconds(60));
    }

    @Test
    void tenMissedOnesAreStillEntriesOfTheirOwn() {
        now = NOON.plusSeconds(570);
        cause = Cause.CLOSED;
        Plan plan = plan(everyMinute(Policy.DEFAULT.withCatchUp(CatchUp.SKIP)));
        assertThat(plan.decisions()).hasSize(10);
    }

    @Test
    void whatFellIntoAPauseIsSkippedAndNotMadeUpFor() {
        now = NOON.plusSeconds(270);
        pause = new Pause(NOON.plusSeconds(30), NOON.plusSeconds(210));
        cause = Cause.CLOSED;
        assertThat(story(plan(everyMinute(Policy.DEFAULT)))).containsExactly("12:00:00 MISSED coalesced x1",
                "12:01:00 SKIPPED paused x1", "12:02:00 SKIPPED paused x1", "12:03:00 SKIPPED paused x1",
                "12:04:00 CATCH_UP START +PT0S");
    }

    @Test
    void whatWasMissedBeforeAPauseIsTheOneThatIsMadeUpFor() {
        now = NOON.plusSeconds(150);
        pause = new Pause(NOON.plusSeconds(30), NOON.plusSeconds(150));
        cause = Cause.CLOSED;
        assertThat(story(plan(everyMinute(Policy.DEFAULT)))).containsExactly("12:00:00 CATCH_UP START +PT0S",
                "12:01:00 SKIPPED paused x1", "12:02:00 SKIPPED paused x1");
    }

    @Test
    void overlapIsSkippedQueuedReplacedOrAllowed() {
        going = 1;
        assertThat(story(plan(everyMinute(Policy.DEFAULT)))).containsExactly("12:00:00 SKIPPED overlap x1");
        assertThat(story(plan(everyMinute(Policy.DEFAULT.withOverlap(Overlap.QUEUE))))).containsExactly("12:00:00 SCHEDULE WAIT +PT0S");
        assertThat(story(plan(everyMinute(Policy.DEFAULT.withOverlap(Overlap.REPLACE))))).containsExactly("12:00:00 SCHEDULE REPLACE +PT0S");
        assertThat(story(plan(everyMinute(Policy.DEFAULT.withOverlap(Overlap.PARALLEL))))).containsExactly("12:00:00 SCHEDULE START +PT0S");
    }

    @Test
    void skippedOccurrencesDoNotCountAsRuns() {
        going = 1;
        assertThat(plan(everyMinute(Policy.DEFAULT)).planned()).isZero();
    }

    @Test
    void aJobThatHasHadItsRunsIsFinished() {
        planned = 4;
        Plan plan = plan(everyMinute(Policy.DEFAULT.withMaxRuns(5L)));
        assertThat(plan.planned()).isEqualTo(5);
        assertThat(plan.next()).isNull();
    }

    @Test
    void jitterDelaysTheStartAndKeepsThePlannedTime() {
        assertThat(story(plan(everyMinute(withJitter(Duration.ofSeconds(7))))))
                .containsExactly("12:00:00 SCHEDULE START +PT7S");
    }

    @Test
    void whatIsInTheLedgerAlreadyIsNotDecidedAgain() {
        now = NOON.plusSeconds(60);
        cause = Cause.CLOCK_SET;
        accounted = Set.of(NOON.plusSeconds(60), NOON.plusSeconds(120));
        Plan plan = plan(everyMinute(Policy.DEFAULT));
        assertThat(story(plan)).containsExactly("12:00:00 CATCH_UP START +PT0S");
        assertThat(plan.next()).isEqualTo(NOON.plusSeconds(180));
    }

    @Test
    void aRunThatWaitedWhenItsSchedulerDiedIsAMisfire() {
        Job job = everyMinute(Policy.DEFAULT);
        now = NOON.plusSeconds(90);
        nextRun = NOON.plusSeconds(120);
        cause = Cause.CLOSED;
        leftovers = List.of(Run.queued(7, job, NOON, RunTrigger.SCHEDULE), Run.queued(8, job, NOON.plusSeconds(60), RunTrigger.SCHEDULE));
        Plan plan = plan(job);
        assertThat(story(plan)).containsExactly("12:00:00 MISSED coalesced x1", "12:01:00 CATCH_UP START +PT0S");
        assertThat(plan.decisions()).extracting(decision -> decision.leftover().id()).containsExactly(7L, 8L);
        assertThat(plan.planned()).isZero();
    }

    @Test
    void countingAYearOfSecondsTakesLongAndADayOfMinutesDoesNot() {
        assertThat(Planner.takesLong(Bench.cron("* * * * * *"), NOON, NOON.plus(Duration.ofDays(365)))).isTrue();
        assertThat(Planner.takesLong(Bench.cron("* * * * *"), NOON, NOON.plus(Duration.ofDays(1)))).isFalse();
        assertThat(Planner.takesLong(Bench.at(NOON), NOON, NOON.plus(Duration.ofDays(365)))).isFalse();
    }

    private static Policy withJitter(Duration jitter) {
        return new Policy(null, Policy.DEFAULT.killGrace(), Policy.DEFAULT.retry(), 1, Overlap.SKIP, null, CatchUp.ONCE,
                Policy.DEFAULT.onInterrupted(), jitter, 5, null, false, null, null);
    }
}

package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carillon.message.Language;
import org.junit.jupiter.api.Test;

class CombinationTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** Shortly before the clocks go forward. */
    private static final Instant NOW = Instant.parse("2027-03-27T20:00:00Z");
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(BERLIN, NOW, "job");

    @Provide
    Arbitrary<Trigger> parts() {
        Arbitrary<Trigger> crons = Combinators.combine(
                Arbitraries.of("*/5 * * * *", "30 2 * * *", "30 3 * * *", "0,30 2-5 * * *", "15/15 1-4 28 * *", "*/3 * * * 0", "0 */2 * * *",
                        "7-40 2,3,4 * 3 *", "0 0 * * *", "10,20,30,40,50 0-23 * * 1-5"),
                Arbitraries.of(ClockChange.class), Arbitraries.of("Europe/Berlin", "Europe/Berlin", "UTC"))
                .as((expression, change, zone) -> CronTrigger.parse(expression, null, DEFAULTS).withZone(ZoneId.of(zone)).withClockChange(change));
        Arbitrary<Trigger> intervals = Combinators.combine(Arbitraries.of(60, 90, 150, 300, 420, 1800, 7200),
                Arbitraries.of(0, 60, 75, 500, -360), Arbitraries.of(0, 250_000_000))
                .as((every, phase, nanos) -> new IntervalTrigger(Duration.ofSeconds(every), NOW.plusSeconds(phase).plusNanos(nanos), null, BERLIN));
        Arbitrary<Trigger> uneven = Arbitraries.of(1500, 2500, 700)
                .map(millis -> new IntervalTrigger(Duration.ofMillis(millis), NOW, NOW.plusSeconds(40_000), BERLIN));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, crons), net.jqwik.api.Tuple.of(4, intervals),
                net.jqwik.api.Tuple.of(1, uneven));
    }

    @Provide
    Arbitrary<List<Trigger>> lists() {
        return parts().list().ofMinSize(2).ofMaxSize(3);
    }

    @Property(tries = 600)
    void allRunsInTheSecondsInWhichEveryPartDoes(@ForAll("lists") List<Trigger> parts) {
        Instant end = NOW.plusSeconds(36_000);
        TreeSet<Long> common = null;
        for (Trigger part : parts) {
            TreeSet<Long> seconds = new TreeSet<>();
            for (Instant run = part.next(NOW); run != null && run.isBefore(end); run = part.next(run)) {
                seconds.add(run.getEpochSecond());
            }
            if (common == null) {
                common = seconds;
            } else {
                common.retainAll(seconds);
            }
        }
        List<Long> found = new ArrayList<>();
        Trigger all = new AllTrigger(parts, BERLIN);
        for (Instant run = all.next(NOW); run != null && run.isBefore(end); run = all.next(run)) {
            found.add(run.getEpochSecond());
        }
        common.remove(NOW.getEpochSecond());
        found.remove(NOW.getEpochSecond());
        assertThat(found).as(parts.toString()).isEqualTo(List.copyOf(common));
    }

    @Property(tries = 300)
    void anyRunsWheneverOneOfThePartsDoes(@ForAll("parts") Trigger one, @ForAll("parts") Trigger other) {
        Instant end = NOW.plusSeconds(20_000);
        TreeSet<Instant> expected = new TreeSet<>();
        for (Trigger part : List.of(one, other)) {
            for (Instant run = part.next(NOW); run != null && run.isBefore(end); run = part.next(run)) {
                expected.add(run);
            }
        }
        Trigger any = new AnyTrigger(List.of(one, other), null, end.minusNanos(1), BERLIN, ClockChange.ONCE);
        List<Instant> runs = Vectors.runs(any, NOW.plusNanos(1), expected.size() + 1);
        assertThat(runs).isEqualTo(List.copyOf(expected));
        assertThat(CronVectorTest.backwards(any, runs)).isEqualTo(runs);
    }

    @Property(tries = 200)
    void allFoundBackwardsIsAllFoundForwards(@ForAll("parts") Trigger one, @ForAll("parts") Trigger other) {
        Trigger all = new AllTrigger(List.of(one, other), null, NOW.plusSeconds(36_000), BERLIN, ClockChange.ONCE);
        List<Instant> runs = Vectors.runs(all, NOW, 5);
        assertThat(CronVectorTest.backwards(all, runs)).as(all.toString()).isEqualTo(runs);
    }

    @Test
    void aCombinationKeepsToItsOwnLimitsToo() {
        Trigger any = new AnyTrigger(List.of(cron("0 * * * *")), NOW.plusSeconds(3600), NOW.plusSeconds(7200), BERLIN, ClockChange.ONCE);
        assertThat(Vectors.runs(any, NOW, 5)).containsExactly(NOW.plusSeconds(3600), NOW.plusSeconds(7200));
        Trigger all = new AllTrigger(List.of(cron("0 * * * *")), NOW.plusSeconds(3600), NOW.plusSeconds(7200), BERLIN, ClockChange.ONCE);
        assertThat(Vectors.runs(all, NOW, 5)).containsExactly(NOW.plusSeconds(3600), NOW.plusSeconds(7200));
        assertThat(all.previous(NOW.plusSeconds(3600))).isNull();
    }

    @Test
    void nestedCombinationsAreSaid() {
        Trigger nested = new AllTrigger(List.of(cron("0 9 * * *"), new AnyTrigger(List.of(cron("0 9 * * 1"), cron("0 9 1 * *")), BERLIN)), BERLIN);
        assertThat(TriggerWords.describe(nested, Language.ENGLISH))
                .isEqualTo("Every day at 09:00; and at the same time (every Monday at 09:00; or on the 1st of every month at 09:00)");
        assertThat(TriggerWords.describe(nested, Language.CHINESE)).isEqualTo("每天 09:00；且同时（每周一 09:00；或每月1日 09:00）");
    }

    /** One that can only be searched step by step, and finds nothing in the steps that it has. */
    private static Trigger hardToProve(int seconds) {
        return new AllTrigger(List.of(new IntervalTrigger(Duration.ofSeconds(2L * seconds), NOW, null, BERLIN), cron("1/2 * * * * *")), BERLIN);
    }

    private static Trigger meeting(Duration every, Instant start, String expression) {
        return new AllTrigger(List.of(new IntervalTrigger(every, start, null, BERLIN), cron(expression).withZone(ZoneId.of("UTC"))), BERLIN);
    }

    @Test
    void aPartThatFindsNothingTakesNoRunFromAnother() {
        Instant eight = Instant.parse("2026-11-23T08:00:00Z");
        Trigger never = meeting(Duration.ofDays(1), eight, "30 9 * * *");
        Trigger everyTwoHours = meeting(Duration.ofHours(1), eight, "0 */2 * * *");
        Trigger any = new AnyTrigger(List.of(never, everyTwoHours), BERLIN);
        assertThat(any.next(NOW)).isEqualTo("2027-03-27T22:00:00Z").isEqualTo(new AnyTrigger(List.of(everyTwoHours, never), BERLIN).next(NOW));
        assertThat(Preview.none(any, NOW)).isNull();
        assertThat(any.previous(NOW)).isEqualTo("2027-03-27T18:00:00Z");
    }

    @Test
    void aRunIsNotGivenAsTheNextWhileAnotherPartMayRunBefore() {
        Trigger soon = new AnyTrigger(List.of(hardToProve(1), cron("30 20 * * *").withZone(ZoneId.of("UTC"))), BERLIN);
        assertThat(soon.next(NOW)).isEqualTo(NOW.plusSeconds(1800));
        Trigger late = new AnyTrigger(List.of(hardToProve(1), cron("0 9 1 6 *")), BERLIN);
        assertThat(late.next(NOW)).isNull();
        assertThat(late.searchedUntil(NOW)).isEqualTo(hardToProve(1).searchedUntil(NOW)).isBefore("2027-06-01T07:00:00Z");
    }

    @Test
    void anAllGoesOnBehindAPartThatFindsNothing() {
        Trigger daily = cron("0 9 * * *");
        Trigger all = new AllTrigger(List.of(new AnyTrigger(List.of(hardToProve(1), daily), BERLIN), daily), BERLIN);
        assertThat(Vectors.runs(all, NOW, 10)).isEqualTo(Vectors.runs(daily, NOW, 10));
        assertThat(all.previous(NOW)).isEqualTo(daily.previous(NOW));
    }

    @Provide
    Arbitrary<Trigger> nested() {
        Arbitrary<Trigger> hard = Arbitraries.of(1, 30, 600).map(CombinationTest::hardToProve);
        Arbitrary<Trigger> all = parts().list().ofSize(2).map(parts -> new AllTrigger(parts, BERLIN));
        Arbitrary<Trigger> any = Arbitraries.oneOf(parts(), all, hard).list().ofMinSize(1).ofMaxSize(3).map(parts -> new AnyTrigger(parts, BERLIN));
        return Arbitraries.oneOf(parts(), hard, all, any, Combinators.combine(any, parts()).as((one, other) -> new AllTrigger(List.of(one, other), BERLIN)));
    }

    @Property(tries = 200)
    void theOrderOfPartsMakesNoDifference(@ForAll("nested") Trigger one, @ForAll("nested") Trigger other, @ForAll("nested") Trigger third) {
        Trigger any = new AnyTrigger(List.of(one, other, third), BERLIN);
        Trigger turned = new AnyTrigger(List.of(third, other, one), BERLIN);
        assertThat(any.next(NOW)).isEqualTo(turned.next(NOW));
        assertThat(any.searchedUntil(NOW)).isEqualTo(turned.searchedUntil(NOW));
        assertThat(any.previous(NOW)).isEqualTo(turned.previous(NOW));
        Trigger all = new AllTrigger(List.of(any, one), BERLIN);
        Trigger allTurned = new AllTrigger(List.of(one, turned), BERLIN);
        assertThat(all.next(NOW)).isEqualTo(allTurned.next(NOW));
        assertThat(all.searchedUntil(NOW)).isEqualTo(allTurned.searchedUntil(NOW));
    }

    @Property(tries = 200)
    void thePreviewShowsWhatNextFinds(@ForAll("nested") Trigger one, @ForAll("nested") Trigger other) {
        Trigger any = new AnyTrigger(List.of(one, other), BERLIN);
        List<Instant> shown = Preview.upcoming(any, NOW, 10).stream().filter(Occurrence::runs).map(Occurrence::at).toList();
        List<Instant> found = Vectors.runs(any, NOW, 10);
        assertThat(shown).as(any.toString()).isEqualTo(found.subList(0, Math.min(shown.size(), found.size())));
        assertThat(shown.isEmpty()).isEqualTo(found.isEmpty());
    }

    private static CronTrigger cron(String expression) {
        return CronTrigger.parse(expression, null, DEFAULTS);
    }
}

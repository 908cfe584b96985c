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

    private static CronTrigger cron(String expression) {
        return CronTrigger.parse(expression, null, DEFAULTS);
    }
}

package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What the reference cases don't cover, against brute force. */
class CronModelTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int SEARCHED = 1500;

    @Provide
    Arbitrary<String> unix() {
        return CronArbitraries.unix();
    }

    @Provide
    Arbitrary<String> quartz() {
        return CronArbitraries.quartz();
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca",
                "America/St_Johns", "Asia/Beirut", "America/Havana", "Asia/Kathmandu", "Antarctica/Troll");
    }

    @Property(tries = 1500)
    void crontabExpressionsRunWhenTheModelSays(@ForAll("unix") String expression, @ForAll @IntRange(max = 2_000_000) int minutes) {
        compare(expression, Dialect.UNIX, minutes);
    }

    @Property(tries = 1500)
    void quartzExpressionsRunWhenTheModelSays(@ForAll("quartz") String expression, @ForAll @IntRange(max = 2_000_000) int minutes) {
        compare(expression, Dialect.QUARTZ, minutes);
    }

    private static void compare(String expression, Dialect dialect, int minutes) {
        Instant from = FIRST.atStartOfDay().plusMinutes(minutes).toInstant(ZoneOffset.UTC);
        Trigger trigger = CronTrigger.parse(expression, dialect, new TriggerDefaults(ZoneOffset.UTC, from, "job"));
        NaiveCron model = new NaiveCron(expression, dialect);
        Instant next = trigger.next(from);
        LocalDateTime expected = null;
        LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        for (int i = 0; i < SEARCHED && expected == null; i++) {
            expected = model.timesOn(day.plusDays(i)).stream().filter(time -> time.toInstant(ZoneOffset.UTC).isAfter(from))
                    .findFirst().orElse(null);
        }
        if (expected == null) {
            assertThat(next == null || next.isAfter(from.plusSeconds((SEARCHED - 1) * 86_400L))).as(expression + " " + next).isTrue();
        } else {
            assertThat(next).as(expression).isEqualTo(expected.toInstant(ZoneOffset.UTC));
            assertThat(trigger.previous(next.plusNanos(1))).as(expression).isEqualTo(next);
        }
        assertThat(trigger.previous(next == null ? Instant.MAX : next)).as(expression).satisfiesAnyOf(
                previous -> assertThat(previous).isNull(), previous -> assertThat(previous).isBeforeOrEqualTo(next == null ? Instant.MAX : from));
    }

    @Property(tries = 1500)
    void clockChangesAreTreatedAsTheModelSays(@ForAll("unix") String expression, @ForAll("zones") String zoneName,
                                              @ForAll @IntRange(min = 0, max = 30) int change, @ForAll ClockChange rule) {
        ZoneId zone = ZoneId.of(zoneName);
        Instant start = LocalDate.of(2005, 1, 1).atStartOfDay(zone).toInstant();
        for (int i = 0; i < change; i++) {
            ZoneOffsetTransition next = zone.getRules().nextTransition(start);
            start = next == null ? start : next.getInstant();
        }
        LocalDate middle = LocalDate.ofInstant(start, zone);
        Instant from = start.minusSeconds(100_000);
        Instant to = start.plusSeconds(100_000);
        NaiveCron model = new NaiveCron(expression, Dialect.UNIX);
        boolean everyPass = rule == ClockChange.LITERAL || model.startsWithStar();
        TreeSet<Instant> expected = new TreeSet<>();
        for (int day = -4; day <= 4; day++) {
            for (LocalDateTime time : model.timesOn(middle.plusDays(day))) {
                if (everyPass) {
                    zone.getRules().getValidOffsets(time).forEach(offset -> expected.add(time.toInstant(offset)));
                } else {
                    expected.add(ZonedDateTime.of(time, zone).toInstant());
                }
            }
        }
        List<Instant> wanted = List.copyOf(expected.subSet(from, to));
        Trigger trigger = CronTrigger.parse(expression, Dialect.UNIX, new TriggerDefaults(zone, from, "job"))
                .withClockChange(rule).between(null, to.minusNanos(1));
        int most = Math.min(wanted.size(), 700);
        List<Instant> found = Vectors.runs(trigger, from, most == wanted.size() ? most + 1 : most);
        assertThat(found).as(expression + " " + zone + " " + start).isEqualTo(wanted.subList(0, most));
        Instant before = to;
        for (int i = wanted.size() - 1; i >= Math.max(0, wanted.size() - 700); i--) {
            before = trigger.previous(before);
            assertThat(before).as("backwards " + expression + " " + zone).isEqualTo(wanted.get(i));
        }
    }
}

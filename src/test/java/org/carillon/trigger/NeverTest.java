package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That nothing follows is known at once. */
class NeverTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-23T19:00:00Z");
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(BERLIN, NOW, "job");

    @ParameterizedTest
    @ValueSource(strings = {"0 0 31 2 *", "0 0 30 2 *", "0 0 31 4,6,9,11 *", "0 0 0 1 1 ? 2020", "0 0 0 30 2 ? 1970-9999", "0 0 31W 2 *",
        "0 0 0 29 2 ? 2025,2026,2027"})
    void anImpossibleExpressionIsNeverWithinAMillisecond(String expression) {
        assertNever(() -> CronTrigger.parse(expression, null, DEFAULTS), Duration.ofMillis(1));
        assertNever(() -> CronTrigger.parse(expression, null, DEFAULTS.in(ZoneId.of("America/New_York"))), Duration.ofMillis(1));
    }

    @Test
    void impossibleFieldsAreNeverWithinAMillisecond() {
        assertNever(() -> CronFieldsTrigger.parse(Map.of("month", "1", "week", "30"), DEFAULTS), Duration.ofMillis(1));
        assertNever(() -> CronFieldsTrigger.parse(Map.of("day", "5th mon", "month", "2", "year", "2025-2027"), DEFAULTS), Duration.ofMillis(1));
    }

    @Test
    void aRareDayIsNotTakenForNever() {
        assertThat(cron("0 0 29 2 1").next(NOW)).isNotNull();
        Trigger leapMonday = CronFieldsTrigger.parse(Map.of("month", "2", "day", "29", "day_of_week", "mon"), DEFAULTS);
        assertThat(leapMonday.next(Instant.parse("2072-03-01T00:00:00Z"))).isEqualTo("2112-02-28T23:00:00Z");
        assertThat(CronFieldsTrigger.parse(Map.of("year", "9000", "month", "1"), DEFAULTS).next(NOW)).isEqualTo("8999-12-31T23:00:00Z");
        assertThat(CronTrigger.parse("0 0 0 29 2 ? 2096,2104", null, DEFAULTS).next(Instant.parse("2097-01-01T00:00:00Z")))
                .isEqualTo("2104-02-28T23:00:00Z");
    }

    @Test
    void cronsThatNeverMeetAreNever() {
        assertNever(() -> all(cron("0 9 * * 1"), cron("0 9 * * 2")), Duration.ofMillis(20));
        assertNever(() -> all(cron("0-58 * * * *"), cron("59 * * * *")), Duration.ofMillis(20));
        assertNever(() -> all(cron("0-29 * * * * *"), cron("30-59 * * * * *")), Duration.ofMillis(20));
        assertNever(() -> all(cron("0 0 30 * *"), cron("0 0 * 2 *")), Duration.ofMillis(20));
    }

    @Test
    void aTimeThatIsMovedOutOfAGapMeetsTheOneThatIsThereAnyway() {
        assertThat(all(cron("30 2 * * *"), cron("30 3 * * *")).next(NOW)).isEqualTo("2027-03-28T01:30:00Z");
        assertNever(() -> all(cron("30 2 * * *").withClockChange(ClockChange.LITERAL), cron("30 3 * * *")), Duration.ofMillis(20));
    }

    @Test
    void intervalsThatNeverMeetAreNever() {
        assertNever(() -> all(interval(2, 0), interval(4, 1)), Duration.ofMillis(1));
        assertThat(all(interval(7, 3), interval(11, 5)).next(NOW)).isEqualTo(NOW.plusSeconds(38));
        assertThat(all(interval(7, 3), interval(11, 5), interval(1_000_003, 0)).next(NOW)).isNotNull();
    }

    @Test
    void whatCannotBeProvedIsNoneBeforeADateWithinTwentyMilliseconds() {
        Trigger trigger = all(new IntervalTrigger(Duration.ofSeconds(2), NOW, null, BERLIN), cron("1/2 * * * * *"));
        Instant[] reached = new Instant[1];
        assertThat(fastest(() -> {
            assertThat(trigger.next(NOW)).isNull();
            reached[0] = trigger.searchedUntil(NOW);
            return trigger;
        })).isLessThan(Duration.ofMillis(20));
        assertThat(reached[0]).isAfter(NOW.plus(1, ChronoUnit.HOURS));
        assertThat(trigger.searchedUntil(NOW)).as("the same question, the same answer").isEqualTo(reached[0]);
    }

    @Test
    void cronsOfZonesThatAreWholeHoursApartAreNeverWhereTheirMinutesDiffer() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        ZoneId kolkata = ZoneId.of("Asia/Kolkata");
        assertNever(() -> all(cron("0 * * * *"), cron("30 * * * *").withZone(tokyo)), Duration.ofMillis(20));
        assertNever(() -> all(cron("0-29 * * * * *"), cron("30-59 * * * * *").withZone(tokyo)), Duration.ofMillis(20));
        assertNever(() -> all(cron("0 * * * *"), cron("0 * * * *").withZone(kolkata)), Duration.ofMillis(20));
        assertThat(all(cron("0 * * * *"), cron("30 * * * *").withZone(kolkata)).next(NOW)).isEqualTo(NOW.plusSeconds(3600));
        assertThat(all(cron("0 9 * * *"), cron("0 17 * * *").withZone(tokyo)).next(NOW)).isEqualTo("2026-11-24T08:00:00Z");
        assertThat(all(cron("0 * * * *"), cron("30 * * * *").withZone(tokyo)).searchedUntil(Instant.parse("1850-01-01T00:00:00Z")))
                .as("before there was a standard time").isNotNull();
    }

    @Test
    void zonesThatGoOnChangingByHalfHoursAreNotJudged() {
        Trigger trigger = all(cron("0 * * * *"), cron("45 * * * *").withZone(ZoneId.of("Australia/Lord_Howe")));
        assertThat(trigger.next(NOW)).isNull();
        assertThat(trigger.searchedUntil(NOW)).isNotNull();
        Trigger inWinter = all(cron("0 * * * *"), cron("30 * * * *").withZone(ZoneId.of("Australia/Lord_Howe")));
        assertThat(inWinter.next(Instant.parse("2027-04-01T00:00:00Z"))).isEqualTo("2027-04-03T15:00:00Z");
    }

    @Test
    void intervalsWithFractionsThatNeverRunInTheSameSecondAreNever() {
        assertNever(() -> all(millis(1500, 0), interval(3, 2)), Duration.ofMillis(20));
        assertNever(() -> all(millis(2500, 0), millis(7500, 1000)), Duration.ofMillis(20));
        assertThat(all(millis(1500, 0), interval(3, 1)).next(NOW)).isEqualTo(NOW.plusMillis(1500));
        assertThat(all(millis(1500, 0), millis(700, 0)).next(NOW)).isNotNull();
    }

    private static Trigger millis(int every, int phase) {
        return new IntervalTrigger(Duration.ofMillis(every), NOW.plusMillis(phase), null, BERLIN);
    }

    @Test
    void manyPartsThatCannotBeProvedTakeNoLongerThanOne() {
        Trigger hard = all(new IntervalTrigger(Duration.ofSeconds(2), NOW, null, BERLIN), cron("1/2 * * * * *"));
        Trigger any = new AnyTrigger(Collections.nCopies(8, hard), BERLIN);
        Trigger nested = all(new AnyTrigger(List.of(hard, all(hard, any)), BERLIN), cron("0 9 * * *"));
        for (Trigger trigger : List.of(any, nested)) {
            assertThat(fastest(() -> {
                assertThat(trigger.next(NOW)).isNull();
                assertThat(trigger.searchedUntil(NOW)).isAfter(NOW);
                return trigger;
            })).isLessThan(Duration.ofMillis(20));
        }
    }

    private static void assertNever(Supplier<Trigger> made, Duration most) {
        assertThat(fastest(() -> {
            Trigger trigger = made.get();
            assertThat(trigger.next(NOW)).isNull();
            assertThat(trigger.searchedUntil(NOW)).isNull();
            return trigger;
        })).isLessThan(most);
    }

    /** The shortest of several tries, so that a busy machine is not held against us; reading the expression is included. */
    private static Duration fastest(Supplier<Trigger> question) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 40; i++) {
            long start = System.nanoTime();
            question.get();
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return Duration.ofNanos(fastest);
    }

    private static CronTrigger cron(String expression) {
        return CronTrigger.parse(expression, null, DEFAULTS);
    }

    private static Trigger interval(int seconds, int phase) {
        return new IntervalTrigger(Duration.ofSeconds(seconds), NOW.plusSeconds(phase), null, BERLIN);
    }

    private static Trigger all(Trigger... parts) {
        return new AllTrigger(List.of(parts), BERLIN);
    }
}

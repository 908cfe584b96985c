package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Triggers are equal only when they run at the same times of the same zone, and cron triggers, calendar intervals and combinations however
 * they are written. Different kinds of schedule can run at the same times without being equal.
 */
class EqualTriggersTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(ZoneId.of("Europe/Berlin"), Instant.EPOCH, "job");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0 0 * * 7       | 0 0 * * SUN",
            "0 0 * jan-mar * | 0 0 * 1,2,3 *",
            "0 9 * * 1-5     | 0 0 9 ? * MON-FRI",
            "@daily          | 0 0 * * *",
            "0 0 1-31 2 *    | 0 0 1-29 2 *",
            "0 0 31 2 *      | 0 0 30 2 *",
            "0-59 0 * * *    | 0-58,59 0 * * *",
    })
    void theSameTimesAreEqualHoweverTheyAreWritten(String one, String other) {
        assertThat(cron(one)).isEqualTo(cron(other)).hasSameHashCodeAs(cron(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0 0 * * 7       | 0 0 * * 6",
            "0 0 13 * 5      | 0 0 13 * *",
            "0 0 */2 * 5     | 0 0 1-31/2 * 5",
            "@reboot         | 0 0 31 2 *",
            "0-59 0 * * *    | 1-59 0 * * *",
    })
    void otherTimesAreNotEqual(String one, String other) {
        assertThat(cron(one)).isNotEqualTo(cron(other));
    }

    @Test
    void aStarFollowsElapsedTimeAndSoDiffersFromItsList() {
        assertThat(cron("*/30 2 * * *")).isNotEqualTo(cron("0,30 2 * * *"));
        assertThat(cron("*/30 2 * * *").withClockChange(ClockChange.LITERAL))
                .isEqualTo(cron("0,30 2 * * *").withClockChange(ClockChange.LITERAL));
    }

    @Test
    void whereTheClocksNeverChangeAStarIsItsList() {
        assertThat(inUtc("*/30 2 * * *")).isEqualTo(inUtc("0,30 2 * * *")).hasSameHashCodeAs(inUtc("0,30 2 * * *"))
                .isEqualTo(inUtc("0,30 2 * * *").withClockChange(ClockChange.LITERAL));
    }

    @Test
    void anExpressionAndItsFieldsAreEqual() {
        Trigger fields = CronFieldsTrigger.parse(Map.of("day_of_week", "mon-fri", "hour", "9", "minute", "0"), DEFAULTS);
        assertThat(cron("0 9 * * 1-5")).isEqualTo(fields).hasSameHashCodeAs(fields);
        assertThat(fields).isEqualTo(cron("0 9 * * 1-5")).isNotEqualTo(cron("0 9 * * 1-4"));
        assertThat(cron("0 9 * * 1-5").isWrittenLike(fields)).isFalse();
    }

    @Test
    void theOrderOfPartsDoesNotMatter() {
        List<Trigger> parts = List.of(cron("0 9 * * *"), cron("0 17 * * 1"));
        for (List<Trigger> same : List.of(parts.reversed(), List.of(parts.getFirst(), parts.getLast(), cron("0 9 * * 0-6")))) {
            assertThat(new AnyTrigger(same, BERLIN)).isEqualTo(new AnyTrigger(parts, BERLIN)).hasSameHashCodeAs(new AnyTrigger(parts, BERLIN));
            assertThat(new AllTrigger(same, BERLIN)).isEqualTo(new AllTrigger(parts, BERLIN)).hasSameHashCodeAs(new AllTrigger(parts, BERLIN));
            assertThat(new AnyTrigger(same, BERLIN).isWrittenLike(new AnyTrigger(parts, BERLIN))).isFalse();
        }
        assertThat(new AnyTrigger(parts, BERLIN)).isNotEqualTo(new AllTrigger(parts, BERLIN)).isNotEqualTo(new AnyTrigger(parts.subList(0, 1), BERLIN));
    }

    @Test
    void aCombinationOfOnePartIsThatPart() {
        for (Trigger part : List.of(cron("0 9 * * 1-5"), CronFieldsTrigger.parse(Map.of("hour", "9"), DEFAULTS), calendar(1, ChronoUnit.WEEKS, "2026-03-01"),
                every("PT15M"), new DateTrigger(Instant.parse("2026-12-24T18:00:00Z"), BERLIN))) {
            for (Trigger combined : List.of(new AnyTrigger(List.of(part), BERLIN), new AllTrigger(List.of(part, part), BERLIN),
                    new AnyTrigger(List.of(new AllTrigger(List.of(part), BERLIN), part), BERLIN))) {
                assertThat(combined).isEqualTo(part).hasSameHashCodeAs(part);
                assertThat(part).isEqualTo(combined);
                assertThat(combined.isWrittenLike(part)).isFalse();
                assertThat(part.isWrittenLike(combined)).isFalse();
                assertThat(Vectors.runs(combined, Instant.EPOCH, 5)).isEqualTo(Vectors.runs(part, Instant.EPOCH, 5));
            }
        }
    }

    @Test
    void aCombinationOfOnePartWithLimitsOrAnotherZoneIsNot() {
        Trigger part = cron("0 9 * * 1-5");
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        assertThat(new AnyTrigger(List.of(part), null, end, BERLIN, ClockChange.ONCE)).isNotEqualTo(part);
        assertThat(part).isNotEqualTo(new AllTrigger(List.of(part), ZoneOffset.UTC));
        assertThat(new AnyTrigger(List.of(cron("@reboot")), BERLIN)).isNotEqualTo(cron("@reboot"));
        assertThat(cron("@reboot")).isNotEqualTo(new AllTrigger(List.of(cron("@reboot")), BERLIN));
    }

    @Test
    void allOfOnePartRunsOnceInASecond() {
        Trigger quick = every("PT0.3S");
        assertThat(new AllTrigger(List.of(quick), BERLIN)).isNotEqualTo(quick);
        assertThat(new AnyTrigger(List.of(quick), BERLIN)).isEqualTo(quick);
        Trigger both = new AnyTrigger(List.of(every("PT2S"), quick), BERLIN);
        assertThat(new AllTrigger(List.of(both), BERLIN)).isNotEqualTo(both);
        assertThat(both).isNotEqualTo(new AllTrigger(List.of(both), BERLIN));
    }

    @Test
    void howCombinationsAreNestedDoesNotMatter() {
        Trigger one = cron("0 9 * * *");
        Trigger two = cron("0 17 * * 1");
        Trigger three = every("PT15M");
        Trigger flat = new AnyTrigger(List.of(one, two, three), BERLIN);
        Trigger nested = new AnyTrigger(List.of(three, new AnyTrigger(List.of(two, one), ZoneOffset.UTC)), BERLIN);
        assertThat(nested).isEqualTo(flat).hasSameHashCodeAs(flat);
        assertThat(new AllTrigger(List.of(three, new AllTrigger(List.of(two, one), BERLIN)), BERLIN)).isEqualTo(new AllTrigger(List.of(one, two, three), BERLIN));
        Trigger limited = new AnyTrigger(List.of(two, one), Instant.parse("2026-01-01T00:00:00Z"), null, BERLIN, ClockChange.ONCE);
        assertThat(new AnyTrigger(List.of(three, limited), BERLIN)).isNotEqualTo(flat);
        assertThat(new AllTrigger(List.of(three, new AnyTrigger(List.of(two, one), BERLIN)), BERLIN)).isNotEqualTo(new AllTrigger(List.of(one, two, three), BERLIN));
    }

    private static Trigger every(String duration) {
        return new IntervalTrigger(Duration.parse(duration), Instant.parse("2026-03-01T00:00:00Z"), null, BERLIN, ClockChange.ONCE);
    }

    @Test
    void aWeekIsSevenDaysAndAYearTwelveMonths() {
        for (String first : List.of("2026-03-01", "2028-02-29", "2026-12-31")) {
            assertEqual(calendar(1, ChronoUnit.WEEKS, first), calendar(7, ChronoUnit.DAYS, first));
            assertEqual(calendar(2, ChronoUnit.YEARS, first), calendar(24, ChronoUnit.MONTHS, first));
        }
        assertThat(calendar(1, ChronoUnit.MONTHS, "2026-03-01")).isNotEqualTo(calendar(30, ChronoUnit.DAYS, "2026-03-01"));
    }

    private static void assertEqual(Trigger one, Trigger other) {
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(Vectors.runs(one, Instant.EPOCH, 20)).isEqualTo(Vectors.runs(other, Instant.EPOCH, 20));
        assertThat(one.isWrittenLike(other)).isFalse();
    }

    private static Trigger calendar(int count, ChronoUnit unit, String first) {
        return new CalendarIntervalTrigger(count, unit, LocalTime.of(2, 30), Instant.parse(first + "T00:00:00Z"), null, BERLIN, ClockChange.ONCE);
    }

    private static CronTrigger inUtc(String expression) {
        return cron(expression).withZone(ZoneOffset.UTC);
    }

    @Test
    void fieldsAreEqualByMeaningToo() {
        assertThat(CronFieldsTrigger.parse(Map.of("hour", "3"), DEFAULTS))
                .isEqualTo(CronFieldsTrigger.parse(Map.of("hour", "03", "day_of_week", "mon-sun"), DEFAULTS))
                .isNotEqualTo(CronFieldsTrigger.parse(Map.of("hour", "3", "minute", "1"), DEFAULTS));
    }

    private static CronTrigger cron(String expression) {
        return CronTrigger.parse(expression, null, DEFAULTS);
    }
}

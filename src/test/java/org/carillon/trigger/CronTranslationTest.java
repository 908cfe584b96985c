package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTranslationTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2027-03-27T20:00:00Z");
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(BERLIN, NOW, "job");

    @Provide
    Arbitrary<CronTrigger> crons() {
        return Arbitraries.oneOf(CronArbitraries.unix().map(text -> CronTrigger.parse(text, Dialect.UNIX, DEFAULTS)),
                CronArbitraries.quartz().map(text -> CronTrigger.parse(text, Dialect.QUARTZ, DEFAULTS)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0 9 * * 1-5         | {day_of_week=mon-fri, hour=9, minute=0}",
            "*/15 * * * *        | {hour=*, minute=*/15}",
            "30 18 * * 5L        | {day=last fri, hour=18, minute=30}",
            "0 8 * * 1#1,0#2     | {day=1st mon,2nd sun, hour=8, minute=0}",
            "0 6 L JAN *         | {month=jan, day=last, hour=6, minute=0}",
            "*/10 * * * * *      | {hour=*, minute=*, second=*/10}",
            "@daily              | {hour=0, minute=0}",
            "0 0 12 1 1 ? 2027   | {year=2027, month=1, day=1, hour=12, minute=0}",
            "0 0 9 ? * FRI-MON   | {day_of_week=mon,fri-sun, hour=9, minute=0}"})
    void anExpressionIsSaidByFields(String expression, String fields) {
        CronTrigger cron = cron(expression);
        CronFieldsTrigger said = CronTranslation.toFields(cron).orElseThrow();
        assertThat(said.fields()).hasToString(fields);
        assertThat(Vectors.runs(said, NOW, 20)).isEqualTo(Vectors.runs(cron, NOW, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 13 * 5", "0 9 15W * *", "H H * * *", "@reboot", "0 0 L-3 * *"})
    void whatFieldsCannotSayIsLeftUnsaid(String expression) {
        assertThat(CronTranslation.toFields(cron(expression))).isEmpty();
    }

    @Property(tries = 2_000)
    void whatIsSaidByFieldsMeansTheSameAndCanBeSaidBack(@ForAll("crons") CronTrigger cron) {
        CronTranslation.toFields(cron).ifPresent(said -> {
            assertThat(Vectors.runs(said, NOW, 12)).isEqualTo(Vectors.runs(cron, NOW, 12));
            CronTranslation.toExpression(said).ifPresent(back -> assertThat(back).isEqualTo(cron));
        });
    }

    @Test
    void fieldsAreSaidAsAnExpression() {
        assertThat(expression(Map.of("hour", "3", "minute", "30"))).isEqualTo("30 3 * * *");
        assertThat(expression(Map.of("day", "last fri", "hour", "18", "minute", "30"))).isEqualTo("30 18 * * 5L");
        assertThat(expression(Map.of("day_of_week", "0-4", "hour", "9", "minute", "0"))).isEqualTo("0 9 * * MON-FRI");
        assertThat(expression(Map.of("year", "2027", "hour", "9", "minute", "0", "second", "5"))).isEqualTo("5 0 9 * * * 2027");
    }

    @Test
    void fieldsThatNoExpressionSaysAreLeftUnsaid() {
        assertThat(CronTranslation.toExpression(fields(Map.of("week", "20", "hour", "9", "minute", "0")))).isEmpty();
        assertThat(CronTranslation.toExpression(fields(Map.of("day", "13", "day_of_week", "fri", "hour", "9", "minute", "0")))).isEmpty();
    }

    @Test
    void anOmittedMinuteFollowsElapsedTimeWhichNoFixedMinuteDoes() {
        CronFieldsTrigger atTwo = fields(Map.of("hour", "2"));
        assertThat(CronTranslation.toExpression(atTwo)).isEmpty();
        assertThat(CronTranslation.toExpression(atTwo.withClockChange(ClockChange.LITERAL))).isPresent();
        assertThat(CronTranslation.toExpression(atTwo.withZone(ZoneId.of("UTC")))).isPresent();
    }

    @Test
    void partsThatDifferInOneFieldAreOneExpression() {
        assertThat(together(any("0 9 * * *", "0 17 * * *"))).isEqualTo("0 9,17 * * *");
        assertThat(together(any("0 9 1 * *", "0 9 15 * *", "0 9 L * *"))).isEqualTo("0 9 1,15,L * *");
        assertThat(together(all("0 9 * * *", "0 9 * * 1-5"))).isEqualTo("0 9 * * 1-5");
    }

    @Test
    void partsThatNoExpressionSaysTogetherStayApart() {
        assertThat(CronTranslation.together(any("0 9 * * *", "30 17 * * *"))).isEmpty();
        assertThat(CronTranslation.together(any("0 9 * * *", "0 * * * *"))).isEmpty();
        assertThat(CronTranslation.together(all("0 9 13 * *", "0 9 * * 5"))).isEmpty();
        assertThat(CronTranslation.together(all("*/5 * * * *", "*/3 * * * *"))).isEmpty();
        assertThat(CronTranslation.together(new AnyTrigger(List.of(cron("0 9 * * *"), cron("0 17 * * *").between(NOW, null)), BERLIN))).isEmpty();
    }

    private static String together(Trigger combined) {
        CronTrigger one = CronTranslation.together(combined).orElseThrow();
        assertThat(Vectors.runs(one, NOW, 30)).isEqualTo(Vectors.runs(combined, NOW, 30));
        return one.expression();
    }

    private static String expression(Map<String, String> fields) {
        CronFieldsTrigger cron = fields(fields);
        CronTrigger said = CronTranslation.toExpression(cron).orElseThrow();
        assertThat(Vectors.runs(said, NOW, 20)).isEqualTo(Vectors.runs(cron, NOW, 20));
        return said.expression();
    }

    private static Trigger any(String... expressions) {
        return new AnyTrigger(List.of(expressions).stream().<Trigger>map(CronTranslationTest::cron).toList(), BERLIN);
    }

    private static Trigger all(String... expressions) {
        return new AllTrigger(List.of(expressions).stream().<Trigger>map(CronTranslationTest::cron).toList(), BERLIN);
    }

    private static CronFieldsTrigger fields(Map<String, String> fields) {
        return CronFieldsTrigger.parse(fields, DEFAULTS);
    }

    private static CronTrigger cron(String expression) {
        return CronTrigger.parse(expression, null, DEFAULTS);
    }
}

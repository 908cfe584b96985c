package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronMistakesTest {
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(ZoneOffset.UTC, Instant.EPOCH, "job");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "60 * * * *        | minute       | 0 | 2 | 0  | 0 * * * *",
            "5 24 * * *        | hour         | 0 | 2 | 2  | 5 0 * * *",
            "0 0 * * MONDAY    | day of week  | 0 | 6 | 8  | 0 0 * * MON",
            "0 0 1,x * *       | day of month | 2 | 3 | 4  |",
            "0 0 * januar *    | month        | 0 | 6 | 6  | 0 0 * JAN *",
            "0 0 * * 5-0       | day of week  | 0 | 3 | 8  | 0 0 * * 5-7",
            "0 22-4 * * *      | hour         | 0 | 4 | 2  | 0 22-23,0-4 * * *",
            "*/0 * * * *       | minute       | 2 | 3 | 0  | */1 * * * *",
            "/5 * * * *        | minute       | 0 | 2 | 0  | */5 * * * *",
            "1,,2 * * * *      | minute       | 1 | 3 | 0  |",
            "0 0 * * 5#6       | day of week  | 2 | 3 | 8  | 0 0 * * 5#5",
            "0 0 L-31 * *      | day of month | 2 | 4 | 4  | 0 0 L-30 * *",
            "0 0 ? * 6         | day of month | 0 | 1 | 4  | 0 0 * * 6",
            "0 0 * * 7-2       | day of week  | 0 | 3 | 8  | 0 0 * * 0-2",
            "0 0 * * 7-6       | day of week  | 0 | 3 | 8  | 0 0 * * 0-6",
            "0 0 * * 7-6/2     | day of week  | 0 | 5 | 8  | 0 0 * * 0-6/2",
            "0 0 * * 7-0       | day of week  | 0 | 3 | 8  | 0 0 * * 0",
            "0 0 * * 5-2       | day of week  | 0 | 3 | 8  | 0 0 * * 5-6,0-2",
            "0 0 * * sat-mon   | day of week  | 0 | 7 | 8  | 0 0 * * 6,0-1",
            "0 22-4/2 * * *    | hour         | 0 | 6 | 2  | 0 22,0-4/2 * * *",
            "0 20-4/3 * * *    | hour         | 0 | 6 | 2  | 0 20-23/3,2 * * *",
            "0 22-4/x * * *    | hour         | 0 | 4 | 2  | 0 22-23,0-4/x * * *",
            "0 0 * * 2027      | day of week  | 0 | 4 | 8  |",
            "0 0 * * 2027L     | day of week  | 0 | 4 | 8  |",
            "0 0 32 * *        | day of month | 0 | 2 | 4  | 0 0 31 * *",
            "0 9 * * 1-5 2027  | day of week  | 0 | 4 | 12 | 0 0 9 ? * 2-6 2027",
            "0 9 1 * * 2027-2030 | day of week | 0 | 4 | 10 | 0 0 9 1 * ? 2027-2030",
    })
    void aMistakeNamesItsFieldItsPlaceAndTheNearestMend(String expression, String field, int from, int to, int offset, String mended) {
        TriggerException mistake = mistake(expression, Dialect.UNIX);
        assertThat(mistake.field()).isEqualTo(field);
        assertThat(mistake.from()).isEqualTo(from);
        assertThat(mistake.to()).isEqualTo(to);
        assertThat(mistake.expressionFrom()).isEqualTo(offset + from);
        assertThat(mistake.expressionTo()).isEqualTo(offset + to);
        if (mended == null) {
            assertThat(mistake.mends()).isEmpty();
        } else {
            assertThat(mistake.mends().getFirst().expression()).isEqualTo(mended);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 9 * * * echo hi", "0 9 * * * # comment", "0 9 * * * #comment", "0 9 * * * /usr/bin/backup --daily 5", "0 9 * * * backup", "0 9 * * * what?",
        "0 9 * * * echo hello to all of you"})
    void aCommandBehindTheFieldsIsTakenForNoFieldAndCanBeRemoved(String expression) {
        assertThat(CronTrigger.guessDialect(expression)).isEqualTo(Dialect.UNIX);
        assertThat(mistake(expression, null).mends()).extracting(Mend::expression).containsExactly("0 9 * * *");
        assertThat(mistake(expression, null).expressionFrom()).isEqualTo("0 9 * * * ".length());
    }

    @Test
    void yearsThatRunBackwardsAreTurnedRound() {
        assertThat(mistake("0 0 9 ? * 2 2030-2027", null).mends().getFirst().expression()).isEqualTo("0 0 9 ? * 2 2027-2030");
        TriggerException fields = catchThrowableOfType(TriggerException.class, () -> CronFieldsTrigger.parse(Map.of("year", "2030-2027"), DEFAULTS));
        assertThat(fields.mends().getFirst().expression()).isEqualTo("2027-2030");
    }

    @Test
    void aStepOfFieldsGoesOnBehindTheEndOfItsCycle() {
        TriggerException fields = catchThrowableOfType(TriggerException.class, () -> CronFieldsTrigger.parse(Map.of("hour", "22-4/2"), DEFAULTS));
        assertThat(fields.mends().getFirst().expression()).isEqualTo("22,0-4/2");
    }

    @Test
    void aMissingFieldIsCountedAndMended() {
        TriggerException mistake = mistake("* * * *", Dialect.UNIX);
        assertThat(mistake).hasMessageStartingWith("Four fields, but five are needed");
        assertThat(mistake.field()).isNull();
        assertThat(mistake.mends().getFirst().expression()).isEqualTo("* * * * *");
    }

    @Test
    void aQuartzExpressionReadAsCrontabIsOfferedAsQuartz() {
        Mend mend = mistake("0 0 12 ? * MON-FRI", Dialect.UNIX).mends().getFirst();
        assertThat(mend.dialect()).isEqualTo(Dialect.QUARTZ);
        assertThat(mend.label()).hasToString("Read it as Quartz");
    }

    @Test
    void aCrontabExpressionReadAsQuartzIsOfferedAsCrontab() {
        assertThat(mistake("0 12 * * 0", Dialect.QUARTZ).mends().getFirst().dialect()).isEqualTo(Dialect.UNIX);
    }

    @Test
    void aStepWiderThanItsRangeIsTakenWithAWarning() {
        CronTrigger trigger = CronTrigger.parse("*/60 * * * *", Dialect.UNIX, DEFAULTS);
        assertThat(trigger.warnings()).hasSize(1);
        assertThat(trigger).isEqualTo(CronTrigger.parse("0 */1 * * *", Dialect.UNIX, DEFAULTS));
    }

    private static TriggerException mistake(String expression, Dialect dialect) {
        return catchThrowableOfType(TriggerException.class, () -> CronTrigger.parse(expression, dialect, DEFAULTS));
    }
}

package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            assertThat(CronTrigger.parse(mended, Dialect.UNIX, DEFAULTS).next(Instant.EPOCH)).isNotNull();
        }
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

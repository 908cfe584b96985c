package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0 3 * * *           | UNIX   | Read as crontab",
            "0 0 3 * * *         | UNIX   | Read as crontab with seconds in front: six fields without “?”",
            "0 0 3 ? * MON       | QUARTZ | Read as Quartz: it has a “?”",
            "0 0 3 1 * ? 2027    | QUARTZ | Read as Quartz: seven fields",
    })
    void theDialectAndItsReasonAreTold(String expression, Dialect dialect, String why) {
        assertThat(CronText.reading(expression).dialect()).isEqualTo(dialect).isEqualTo(CronTrigger.guessDialect(expression));
        assertThat(CronText.reading(expression).why()).hasToString(why);
    }

    @ParameterizedTest
    @CsvSource({"0, minute", "1, minute", "2, hour", "6, hour", "7, day of month", "12, day of week", "13, day of week"})
    void theCellAtTheCaretIsFound(int caret, String name) {
        assertThat(CronText.cellAt("5 9-17 1 * MO", null, caret).name()).isEqualTo(name);
    }

    @Test
    void anUnfinishedExpressionHasItsCellsAllTheSame() {
        assertThat(CronText.cells("5 9", null)).extracting(CronText.Cell::text).containsExactly("5", "9", "", "", "");
        assertThat(CronText.cells("", Dialect.QUARTZ)).hasSize(6);
        assertThat(CronText.cells("@daily", null)).isEmpty();
        assertThat(CronText.cellAt("5 9 ", null, 4).name()).isEqualTo("day of month");
        assertThat(CronText.cellAt("5 9", null, 3).allowed()).hasToString("0-23, and * , - /");
    }

    @Test
    void aCellIsReplacedInPlace() {
        assertThat(CronText.withCell("5  9 * * *", null, 1, "10-12")).isEqualTo("5  10-12 * * *");
        assertThat(CronText.withCell("5 9", null, 3, "1")).isEqualTo("5 9 * 1");
        assertThat(CronText.withCell("", null, 0, "7")).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "*/", "1-", "1,", "0 9 * * M", "0 9 * * mo", "0 0 * ja", "0 0 * * 5#", "0 0 L-", "H(", "H(0-", "@da", "5 9 * * ",
        "0 0 1", "0 0 0 ? * MON-",
        "*/15 9-", "45-", "0 0 30-", "0 25 9 * * "})
    void whatCanStillBecomeRightIsUnfinished(String expression) {
        assertThat(CronText.isUnfinished(expression, null, expression.length())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "60", "99", "0 61", "0 9 * * Q", "@foo", "1--", "50-3", "* * * * * * * *",
        "0 25 * * *", "0 9 * * 8"})
    void whatCannotBecomeRightIsWrong(String expression) {
        assertThat(CronText.isUnfinished(expression, Dialect.UNIX, expression.length())).isFalse();
    }
}

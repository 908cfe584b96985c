package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Triggers are equal when they run at the same times, and then only. */
class EqualTriggersTest {
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(ZoneOffset.UTC, Instant.EPOCH, "job");

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
    void fieldsAreEqualByMeaningToo() {
        assertThat(CronFieldsTrigger.parse(Map.of("hour", "3"), DEFAULTS))
                .isEqualTo(CronFieldsTrigger.parse(Map.of("hour", "03", "day_of_week", "mon-sun"), DEFAULTS))
                .isNotEqualTo(CronFieldsTrigger.parse(Map.of("hour", "3", "minute", "1"), DEFAULTS));
    }

    private static CronTrigger cron(String expression) {
        return CronTrigger.parse(expression, null, DEFAULTS);
    }
}

package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.carillon.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerWordsTest {
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(ZoneOffset.UTC, Instant.parse("2026-11-23T19:00:00Z"), "job");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0 9 * * 1-5          | Every weekday at 09:00                                       | 每个工作日 09:00",
            "*/5 * * * *          | Every 5 minutes                                              | 每 5 分钟",
            "*/15 9-17 * * 1-5    | Every 15 minutes from 09:00 to 17:45, every weekday          | 每个工作日，09:00 至 17:45 每 15 分钟",
            "0 0 13 * 5           | On the 13th of every month, and every Friday, at 00:00       | 每月13日以及每周五 00:00",
            "0 0 */2 * 5          | Every Friday that is also on the odd days of every month, at 00:00 | 每周五，且为每月单数日 00:00",
            "0 5 31 2 *           | On the 31st of February at 05:00                             | 每年2月的31日 05:00",
            "0 8 L * *            | On the last day of every month at 08:00                      | 每月最后一天 08:00",
            "0 8 * * 5L           | On the last Friday of every month at 08:00                   | 每月最后一个星期五 08:00",
            "0 8 * * 1#1          | On the first Monday of every month at 08:00                  | 每月第一个星期一 08:00",
            "0 8 15W 3 *          | On the weekday nearest to the 15th of March at 08:00         | 每年3月的最接近15日的工作日 08:00",
            "30 8,20 * * sat,sun  | Every Saturday and Sunday at 08:30 and 20:30                 | 每周六和周日 08:30和20:30",
            "*/10 * * * * *       | Every 10 seconds                                             | 每 10 秒",
            "15 0 9 * * *         | Every day at 09:00:15                                        | 每天 09:00:15",
            "@reboot              | When the scheduler starts                                    | 调度器启动时",
    })
    void cronIsSaidInBothLanguages(String expression, String english, String chinese) {
        Trigger trigger = CronTrigger.parse(expression, Dialect.UNIX, DEFAULTS);
        assertThat(TriggerWords.describe(trigger, Language.ENGLISH)).isEqualTo(english);
        assertThat(TriggerWords.describe(trigger, Language.CHINESE)).isEqualTo(chinese);
    }

    @Test
    void anIntervalIsElapsedTime() {
        Trigger trigger = IntervalTrigger.every(Duration.ofMinutes(90), DEFAULTS);
        assertThat(TriggerWords.describe(trigger, Language.ENGLISH)).isEqualTo("Every 1 hour 30 minutes");
        assertThat(TriggerWords.describe(trigger, Language.CHINESE)).isEqualTo("每 1 小时 30 分钟");
    }

    @Test
    void aDateIsOnce() {
        Trigger trigger = new DateTrigger(Instant.parse("2026-12-01T09:00:00Z"), ZoneOffset.UTC);
        assertThat(TriggerWords.describe(trigger, Language.ENGLISH)).isEqualTo("Once, on 2026-12-01 at 09:00");
        assertThat(TriggerWords.describe(trigger, Language.CHINESE)).isEqualTo("一次，2026-12-01 09:00");
    }
}

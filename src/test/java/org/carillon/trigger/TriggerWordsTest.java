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
            "*/7 * * * * *        | Every 7 seconds of the minute, from second 0 on              | 每分钟从第 0 秒起每 7 秒",
            "1/2 * * * * *        | Every 2 seconds of the minute, from second 1 on              | 每分钟从第 1 秒起每 2 秒",
            "1/2 */2 * * * *      | Every 2 seconds from second 1 on of every 2nd minute         | 每 2 分钟的第一分钟内从第 1 秒起每 2 秒",
            "5,6,7 * * * * *      | At seconds 5 to 7 of every minute                            | 每分钟的第 5至7 秒",
            "15 0 9 * * *         | Every day at 09:00:15                                        | 每天 09:00:15",
            "*/7 * * * *          | Every 7 minutes of the hour, from minute 0 on                | 每小时从第 0 分钟起每 7 分钟",
            "1/2 * * * *          | Every 2 minutes of the hour, from minute 1 on                | 每小时从第 1 分钟起每 2 分钟",
            "0-10 0 9 * * *       | At seconds 0 to 10 in the minute of 09:00                    | 09:00 那一分钟内第 0至10 秒",
            "15 */2 * * * *       | At second 15 of every 2nd minute                             | 每 2 分钟的第一分钟内第 15 秒",
            "5,35 8,12,18,20 * * * | At minutes 5 and 35 of the hour in hours 8, 12, 18 and 20    | 8、12、18和20 点内每小时的第 5和35 分钟",
            "0 0 * * 1#1,3#3,5L   | On the first Monday, the third Wednesday and the last Friday of every month at 00:00 "
                    + "| 每月第一个星期一、第三个星期三和最后一个星期五 00:00",
            "0 0 L-2 6-8 *        | On the day 2 days before the last of June to August at 00:00 | 每年6月至8月的倒数第 3 天 00:00",
            "@reboot              | When the scheduler starts                                    | 调度器启动时",
    })
    void cronIsSaidInBothLanguages(String expression, String english, String chinese) {
        Trigger trigger = CronTrigger.parse(expression, Dialect.UNIX, DEFAULTS);
        assertThat(TriggerWords.describe(trigger, Language.ENGLISH)).isEqualTo(english);
        assertThat(TriggerWords.describe(trigger, Language.CHINESE)).isEqualTo(chinese);
    }

    @Test
    void yearsAndWeeksAreSaid() {
        Trigger years = CronTrigger.parse("0 0 9 ? * MON 2027-2029,2040", Dialect.QUARTZ, DEFAULTS);
        assertThat(TriggerWords.describe(years, Language.ENGLISH)).isEqualTo("Every Monday in 2027 to 2029 and 2040 at 09:00");
        assertThat(TriggerWords.describe(years, Language.CHINESE)).isEqualTo("每周一（限 2027至2029年和2040年） 09:00");
        Trigger weeks = CronFieldsTrigger.parse(Map.of("week", "1-10", "day_of_week", "0", "hour", "9"), DEFAULTS);
        assertThat(TriggerWords.describe(weeks, Language.ENGLISH)).isEqualTo("Every Monday in ISO weeks 1 to 10 at 09:00");
    }

    @Test
    void aCalendarIntervalIsSaidWithItsStart() {
        Trigger trigger = new CalendarIntervalTrigger(2, ChronoUnit.MONTHS, LocalTime.of(9, 0), Instant.parse("2026-12-31T00:00:00Z"), null,
                ZoneOffset.UTC, ClockChange.ONCE);
        assertThat(TriggerWords.describe(trigger, Language.ENGLISH)).isEqualTo("Every 2 months on the 31st at 09:00, from 2026-12-31 00:00 on");
        assertThat(TriggerWords.describe(trigger, Language.CHINESE)).isEqualTo("每 2 个月的31日 09:00，自 2026-12-31 00:00 起");
    }

    @Test
    void anIntervalIsElapsedTime() {
        Trigger trigger = IntervalTrigger.every(Duration.ofMinutes(90), DEFAULTS);
        assertThat(TriggerWords.describe(trigger, Language.ENGLISH)).isEqualTo("Every 1 hour 30 minutes");
        assertThat(TriggerWords.describe(trigger, Language.CHINESE)).isEqualTo("每 1 小时 30 分钟");
    }

    @Test
    void anIntervalThatBeginsLaterSaysWhen() {
        Instant begin = Instant.parse("2030-01-01T00:00:00Z");
        Trigger later = new IntervalTrigger(Duration.ofDays(1), begin, null, ZoneOffset.UTC);
        assertThat(TriggerWords.describe(later, Language.ENGLISH, DEFAULTS.now())).isEqualTo("Every 24 hours, from 2030-01-01 00:00 on");
        assertThat(TriggerWords.describe(later, Language.CHINESE, DEFAULTS.now())).isEqualTo("每 24 小时，自 2030-01-01 00:00 起");
        assertThat(TriggerWords.describe(later, Language.ENGLISH, begin)).isEqualTo("Every 24 hours");
        assertThat(TriggerWords.describe(IntervalTrigger.every(Duration.ofDays(1), DEFAULTS), Language.ENGLISH, DEFAULTS.now()))
                .isEqualTo("Every 24 hours");
        Trigger daily = new CalendarIntervalTrigger(1, ChronoUnit.DAYS, LocalTime.of(9, 0), begin, null, ZoneOffset.UTC, ClockChange.ONCE);
        assertThat(TriggerWords.describe(daily, Language.ENGLISH, DEFAULTS.now())).isEqualTo("Every day at 09:00, from 2030-01-01 00:00 on");
    }

    @Test
    void aPartInAnotherZoneNamesIt() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Trigger nine = CronTrigger.parse("0 9 * * *", null, DEFAULTS.in(berlin));
        Trigger tokyo = CronTrigger.parse("0 9 * * *", null, DEFAULTS.in(ZoneId.of("Asia/Tokyo")));
        Trigger any = new AnyTrigger(List.of(nine, tokyo), berlin);
        assertThat(TriggerWords.describe(any, Language.ENGLISH)).isEqualTo("Every day at 09:00; or every day at 09:00 (Asia/Tokyo)");
        assertThat(TriggerWords.describe(any, Language.CHINESE)).isEqualTo("每天 09:00；或每天 09:00（Asia/Tokyo）");
        Trigger interval = new AnyTrigger(List.of(nine, IntervalTrigger.every(Duration.ofHours(1), DEFAULTS)), berlin);
        assertThat(TriggerWords.describe(interval, Language.ENGLISH)).isEqualTo("Every day at 09:00; or every hour");
    }

    @Test
    void noSentenceEndsWithAComma() {
        Trigger trigger = CronTrigger.parse("*/20 8-18 1,15 * mon-fri", null, DEFAULTS);
        assertThat(TriggerWords.describe(trigger, Language.ENGLISH))
                .isEqualTo("Every 20 minutes from 08:00 to 18:40, on the 1st and 15th of every month, and every weekday");
    }

    @Test
    void anIntervalOfOneUnitIsSaidWithoutTheNumber() {
        assertThat(TriggerWords.describe(IntervalTrigger.every(Duration.ofMinutes(1), DEFAULTS), Language.ENGLISH)).isEqualTo("Every minute");
        assertThat(TriggerWords.describe(IntervalTrigger.every(Duration.ofHours(1), DEFAULTS), Language.CHINESE)).isEqualTo("每小时");
    }

    @Test
    void aDateIsOnce() {
        Trigger trigger = new DateTrigger(Instant.parse("2026-12-01T09:00:00Z"), ZoneOffset.UTC);
        assertThat(TriggerWords.describe(trigger, Language.ENGLISH)).isEqualTo("Once, on 2026-12-01 at 09:00");
        assertThat(TriggerWords.describe(trigger, Language.CHINESE)).isEqualTo("一次，2026-12-01 09:00");
    }
}

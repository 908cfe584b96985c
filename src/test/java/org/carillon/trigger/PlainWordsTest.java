package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.carillon.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordsTest {
    private static final TriggerDefaults DEFAULTS =
            new TriggerDefaults(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-23T19:00:00Z"), "job");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "weekdays at 9                              | 0 9 * * 1-5",
            "Every weekday at 09:00                     | 0 9 * * 1-5",
            "at 9 on weekdays                           | 0 9 * * 1-5",
            "every 15 minutes                           | */15 * * * *",
            "every fifteen minutes                      | */15 * * * *",
            "every minute                               | * * * * *",
            "every hour                                 | 0 * * * *",
            "every 2 hours                              | 0 */2 * * *",
            "every 10 seconds                           | */10 * * * * *",
            "every hour from 9 to 17, weekdays          | 0 9-17 * * 1-5",
            "every 15 minutes from 9:00 to 17:45        | */15 9-17 * * *",
            "every 5 minutes on weekdays                | */5 * * * 1-5",
            "last friday 18:30                          | 30 18 * * 5L",
            "last Friday of the month at 6:30 pm        | 30 18 * * 5L",
            "on the first monday of every month at 8am  | 0 8 * * 1#1",
            "daily at noon                              | 0 12 * * *",
            "every day at midnight                      | 0 0 * * *",
            "every day at 9, 12 and 18                  | 0 9,12,18 * * *",
            "mondays at 7:15                            | 15 7 * * 1",
            "mon, wed and fri at 7                      | 0 7 * * 1,3,5",
            "monday to thursday 22:00                   | 0 22 * * 1-4",
            "friday to sunday at 8                      | 0 8 * * 5-7",
            "weekends at 10 am                          | 0 10 * * 0,6",
            "weekly on friday at 9                      | 0 9 * * 5",
            "monthly on the 1st at 6:00                 | 0 6 1 * *",
            "on the 1st and 15th of the month at 6:00   | 0 6 1,15 * *",
            "on the 1st of january and july at 6:00     | 0 6 1 1,7 *",
            "on the last day of the month at 23:00      | 0 23 L * *",
            "last working day of the month at 17:00     | 0 17 LW * *",
            "hourly                                     | @hourly",
            "daily                                      | @daily",
            "每天早上8点                                  | 0 8 * * *",
            "每天 08:00                                  | 0 8 * * *",
            "每个工作日 09:00                             | 0 9 * * 1-5",
            "工作日上午九点半                              | 30 9 * * 1-5",
            "每15分钟                                    | */15 * * * *",
            "每隔十五分钟                                 | */15 * * * *",
            "每小时                                      | 0 * * * *",
            "每半小时                                    | */30 * * * *",
            "每两小时                                    | 0 */2 * * *",
            "每周一上午10点                               | 0 10 * * 1",
            "每周一、周三和周五下午3点                      | 0 15 * * 1,3,5",
            "周一至周五晚上8点                             | 0 20 * * 1-5",
            "星期日中午12点                               | 0 12 * * 0",
            "周末 10:30                                  | 30 10 * * 0,6",
            "每月1号凌晨2点                               | 0 2 1 * *",
            "每月1日和15日 06:00                          | 0 6 1,15 * *",
            "每月最后一天 23:00                           | 0 23 L * *",
            "每月最后一个星期五 18:30                      | 30 18 * * 5L",
            "每月第一个周一 8:00                          | 0 8 * * 1#1",
            "每年1月1日 0:00                             | 0 0 1 1 *",
            "每周一8点                                   | 0 8 * * 1",
            "周一八点                                    | 0 8 * * 1",
            "每周一三五 8:30                              | 30 8 * * 1,3,5",
            "每天8点和20点                                | 0 8,20 * * *",
    })
    void aSentenceIsReadAsTheSchedule(String sentence, String expression) {
        assertThat(PlainWords.read(sentence, DEFAULTS)).contains(CronTrigger.parse(expression, Dialect.UNIX, DEFAULTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "every", "weekdays", "at 9", "weekdays at 9 or so", "weekdays at 25", "every 15 minutes at 9",
        "every 0 minutes", "every friday", "friday at 9 and", "weekdays 9", "sometimes at 9", "every 7 minutes on weekdays",
        "every 15 minutes from 9 to 17", "the last day at 9", "on the 32nd of the month at 9", "every day at 13 pm", "0 9 * * *", "in a while",
        "except mondays at 9", "daily at 9 except sundays", "friday to monday at 9",
        "每天", "每天早上", "每天早上20点", "每周八 9点", "大概每天8点", "每天8点左右", "除周日外每天8点", "每0分钟", "每月32号8点"})
    void whatIsUnderstoodInPartOnlyIsNotUnderstood(String sentence) {
        assertThat(PlainWords.read(sentence, DEFAULTS)).isEmpty();
    }

    @Test
    void whatDoesNotDivideTheHourIsElapsedTime() {
        assertThat(PlainWords.read("every 90 minutes", DEFAULTS)).contains(IntervalTrigger.every(Duration.ofMinutes(90), DEFAULTS));
        assertThat(PlainWords.read("每7分钟", DEFAULTS)).contains(IntervalTrigger.every(Duration.ofMinutes(7), DEFAULTS));
    }

    @Test
    void aDayOnceIsADate() {
        Instant tomorrow = Instant.parse("2026-11-24T08:00:00Z");
        assertThat(PlainWords.read("tomorrow at 9", DEFAULTS)).contains(new DateTrigger(tomorrow, DEFAULTS.zone()));
        assertThat(PlainWords.read("明天上午9点", DEFAULTS)).contains(new DateTrigger(tomorrow, DEFAULTS.zone()));
        assertThat(PlainWords.read("2026-11-24 09:00", DEFAULTS)).contains(new DateTrigger(tomorrow, DEFAULTS.zone()));
        assertThat(PlainWords.read("in 10 minutes", DEFAULTS)).contains(new DateTrigger(DEFAULTS.now().plusSeconds(600), DEFAULTS.zone()));
        assertThat(PlainWords.read("10分钟后", DEFAULTS)).contains(new DateTrigger(DEFAULTS.now().plusSeconds(600), DEFAULTS.zone()));
    }

    @Test
    void everySoManyDaysIsACalendarInterval() {
        Instant today = Instant.parse("2026-11-22T23:00:00Z");
        Trigger expected = new CalendarIntervalTrigger(3, ChronoUnit.DAYS, LocalTime.of(9, 0), today, null, DEFAULTS.zone(), ClockChange.ONCE);
        assertThat(PlainWords.read("every 3 days at 9", DEFAULTS)).contains(expected);
        assertThat(PlainWords.read("每3天 9:00", DEFAULTS)).contains(expected);
    }

    @Test
    void timesThatShareNoMinuteAreCombined() {
        assertThat(PlainWords.read("every day at 9:00 and 17:30", DEFAULTS)).containsInstanceOf(AnyTrigger.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 9 * * 1-5", "*/5 * * * *", "30 18 * * 5L", "0 6 1,15 * *", "0 23 L * *", "0 8 * * 1#1", "0 */2 * * *"})
    void whatTheWordsSayIsReadBack(String expression) {
        Trigger trigger = CronTrigger.parse(expression, Dialect.UNIX, DEFAULTS);
        assertThat(PlainWords.read(TriggerWords.describe(trigger, Language.ENGLISH), DEFAULTS)).contains(trigger);
        assertThat(PlainWords.read(TriggerWords.describe(trigger, Language.CHINESE), DEFAULTS)).contains(trigger);
    }

    @Test
    void anyMixOfKnownWordsIsReadOrRefused() {
        String[] words = {"every", "day", "at", "9", "9:30", "pm", "on", "the", "last", "first", "friday", "mon", "to", "and", ",", "of", "month",
            "15", "minutes", "from", "between", "weekdays", "1st", "in", "tomorrow", "2026-02-30", "每", "周", "一", "第", "个", "月", "最后", "天", "点", "半",
            "8", "十", "至", "、", "工作日", "下午", "分钟", "后", "年", "日", "99999"};
        Random random = new Random(7);
        int understood = 0;
        for (int i = 0; i < 30_000; i++) {
            StringBuilder sentence = new StringBuilder();
            for (int count = 1 + random.nextInt(7); count > 0; count--) {
                sentence.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
            }
            understood += PlainWords.read(sentence.toString(), DEFAULTS).isPresent() ? 1 : 0;
        }
        assertThat(understood).isPositive();
    }
}

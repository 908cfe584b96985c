package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What other schedulers once answered wrongly, or never, as their users reported it; each with the answer that is right by our own
 * rules. The last column names the report. (What APScheduler gets wrong is in the reference cases.)
 */
class PeersBugsTest {
    @ParameterizedTest(name = "{5}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            5 0 * * *           | UNIX   | Europe/Amsterdam    | 2021-03-28T01:00+01:00    | 2021-03-29T00:05+02:00    | spring-framework#28038
            10 2 * * *          | UNIX   | Europe/Amsterdam    | 2021-03-28T01:09+01:00    | 2021-03-28T03:10+02:00    | spring-framework#26830
            0 0/2 * * *         | UNIX   | Africa/Cairo        | 2025-04-24T22:10:20+02:00 | 2025-04-25T01:00+03:00    | spring-framework#36859
            0 */2 * * *         | UNIX   | Africa/Cairo        | 2025-04-24T22:10:20+02:00 | 2025-04-25T02:00+03:00    | spring-framework#36859
            0 17 * * *          | UNIX   | America/New_York    | 2016-03-12T17:00-05:00    | 2016-03-13T17:00-04:00    | cron-utils#61
            0 17 * * *          | UNIX   | America/New_York    | 2016-11-05T17:00-04:00    | 2016-11-06T17:00-05:00    | cron-utils#61
            0 0 2 25 10 ?       | QUARTZ | Europe/Rome         | 2020-10-25T02:00+02:00    | 2021-10-25T02:00+02:00    | cron-utils#446
            0 8 * * 1           | UNIX   | Europe/Ljubljana    | 2014-11-30T00:00+01:00    | 2014-12-01T08:00+01:00    | cron-utils#79
            0 0 8 ? * MON-FRI   | QUARTZ | UTC                 | 2017-06-30T10:00Z         | 2017-07-03T08:00Z         | cron-utils#215
            0 3 * * 3           | UNIX   | America/New_York    | 2015-09-18T10:00-04:00    | 2015-09-23T03:00-04:00    | cron-utils#41
            * * * * 1           | UNIX   | America/Los_Angeles | 2015-10-13T17:26:54-07:00 | 2015-10-19T00:00-07:00    | cron-utils#45
            0 6 * * 1           | UNIX   | America/New_York    | 2015-11-27T15:15-05:00    | 2015-11-30T06:00-05:00    | cron-utils#54
            0 0 23 * * ? *      | QUARTZ | Europe/Kiev         | 2024-03-31T21:59:30+03:00 | 2024-03-31T23:00+03:00    | cron-utils#623
            0 0 2 ? 3 1#2 *     | QUARTZ | America/Los_Angeles | 2038-01-01T00:00-08:00    | 2038-03-14T03:00-07:00    | quartz#658
            4 23-37 0-3 ? * 6 2079-2097 | QUARTZ | Asia/Shanghai | 2026-01-01T00:00+08:00  | 2079-01-06T00:23:04+08:00 | quartz#258
            0 0 12 15W * ?      | QUARTZ | UTC                 | 2024-05-15T12:00Z         | 2024-06-14T12:00Z         | quartznet#2331
            8 1 */14 * *        | UNIX   | UTC                 | 1969-12-25T01:08Z         | 1969-12-29T01:08Z         | jobrunr#1343
            0 0 * * *           | UNIX   | Europe/Prague       | 2026-03-29T00:30+01:00    | 2026-03-30T00:00+02:00    | cron-expression#220
            15 2 * * 0          | UNIX   | America/Winnipeg    | 2021-03-08T08:15:20-06:00 | 2021-03-14T03:15-05:00    | cron-expression#112
            30 2 * * *          | UNIX   | America/New_York    | 2026-03-08T01:30-05:00    | 2026-03-08T03:30-04:00    | node-cron/node-cron#518
            43 3 * * Sun        | UNIX   | America/New_York    | 2025-08-04T00:00-04:00    | 2025-08-10T03:43-04:00    | node-cron/node-cron#476
            0 0 */3 * *         | UNIX   | UTC                 | 2020-03-31T00:00Z         | 2020-04-01T00:00Z         | node-cron/node-cron#216
            0 0 * * 6#4         | UNIX   | UTC                 | 2024-08-24T00:00Z         | 2024-09-28T00:00Z         | croner#254
            0 * * * mon,tue,wed,fri,sat,sun | UNIX | UTC       | 2022-03-31T11:40:34Z      | 2022-04-01T00:00Z         | croner#66
            0 0 * * */2         | UNIX   | UTC                 | 2026-01-01T23:59:59Z      | 2026-01-03T00:00Z         | cronie#215
            30 1 * * */7        | UNIX   | UTC                 | 2026-01-01T00:00Z         | 2026-01-04T01:30Z         | cronjs#39
            """)
    void theNextRunIsTheRightOne(String expression, Dialect dialect, ZoneId zone, OffsetDateTime from, OffsetDateTime next, String report) {
        Trigger trigger = CronTrigger.parse(expression, dialect, new TriggerDefaults(zone, from.toInstant(), "job"));
        assertThat(trigger.next(from.toInstant())).as(report).isEqualTo(next.toInstant());
    }

    /** grahamar/cron-parser#55 and harrisiirak/cron-parser#115 searched for these for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"0 0 30 2 *", "* * 31 4 *"})
    void aDayThatNoMonthHasIsNeverFoundAndSaidSo(String expression) {
        assertThat(unix(expression).next(Instant.parse("2026-01-01T00:00:00Z"))).isNull();
    }

    /** kelektiv/node-cron#742 went round in circles. */
    @ParameterizedTest
    @ValueSource(strings = {"*/00 0 * * *", "* * * 1/00 *", "*/0 * * * *"})
    void aStepOfNothingIsRefused(String expression) {
        assertThatThrownBy(() -> unix(expression)).isInstanceOf(TriggerException.class);
    }

    private static Trigger unix(String expression) {
        return CronTrigger.parse(expression, Dialect.UNIX, new TriggerDefaults(ZoneId.of("UTC"), Instant.EPOCH, "job"));
    }
}

package org.carillon.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.carillon.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private final TimeWords words = new TimeWords(Language.ENGLISH, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT0.4S | now",
                "PT1S | in 1 s",
                "PT59.6S | in 1 min",
                "PT2M10S | in 2 min 10 s",
                "PT4H12M40S | in 4 h 12 min",
                "PT72H | in 3 d",
                "-PT95S | 1 min 35 s ago"
            })
    void aDistanceHasItsTwoLargestUnits(Duration distance, String expected) {
        assertThat(words.relative(NOW.plus(distance), NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"PT0.12S | 120 ms", "PT4.29S | 4.2 s", "PT42.9S | 42 s", "PT2M13S | 2 min 13 s", "-PT1S | 0 ms"})
    void aDurationIsAsPreciseAsItIsShort(Duration duration, String expected) {
        assertThat(words.duration(duration)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-23T13:00:00Z | 14:00",
                "2026-11-23T13:00:05Z | 14:00:05",
                "2026-11-23T23:30:00Z | tomorrow 00:30",
                "2026-11-22T08:00:00Z | yesterday 09:00",
                "2026-12-24T17:00:00Z | Dec 24, 2026 18:00"
            })
    void aTimeIsInThePersonsZoneAndSaysItsDayWhereThatIsNotToday(Instant time, String expected) {
        assertThat(words.brief(time, NOW)).isEqualTo(expected);
    }

    @Test
    void itReadsInChineseToo() {
        TimeWords chinese = new TimeWords(Language.CHINESE, ZoneId.of("Asia/Shanghai"));
        assertThat(chinese.relative(NOW.plusSeconds(130), NOW)).isEqualTo("2 分 10 秒后");
        assertThat(chinese.full(NOW)).isEqualTo("2026年11月23日 20:00:00");
        assertThat(chinese.brief(NOW.plusSeconds(86_400), NOW)).isEqualTo("明天 20:00");
    }
}

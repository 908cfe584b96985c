package org.carillon.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTimeTest {
    private static final long YEAR_2 = -62_103_974_400L;
    private static final long YEAR_9998 = 253_339_228_800L;

    @Property
    void whatIsWrittenIsReadAsAFormatterReadsIt(@ForAll @LongRange(min = YEAR_2, max = YEAR_9998) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos, @ForAll @IntRange(min = -17 * 60 - 59, max = 17 * 60 + 59) int offsetMinutes) {
        Instant time = Instant.ofEpochSecond(second, nanos);
        String text = JsonTimes.write(time, ZoneOffset.ofTotalSeconds(60 * offsetMinutes));

        assertThat(PlainTime.read(text)).isEqualTo(time).isEqualTo(JsonTimes.parseAnyForm(text, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-01T09:00:00.5+01:00", "2028-02-29T23:59:59-00:30", "0001-01-02T00:00:00+00:00"})
    void oneTimeInTheFormIsRead(String text) {
        assertThat(PlainTime.read(text)).isEqualTo(JsonTimes.parseAnyForm(text, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-12-01", "2026-12-01T09:00:00", "2026-12-01T09:00:00Z", "2026-12-01t09:00:00+01:00",
        "2026-02-29T09:00:00+01:00", "2026-13-01T09:00:00+01:00", "2026-12-01T24:00:00+01:00", "2026-12-01T09:60:00+01:00",
        "2026-12-01T09:00:61+01:00", "2026-12-01T09:00:00.+01:00", "2026-12-01T09:00:00,5+01:00", "2026-12-01T09:00:00.1234567890+01:00",
        "2026-12-01T09:00:00+18:00", "2026-12-01T09:00:00+01-00", "2026-12-01T09:00:00*01:00", "0000-12-01T09:00:00+01:00",
        "+026-12-01T09:00:00+01:00", "2026-12-01T09:00:00+١1:00"})
    void everyOtherTextIsLeftToTheFormatter(String text) {
        assertThat(PlainTime.read(text)).isNull();
    }
}

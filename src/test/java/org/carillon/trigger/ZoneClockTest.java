package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneClockTest {
    /** Far ahead the changes are copied from 400 years before: they must be those that the rules give. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai", "Africa/Casablanca", "Asia/Gaza", "UTC",
        "America/Santiago", "Europe/Dublin", "Pacific/Apia"})
    void everyClockChangeUpToTheEndOfTheCalendarIsWhatTheRulesSay(String name) {
        ZoneId zone = ZoneId.of(name);
        ZoneRules rules = zone.getRules();
        ZoneClock clock = ZoneClock.of(zone);
        long end = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();
        int window = 0;
        assertThat(clock.window(end, 0)).isNotNegative();
        for (ZoneOffsetTransition change = rules.nextTransition(Instant.MIN); change != null && change.toEpochSecond() < end;
                change = rules.nextTransition(change.getInstant())) {
            window++;
            assertThat(clock.start(window)).isEqualTo(change.toEpochSecond());
            assertThat(clock.offset(window)).isEqualTo(change.getOffsetAfter().getTotalSeconds());
        }
        assertThat(clock.end(window)).isGreaterThanOrEqualTo(end);
    }
}

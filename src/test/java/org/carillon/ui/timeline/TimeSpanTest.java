package org.carillon.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeSpanTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private final TimeSpan span = new TimeSpan(NOON, NOON.plus(Duration.ofHours(10)));

    @Test
    void timesHaveTheirPlaceInIt() {
        assertThat(span.share(NOON.plus(Duration.ofHours(5)))).isEqualTo(0.5);
        assertThat(span.time(0.25)).isEqualTo(NOON.plus(Duration.ofMinutes(150)));
    }

    @Test
    void whatIsPointedAtStaysWhereItIsWhenItIsLookedAtMoreClosely() {
        TimeSpan closer = span.zoomed(0.5, 0.2);
        assertThat(closer.length()).isEqualTo(Duration.ofHours(5));
        assertThat(closer.time(0.2)).isEqualTo(span.time(0.2));
    }

    @Test
    void itGetsNeitherTooShortNorTooLong() {
        assertThat(span.zoomed(1e-9, 0.5).length()).isEqualTo(TimeSpan.SHORTEST);
        assertThat(span.zoomed(1e9, 0.5).length()).isEqualTo(TimeSpan.LONGEST);
    }

    @Test
    void itMovesByItsOwnLength() {
        assertThat(span.moved(-1)).isEqualTo(new TimeSpan(NOON.minus(Duration.ofHours(10)), NOON));
    }

    @Test
    void thePresentIsAThirdFromItsBeginning() {
        assertThat(TimeSpan.around(NOON, Duration.ofHours(3))).isEqualTo(new TimeSpan(NOON.minus(Duration.ofHours(1)), NOON.plus(Duration.ofHours(2))));
    }
}

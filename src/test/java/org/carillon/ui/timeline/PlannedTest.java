package org.carillon.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.ui.fx.LiveScheduler;
import org.junit.jupiter.api.Test;

class PlannedTest {
    private static final Instant FROM = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofDays(1));

    @Test
    void whatIsFarApartIsDrawnOneByOne() {
        assertThat(Planned.of(cron("0 */6 * * *"), FROM, TO, Duration.ofMinutes(10)))
                .hasSize(4).noneMatch(Planned::isBand)
                .first().isEqualTo(new Planned(Instant.parse("2026-11-24T05:00:00Z"), Instant.parse("2026-11-24T05:00:00Z")));
    }

    @Test
    void whatIsCloseTogetherIsOneBandFromTheFirstToTheLast() {
        assertThat(Planned.of(cron("* * * * * *"), FROM, TO, Duration.ofMinutes(10)))
                .containsExactly(new Planned(FROM, TO.minusSeconds(1)));
    }

    @Test
    void bandsEndWhereNothingIsPlannedForAWhile() {
        assertThat(Planned.of(cron("* 9,15 * * *"), FROM, TO, Duration.ofMinutes(10))).containsExactly(
                new Planned(Instant.parse("2026-11-24T08:00:00Z"), Instant.parse("2026-11-24T08:59:00Z")),
                new Planned(Instant.parse("2026-11-24T14:00:00Z"), Instant.parse("2026-11-24T14:59:00Z")));
    }

    @Test
    void theBeginningIsInAndTheEndIsOut() {
        assertThat(Planned.of(cron("0 1 * * *"), FROM, TO.plusSeconds(0), Duration.ofMinutes(10))).extracting(Planned::at).containsExactly(FROM);
    }

    private static CronTrigger cron(String expression) {
        return CronTrigger.parse(expression, Dialect.UNIX, new TriggerDefaults(LiveScheduler.ZONE, FROM, "job"));
    }
}

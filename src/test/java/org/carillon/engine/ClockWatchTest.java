package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong suspended = new AtomicLong();
    private final ClockWatch watch = new ClockWatch(NOON, 0, suspended::get);

    @Test
    void aWaitThatTakesAsLongAsMeantIsNoJump() {
        assertThat(watch.look(NOON.plusSeconds(1), SECOND, SECOND)).isNull();
        assertThat(watch.look(NOON.plusSeconds(2), 2 * SECOND, SECOND)).isNull();
    }

    @Test
    void aBusyMachineIsNoJump() {
        assertThat(watch.look(NOON.plusMillis(2_900), 2_900_000_000L, SECOND)).isNull();
    }

    @Test
    void aStoppedProcessIsSeenByItsLongWait() {
        assertThat(watch.look(NOON.plusSeconds(61), 61 * SECOND, SECOND))
                .isEqualTo(new ClockWatch.Jump(Duration.ofSeconds(60), true));
    }

    @Test
    void aSleepIsSeenByTheTimeThatTheMachineSaysItSlept() {
        suspended.set(60 * SECOND);
        assertThat(watch.look(NOON.plusSeconds(61), SECOND, SECOND)).isEqualTo(new ClockWatch.Jump(Duration.ofSeconds(60), true));
    }

    @Test
    void aClockThatIsSetForwardIsNoSleepWhereTheMachineKnows() {
        assertThat(watch.look(NOON.plusSeconds(61), SECOND, SECOND)).isEqualTo(new ClockWatch.Jump(Duration.ofSeconds(60), false));
    }

    @Test
    void aForwardJumpIsTakenForASleepWhereTheMachineDoesNotSay() {
        ClockWatch blind = new ClockWatch(NOON, 0, () -> TimeSource.UNKNOWN);
        assertThat(blind.look(NOON.plusSeconds(61), SECOND, SECOND).asleep()).isTrue();
    }

    @Test
    void aClockThatIsSetBackIsABackwardJump() {
        ClockWatch.Jump jump = watch.look(NOON.minusSeconds(59), SECOND, SECOND);
        assertThat(jump).isEqualTo(new ClockWatch.Jump(Duration.ofSeconds(-60), false));
        assertThat(jump.isBackward()).isTrue();
    }

    @Test
    void aJumpIsSeenOnce() {
        watch.look(NOON.plusSeconds(3_600), SECOND, SECOND);
        assertThat(watch.look(NOON.plusSeconds(3_601), 2 * SECOND, SECOND)).isNull();
    }
}

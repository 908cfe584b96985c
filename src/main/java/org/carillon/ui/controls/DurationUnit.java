package org.carillon.ui.controls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import org.carillon.message.Message;

/** The units in which a person writes a duration. A day is 24 hours. */
public enum DurationUnit {
    SECONDS(1),
    MINUTES(60),
    HOURS(3_600),
    DAYS(86_400);

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    private final long seconds;

    DurationUnit(long seconds) {
        this.seconds = seconds;
    }

    /** The unit's name beside a number that is typed. */
    public Message named() {
        return Message.of("ui.controls.unit." + name().toLowerCase(Locale.ROOT));
    }

    /** So many of this unit, cut to nanoseconds. */
    public Duration times(BigDecimal amount) {
        BigDecimal nanos = amount.multiply(BigDecimal.valueOf(seconds)).multiply(NANOS);
        BigDecimal[] parts = nanos.divideAndRemainder(NANOS);
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValue());
    }

    /** How many of this unit that is; exact for {@link #largestFor}. */
    public BigDecimal amountIn(Duration duration) {
        BigDecimal all = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        BigDecimal amount = all.divide(BigDecimal.valueOf(seconds), 9, RoundingMode.HALF_UP).stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    /** The largest unit in which that duration is a whole number; seconds when there is none. */
    public static DurationUnit largestFor(Duration duration) {
        DurationUnit largest = SECONDS;
        for (DurationUnit unit : values()) {
            if (duration.getNano() == 0 && duration.getSeconds() % unit.seconds == 0) {
                largest = unit;
            }
        }
        return largest;
    }
}

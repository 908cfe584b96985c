package org.carillon.trigger;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.carillon.message.Message;

/**
 * Runs at {@code start + n × every}, exactly, for every n from 0. Elapsed time: a day is 24 hours, so that the time on the clock moves
 * when the clocks change.
 *
 * @param every       at least a millisecond
 * @param start       the first run
 * @param end         the last moment at which it may run, null for none
 * @param zone        in which its runs are shown
 * @param clockChange kept for the format's sake; elapsed time knows no clock change
 */
public record IntervalTrigger(Duration every, Instant start, Instant end, ZoneId zone, ClockChange clockChange) implements Trigger {
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);
    private static final Duration LEAST = Duration.ofMillis(1);
    private static final long LATEST = ZonedSearch.LATEST;

    /** @throws TriggerException if {@code every} is shorter than a millisecond */
    public IntervalTrigger {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(clockChange, "clockChange");
        if (every.compareTo(LEAST) < 0) {
            throw TriggerException.of("every", Message.of("trigger.interval.short", every.toString()));
        }
    }

    public IntervalTrigger(Duration every, Instant start, Instant end, ZoneId zone) {
        this(every, start, end, zone, ClockChange.ONCE);
    }

    /** One that runs first one interval from now. */
    public static IntervalTrigger every(Duration every, TriggerDefaults defaults) {
        return new IntervalTrigger(every, firstRun(every, defaults.now()), null, defaults.zone());
    }

    /** When an interval that names no start runs first: one interval from now. */
    public static Instant firstRun(Duration every, Instant now) {
        if (every.getSeconds() >= LATEST - now.getEpochSecond()) {
            throw TriggerException.of("every", Message.of("trigger.interval.long", every.toString()));
        }
        return now.plus(every);
    }

    @Override
    public Instant next(Instant after) {
        Instant found = after.isBefore(start) ? start : isWhole() ? nextWhole(after) : nextExact(after);
        return found == null || end != null && found.isAfter(end) ? null : found;
    }

    @Override
    public Instant previous(Instant before) {
        Instant limit = end != null && end.isBefore(before) ? end.plusNanos(1) : before;
        if (!start.isBefore(limit)) {
            return null;
        }
        BigInteger runs = nanos(start, limit).subtract(BigInteger.ONE).divide(nanos(every));
        return run(runs);
    }

    private boolean isWhole() {
        return every.getNano() == 0;
    }

    /** For intervals of whole seconds: the phase within the second never changes. */
    private Instant nextWhole(Instant after) {
        long passed = after.getEpochSecond() - start.getEpochSecond() - (after.getNano() < start.getNano() ? 1 : 0);
        long step = every.getSeconds();
        long second = start.getEpochSecond() + passed - passed % step;
        return second > LATEST - step ? null : Instant.ofEpochSecond(second + step, start.getNano());
    }

    private Instant nextExact(Instant after) {
        return run(nanos(start, after).divide(nanos(every)).add(BigInteger.ONE));
    }

    private Instant run(BigInteger n) {
        BigInteger[] sinceStart = n.multiply(nanos(every)).divideAndRemainder(NANOS);
        long seconds = start.getEpochSecond() + sinceStart[0].longValueExact();
        long nanos = start.getNano() + sinceStart[1].longValueExact();
        return seconds >= LATEST ? null : Instant.ofEpochSecond(seconds, nanos);
    }

    private static BigInteger nanos(Instant from, Instant to) {
        return BigInteger.valueOf(to.getEpochSecond() - from.getEpochSecond()).multiply(NANOS)
                .add(BigInteger.valueOf(to.getNano() - from.getNano()));
    }

    private static BigInteger nanos(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds()).multiply(NANOS).add(BigInteger.valueOf(duration.getNano()));
    }

    @Override
    public boolean equals(Object other) {
        return CombinedParts.simplest(other) instanceof IntervalTrigger that && every.equals(that.every) && start.equals(that.start)
                && Objects.equals(end, that.end) && zone.equals(that.zone);
    }

    @Override
    public int hashCode() {
        return Objects.hash(every, start, end, zone);
    }
}

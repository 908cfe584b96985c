package org.carillon.trigger;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Finds where intervals of whole seconds agree, by the Chinese remainder theorem. */
final class IntervalMeeting {
    private IntervalMeeting() {}

    static Meeting of(List<IntervalTrigger> intervals) {
        IntervalTrigger common = intervals.getFirst();
        for (IntervalTrigger other : intervals.subList(1, intervals.size())) {
            common = common == null ? null : common(common, other);
        }
        return new Meeting.Intervals(common);
    }

    /** The interval of the seconds that both run in; null when there is none. Within the second, the later one counts. */
    private static IntervalTrigger common(IntervalTrigger one, IntervalTrigger other) {
        BigInteger step = seconds(one);
        BigInteger otherStep = seconds(other);
        BigInteger apart = BigInteger.valueOf(other.start().getEpochSecond() - one.start().getEpochSecond());
        BigInteger divisor = step.gcd(otherStep);
        if (apart.mod(divisor).signum() != 0) {
            return null;
        }
        BigInteger cycle = otherStep.divide(divisor);
        BigInteger turns = cycle.equals(BigInteger.ONE) ? BigInteger.ZERO
                : apart.divide(divisor).multiply(step.divide(divisor).modInverse(cycle)).mod(cycle);
        BigInteger length = step.multiply(cycle);
        BigInteger first = BigInteger.valueOf(one.start().getEpochSecond()).add(turns.multiply(step));
        BigInteger latestStart = BigInteger.valueOf(Math.max(one.start().getEpochSecond(), other.start().getEpochSecond()));
        if (first.compareTo(latestStart) < 0) {
            BigInteger missing = latestStart.subtract(first).add(length).subtract(BigInteger.ONE).divide(length);
            first = first.add(missing.multiply(length));
        }
        return trigger(one, other, first, length);
    }

    private static IntervalTrigger trigger(IntervalTrigger one, IntervalTrigger other, BigInteger first, BigInteger length) {
        BigInteger greatest = BigInteger.valueOf(Instant.MAX.getEpochSecond());
        if (first.compareTo(greatest) >= 0) {
            return null;
        }
        int nano = Math.max(one.start().getNano(), other.start().getNano());
        Instant start = Instant.ofEpochSecond(first.longValueExact(), nano);
        return new IntervalTrigger(Duration.ofSeconds(length.min(greatest).longValueExact()), start, end(one, other), one.zone());
    }

    /** Until the earlier end; where that falls within a second, an earlier run of that second may still agree. */
    private static Instant end(IntervalTrigger one, IntervalTrigger other) {
        Instant first = lastRun(one);
        Instant second = lastRun(other);
        return first == null || second != null && second.isBefore(first) ? second : first;
    }

    private static Instant lastRun(IntervalTrigger interval) {
        if (interval.end() == null) {
            return null;
        }
        Instant last = interval.previous(Instant.MAX);
        return last == null ? Instant.MIN : Instant.ofEpochSecond(last.getEpochSecond(), 999_999_999);
    }

    private static BigInteger seconds(IntervalTrigger interval) {
        return BigInteger.valueOf(interval.every().getSeconds());
    }
}

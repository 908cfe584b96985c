package org.carillon.trigger;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/** Finds where intervals of whole seconds agree, by the Chinese remainder theorem. */
final class IntervalMeeting {
    private static final BigInteger BEYOND = BigInteger.valueOf(Instant.MAX.getEpochSecond() * 4);

    private IntervalMeeting() {}

    static Meeting of(List<IntervalTrigger> intervals) {
        Meeting.Intervals common = seconds(intervals.getFirst());
        for (IntervalTrigger other : intervals.subList(1, intervals.size())) {
            common = common(common, seconds(other));
        }
        return common;
    }

    private static Meeting.Intervals seconds(IntervalTrigger interval) {
        long first = interval.start().getEpochSecond();
        Instant last = interval.end() == null ? Instant.MAX : interval.previous(Instant.MAX);
        return new Meeting.Intervals(first, interval.every().getSeconds(), last == null ? first - 1 : last.getEpochSecond());
    }

    private static Meeting.Intervals common(Meeting.Intervals one, Meeting.Intervals other) {
        BigInteger step = BigInteger.valueOf(one.step());
        BigInteger otherStep = BigInteger.valueOf(other.step());
        BigInteger apart = BigInteger.valueOf(other.first() - one.first());
        BigInteger divisor = step.gcd(otherStep);
        if (apart.mod(divisor).signum() != 0) {
            return new Meeting.Intervals(0, 1, -1);
        }
        BigInteger cycle = otherStep.divide(divisor);
        BigInteger turns = cycle.equals(BigInteger.ONE) ? BigInteger.ZERO
                : apart.divide(divisor).multiply(step.divide(divisor).modInverse(cycle)).mod(cycle);
        BigInteger length = step.multiply(cycle);
        BigInteger first = BigInteger.valueOf(one.first()).add(turns.multiply(step));
        BigInteger start = BigInteger.valueOf(Math.max(one.first(), other.first()));
        BigInteger missing = start.subtract(first).max(BigInteger.ZERO).add(length).subtract(BigInteger.ONE).divide(length);
        return new Meeting.Intervals(bounded(first.add(missing.multiply(length))), bounded(length), Math.min(one.last(), other.last()));
    }

    /** Beyond all calendars it makes no difference how far. */
    private static long bounded(BigInteger seconds) {
        return seconds.min(BEYOND).longValueExact();
    }
}

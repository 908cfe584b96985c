package org.carillon.trigger;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** Proves of parts that can only be searched step by step that they never meet. What it can't prove may be so all the same. */
final class Apart {
    private static final int HOUR = 3_600;
    private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000);
    /** Intervals that run more often before they come back to the same fraction of a second are not looked at. */
    private static final int MOST = 10_000;

    private Apart() {}

    /** From when on crons of several zones surely never meet, because the zones are whole hours apart and the times within the hour differ. */
    static OptionalLong crons(List<CronMeeting.Part> parts) {
        BitSet common = new BitSet(HOUR);
        common.set(0, HOUR);
        long from = Long.MIN_VALUE;
        for (CronMeeting.Part part : parts) {
            ZoneClock clock = ZoneClock.of(part.trigger().zone());
            OptionalLong settled = clock.wholeHoursFrom();
            if (settled.isEmpty()) {
                return OptionalLong.empty();
            }
            from = Math.max(from, settled.getAsLong());
            common.and(inHour(part.schedule().times(), clock.offset(clock.window(from, 0))));
        }
        return common.isEmpty() ? OptionalLong.of(from) : OptionalLong.empty();
    }

    /** The seconds since the last whole hour of UTC. */
    private static BitSet inHour(Times times, int offset) {
        BitSet seconds = new BitSet(HOUR);
        for (int second = 0; second < HOUR; second++) {
            if ((times.minutes() >>> second / 60 & 1) != 0 && (times.seconds() >>> second % 60 & 1) != 0) {
                seconds.set(Math.floorMod(second - offset, HOUR));
            }
        }
        return seconds;
    }

    /** Whether two of these intervals surely never run in the same second. */
    static boolean intervals(List<IntervalTrigger> intervals) {
        List<Cycle> cycles = intervals.stream().map(Cycle::of).toList();
        for (int i = 0; i < cycles.size(); i++) {
            for (Cycle other : cycles.subList(0, i)) {
                if (cycles.get(i).isApartFrom(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * In which seconds an interval runs.
     *
     * @param length  after how many seconds they repeat
     * @param seconds of one such cycle, since 1970; empty where they are too many to tell
     */
    private record Cycle(BigInteger length, List<BigInteger> seconds) {
        static Cycle of(IntervalTrigger interval) {
            BigInteger every = BigInteger.valueOf(interval.every().getSeconds()).multiply(SECOND).add(BigInteger.valueOf(interval.every().getNano()));
            BigInteger runs = SECOND.divide(every.gcd(SECOND));
            BigInteger start = BigInteger.valueOf(interval.start().getEpochSecond()).multiply(SECOND).add(BigInteger.valueOf(interval.start().getNano()));
            List<BigInteger> seconds = runs.bitLength() > 31 || runs.intValue() > MOST ? List.of()
                    : IntStream.range(0, runs.intValue())
                            .mapToObj(n -> start.add(every.multiply(BigInteger.valueOf(n)))).map(Cycle::second).distinct().toList();
            return new Cycle(every.multiply(runs).divide(SECOND), seconds);
        }

        private static BigInteger second(BigInteger nanos) {
            return nanos.subtract(nanos.mod(SECOND)).divide(SECOND);
        }

        /** Two seconds can be the same one some day, just if they are apart by what both cycles' lengths can make up for. */
        boolean isApartFrom(Cycle other) {
            BigInteger shared = length.gcd(other.length);
            Set<BigInteger> mine = new HashSet<>();
            seconds.forEach(second -> mine.add(second.mod(shared)));
            return !seconds.isEmpty() && !other.seconds.isEmpty() && other.seconds.stream().noneMatch(second -> mine.contains(second.mod(shared)));
        }
    }
}

package org.carillon.bench.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A job that runs once and does nothing but to tell the {@link Probe} that it did.
 *
 * @param number what the probe knows it by
 * @param due    when it is to run
 */
record OneOff(int number, Instant due) {
    /** Numbered from 0, all due at the same time. */
    static List<OneOff> many(int count, Instant due) {
        return numbered(0, count, due);
    }

    static List<OneOff> numbered(int first, int count, Instant due) {
        return IntStream.range(first, first + count).mapToObj(number -> new OneOff(number, due)).toList();
    }

    /** Numbered from 0, due one after the other at equal distances. */
    static List<OneOff> spread(int count, Instant first, Duration over) {
        return IntStream.range(0, count)
                .mapToObj(number -> new OneOff(number, first.plus(over.multipliedBy(number).dividedBy(count))))
                .toList();
    }
}

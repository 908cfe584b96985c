package org.carillon.job;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.carillon.message.Message;

/**
 * Whether and when a failed run is tried again.
 *
 * @param attempts   how many more attempts after the first; 0 for none
 * @param backoff    how long to wait before the first of them
 * @param factor     by what the wait grows each time, at least 1
 * @param maxBackoff the longest wait, but for the jitter
 * @param jitter     each wait is up to this much longer, at random
 */
public record Retry(int attempts, Duration backoff, double factor, Duration maxBackoff, Duration jitter) {
    public static final Retry NONE = new Retry(0, Duration.ofSeconds(30), 1, Duration.ofHours(1));

    public Retry {
        if (attempts < 0 || backoff.isNegative() || maxBackoff.isNegative() || jitter.isNegative() || !(factor >= 1)) {
            throw new FormatException("", Message.of("job.retry.invalid"));
        }
        Durations.checkLength("", backoff);
        Durations.checkLength("", maxBackoff);
        Durations.checkLength("", jitter);
    }

    /** One that waits exactly as long as it says. */
    public Retry(int attempts, Duration backoff, double factor, Duration maxBackoff) {
        this(attempts, backoff, factor, maxBackoff, Duration.ZERO);
    }

    /** The same, but so many more attempts after the first. */
    public Retry withAttempts(int value) {
        return new Retry(value, backoff, factor, maxBackoff, jitter);
    }

    /** How long to wait before attempt {@code number}, 2 for the first repetition, with a jitter that this gives. */
    public Duration waitBefore(int number, RandomGenerator random) {
        return jitter.isZero() ? waitBefore(number) : waitBefore(number).plusMillis(random.nextLong(jitter.toMillis() + 1));
    }

    /** The same without its jitter. */
    public Duration waitBefore(int number) {
        double millis = backoff.toMillis() * Math.pow(factor, Math.max(0, number - 2));
        return millis >= maxBackoff.toMillis() ? maxBackoff : Duration.ofMillis((long) millis);
    }
}

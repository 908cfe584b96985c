package org.carillon.job;

import java.time.Duration;
import org.carillon.message.Message;

/**
 * Whether and when a failed run is tried again.
 *
 * @param attempts   how many more attempts after the first; 0 for none
 * @param backoff    how long to wait before the first of them
 * @param factor     by what the wait grows each time, at least 1
 * @param maxBackoff the longest wait
 */
public record Retry(int attempts, Duration backoff, double factor, Duration maxBackoff) {
    public static final Retry NONE = new Retry(0, Duration.ofSeconds(30), 1, Duration.ofHours(1));

    public Retry {
        if (attempts < 0 || backoff.isNegative() || maxBackoff.isNegative() || !(factor >= 1)) {
            throw new FormatException("", Message.of("job.retry.invalid"));
        }
        Durations.checkLength("", backoff);
        Durations.checkLength("", maxBackoff);
    }

    /** How long to wait before attempt {@code number}, 2 for the first repetition. */
    public Duration waitBefore(int number) {
        double millis = backoff.toMillis() * Math.pow(factor, Math.max(0, number - 2));
        return millis >= maxBackoff.toMillis() ? maxBackoff : Duration.ofMillis((long) millis);
    }
}

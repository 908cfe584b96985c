package org.carillon.job;

import java.time.Duration;
import org.carillon.message.Message;

/** How long the durations of a job may be. */
final class Durations {
    /** Here and not where it is public: what is checked against it is part of what begins with the class of policies. */
    static final Duration LONGEST = Duration.ofDays(36_525);

    private Durations() {}

    /**
     * @param duration may be null
     * @throws FormatException at {@code key} if it is longer than {@link Policy#LONGEST}
     */
    static void checkLength(String key, Duration duration) {
        if (duration != null && duration.compareTo(LONGEST) > 0) {
            throw new FormatException(key, Message.of("job.format.tooLong"));
        }
    }
}

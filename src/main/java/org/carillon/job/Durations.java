package org.carillon.job;

import java.time.Duration;
import org.carillon.message.Message;

/** How long the durations of a job may be. */
final class Durations {
    private Durations() {}

    /**
     * @param duration may be null
     * @throws FormatException at {@code key} if it is longer than {@link Policy#LONGEST}
     */
    static void checkLength(String key, Duration duration) {
        if (duration != null && duration.compareTo(Policy.LONGEST) > 0) {
            throw new FormatException(key, Message.of("job.format.tooLong"));
        }
    }
}

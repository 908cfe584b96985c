package org.carillon.job;

import java.time.Duration;
import java.util.List;
import org.carillon.message.Message;

/**
 * When somebody is told of a job's runs, and where.
 *
 * @param firstFailure  at the first failure after a success, or ever
 * @param everyFailures at each so-many-th failure in a row, null for none; 1 for each
 * @param recovery      at the first success after a failure that was told
 * @param longerThan    when a run goes on longer than that, null for never
 * @param didNotRun     when an occurrence was missed
 * @param channels      the names of the channels, null for all that are switched on
 */
public record NotifyRule(
        boolean firstFailure, Integer everyFailures, boolean recovery, Duration longerThan, boolean didNotRun, List<String> channels) {
    /** First failure, recovery, and what did not run, on every channel. */
    public static final NotifyRule USUAL = new NotifyRule(true, null, true, null, true, null);
    /** Nothing at all. */
    public static final NotifyRule NEVER = new NotifyRule(false, null, false, null, false, null);

    /** @throws FormatException if a number or a time is not above zero */
    public NotifyRule {
        channels = channels == null ? null : List.copyOf(channels);
        if (everyFailures != null && everyFailures < 1) {
            throw new FormatException("everyFailures", Message.of("job.notify.everyFailures"));
        }
        if (longerThan != null && (longerThan.isNegative() || longerThan.isZero())) {
            throw new FormatException("longerThan", Message.of("job.notify.longerThan"));
        }
        Durations.checkLength("longerThan", longerThan);
    }

    /** Whether it may ever say anything. */
    public boolean saysAnything() {
        return firstFailure || everyFailures != null || recovery || longerThan != null || didNotRun;
    }

    /** Whether that channel is one of its. */
    public boolean isFor(String channel) {
        return channels == null || channels.contains(channel);
    }
}

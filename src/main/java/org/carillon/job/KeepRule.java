package org.carillon.job;

import java.time.Duration;
import org.carillon.message.Message;

/**
 * How much of the past is kept where a job does not say it itself: runs in the ledger and their logs, what failed twice as long.
 *
 * @param runs           how many runs of each job, at least 1; null for however many
 * @param time           how long; null for however long
 * @param megabytes      how much each job's logs may hold (MiB), at least 1; null for however much. Of what is more, only the logs go
 * @param totalMegabytes how much all logs together may hold (MiB), at least 1; null for however much
 */
public record KeepRule(Integer runs, Duration time, Integer megabytes, Integer totalMegabytes) {
    /** Everything for ever. */
    public static final KeepRule ALL = new KeepRule(null, null);

    /** However much the logs hold. */
    public KeepRule(Integer runs, Duration time) {
        this(runs, time, null, null);
    }

    /** @throws FormatException if there are no runs or no time */
    public KeepRule {
        if (runs != null && runs < 1) {
            throw new FormatException("keepRuns", Message.of("job.policy.invalid.keepRuns"));
        }
        if (time != null && (time.isNegative() || time.isZero())) {
            throw new FormatException("keepFor", Message.of("job.policy.invalid.keepFor"));
        }
        Durations.checkLength("keepFor", time);
        checkMegabytes("keepMegabytes", megabytes);
        checkMegabytes("totalMegabytes", totalMegabytes);
    }

    private static void checkMegabytes(String key, Integer value) {
        if (value != null && value < 1) {
            throw new FormatException(key, Message.of("job.policy.invalid.keepMegabytes"));
        }
    }

    /** What holds for a job with that policy. */
    public KeepRule of(Policy policy) {
        return new KeepRule(policy.keepRuns() == null ? runs : policy.keepRuns(), policy.keepFor() == null ? time : policy.keepFor(),
                policy.keepMegabytes() == null ? megabytes : policy.keepMegabytes(), totalMegabytes);
    }

    /** @param now null for however many */
    public KeepRule withRuns(Integer now) {
        return new KeepRule(now, time, megabytes, totalMegabytes);
    }

    /** @param now null for however long */
    public KeepRule withTime(Duration now) {
        return new KeepRule(runs, now, megabytes, totalMegabytes);
    }

    /** @param now null for however much */
    public KeepRule withMegabytes(Integer now) {
        return new KeepRule(runs, time, now, totalMegabytes);
    }

    /** @param now null for however much */
    public KeepRule withTotalMegabytes(Integer now) {
        return new KeepRule(runs, time, megabytes, now);
    }

    /** How many bytes each job's logs may hold; null for however many. */
    public Long bytes() {
        return megabytes == null ? null : (long) megabytes << 20;
    }

    /** How many bytes all logs together may hold; null for however many. */
    public Long totalBytes() {
        return totalMegabytes == null ? null : (long) totalMegabytes << 20;
    }

    /** Whether anything is ever to go. */
    public boolean isLimited() {
        return runs != null || time != null || megabytes != null || totalMegabytes != null;
    }
}

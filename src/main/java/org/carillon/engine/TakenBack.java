package org.carillon.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.Stretch;
import org.carillon.trigger.Trigger;

/**
 * An entry that says that occurrences did not run whose time is still to come, now that the clock was set back.
 *
 * @param entry as it is in the ledger
 * @param rest  those of its occurrences whose time has come, or null for none
 */
record TakenBack(Run entry, Stretch rest) {
    /** Counting more than this would hold up the jobs that wait for it: such an entry stays. */
    private static final long MOST = 20_000_000;

    /**
     * What is to be taken back of an entry, now that it is {@code now}; empty for nothing.
     *
     * @param trigger the job's; an entry that was made by another one stays
     * @param others  the planned times after now of the job's other entries
     */
    static Optional<TakenBack> of(Run entry, Trigger trigger, Instant now, Set<Instant> others) {
        boolean wished = entry.reason() != null && (entry.reason().cause() == Cause.BY_REQUEST || entry.reason().cause() == Cause.MOVED);
        boolean didNotRun = (entry.state() == RunState.MISSED || entry.state() == RunState.SKIPPED) && !wished;
        if (!didNotRun || entry.scheduledAt() == null) {
            return Optional.empty();
        }
        if (entry.stretch() != null) {
            return ofStretch(entry, trigger, now, others);
        }
        boolean planned = entry.scheduledAt().isAfter(now) && entry.scheduledAt().equals(trigger.next(entry.scheduledAt().minusNanos(1)));
        return planned ? Optional.of(new TakenBack(entry, null)) : Optional.empty();
    }

    private static Optional<TakenBack> ofStretch(Run entry, Trigger trigger, Instant now, Set<Instant> others) {
        Stretch stretch = entry.stretch();
        if (!stretch.to().isAfter(now)) {
            return Optional.empty();
        }
        boolean whole = stretch.from().isAfter(now);
        long ahead = 0;
        Instant time = trigger.next(whole ? stretch.from().minusNanos(1) : now);
        for (; time != null && !time.isAfter(stretch.to()) && ahead <= MOST; time = trigger.next(time)) {
            ahead += others.contains(time) ? 0 : 1;
        }
        long left = stretch.count() - ahead;
        if (whole) {
            return left == 0 ? Optional.of(new TakenBack(entry, null)) : Optional.empty();
        }
        Instant last = trigger.previous(now.plusNanos(1));
        boolean fits = left > 0 && last != null && !last.isBefore(stretch.from());
        return fits ? Optional.of(new TakenBack(entry, new Stretch(stretch.from(), last, left))) : Optional.empty();
    }

    /** The entry of the rest. */
    Run restAs(long id) {
        Run run = new Run(id, entry.jobId(), entry.jobName(), entry.state(), entry.reason(), rest.from(), null, entry.endedAt(), null, 0,
                null, entry.trigger(), null, null, null, 0, null, null);
        return rest.count() == 1 ? run : run.counting(rest);
    }
}

package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import org.carillon.job.CatchUp;
import org.carillon.job.Policy;
import org.carillon.job.Reason;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Run;

/** The policy for occurrences that were missed: which of them run after all. Pure. */
final class Misfires {
    private final PlanInput input;
    private final Policy policy;
    private final Instant graceFrom;
    /** The one that runs when one does: the latest. Null for none. */
    private final Instant chosen;
    /** Whether a punctual occurrence makes up for all of them. */
    private final boolean coalesced;

    Misfires(PlanInput input) {
        this.input = input;
        policy = input.job().policy();
        graceFrom = policy.misfireGrace() == null ? Instant.MIN : input.now().minus(policy.misfireGrace());
        coalesced = hasPunctual();
        chosen = policy.catchUp() instanceof CatchUp.Once && !coalesced ? latest() : null;
    }

    /** Why the missed occurrence of that time does not run, or null when it does. */
    Reason reasonAgainst(Instant time) {
        return switch (policy.catchUp()) {
            case CatchUp.Skip _ -> Reason.of(input.missedBecause());
            case CatchUp.Once _ -> againstOnce(time);
            case CatchUp.All all -> againstAll(time, all);
        };
    }

    /** How long to wait before that missed occurrence runs, when so many others run before it. */
    Duration delay(int before) {
        return policy.catchUp() instanceof CatchUp.All(Duration _, Duration spacing) ? spacing.multipliedBy(before) : Duration.ZERO;
    }

    private Reason againstOnce(Instant time) {
        if (time.isBefore(graceFrom)) {
            return graceOver(time);
        }
        return time.equals(chosen) ? null : Reason.of(Cause.COALESCED);
    }

    private Reason againstAll(Instant time, CatchUp.All all) {
        if (time.isBefore(graceFrom)) {
            return graceOver(time);
        }
        return time.isBefore(input.now().minus(all.window())) ? Reason.of(input.missedBecause()) : null;
    }

    private Reason graceOver(Instant time) {
        return graceOver(Duration.between(time, input.now()));
    }

    static Reason graceOver(Duration late) {
        return Reason.of(Cause.GRACE_OVER, Duration.ofSeconds(late.toSeconds()).toString());
    }

    private boolean hasPunctual() {
        Instant first = firstOpenFrom(input.punctualFrom());
        return first != null && !first.isAfter(input.now()) && !input.isPaused(first);
    }

    private Instant firstOpenFrom(Instant from) {
        if (input.nextRun() == null) {
            return null;
        }
        Instant first = from.isAfter(input.nextRun()) ? input.job().trigger().next(from.minusNanos(1)) : input.nextRun();
        return AccountedTimes.open(input.job().trigger(), first, input.accounted());
    }

    /** The latest missed occurrence that may run. */
    private Instant latest() {
        Instant time = input.nextRun() == null ? null : input.job().trigger().previous(input.punctualFrom());
        while (time != null && !time.isBefore(input.nextRun()) && !time.isBefore(graceFrom)) {
            if (input.isPaused(time)) {
                time = input.job().trigger().previous(input.pause().since());
            } else if (input.accounted().contains(time)) {
                time = input.job().trigger().previous(time);
            } else {
                return time;
            }
        }
        return latestLeftover();
    }

    private Instant latestLeftover() {
        return input.leftovers().stream()
                .map(Run::scheduledAt)
                .filter(time -> !time.isBefore(graceFrom) && time.isBefore(input.punctualFrom()))
                .max(Instant::compareTo)
                .orElse(null);
    }
}

package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.job.CatchUp;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.job.Stretch;
import org.carillon.trigger.Trigger;

/**
 * Decides what becomes of a job's occurrences up to now: every one of them once. Pure: the same input gives the same plan,
 * but for jitter.
 */
final class Planner {
    private static final int MANY = 20_000;

    private final PlanInput input;
    private final Policy policy;
    private final Misfires misfires;
    private final List<Plan.Decision> decisions = new ArrayList<>();
    private final NotRunCollector notRun = new NotRunCollector(decisions);
    private long planned;
    private int going;
    private int madeUp;

    private Planner(PlanInput input) {
        this.input = input;
        policy = input.job().policy();
        misfires = new Misfires(input);
        planned = input.planned();
        going = input.going();
    }

    /** What becomes of everything up to {@link PlanInput#now()}. */
    static Plan plan(PlanInput input) {
        return new Planner(input).plan();
    }

    /** No occurrence up to now runs. */
    static Plan noneRuns(PlanInput input, RunState state, Reason.Cause cause) {
        Planner planner = new Planner(input);
        Instant time = planner.open(input.nextRun());
        for (; planner.isDue(time) && !planner.isUsedUp(); time = planner.open(planner.after(time))) {
            planner.notRun.add(time, state, Reason.of(cause));
        }
        planner.notRun.flush();
        return new Plan(planner.decisions, time, planner.planned);
    }

    /** Whether so many occurrences are to be accounted for that it takes a while. An estimate. */
    static boolean takesLong(Trigger trigger, Instant nextRun, Instant now) {
        Instant second = nextRun == null ? null : trigger.next(nextRun);
        if (second == null || second.isAfter(now)) {
            return false;
        }
        long gapMillis = Math.max(1, Duration.between(nextRun, second).toMillis());
        return Duration.between(nextRun, now).toMillis() / gapMillis > MANY;
    }

    private Plan plan() {
        input.leftovers().forEach(this::decideLeftover);
        Instant time = open(input.nextRun());
        for (; isDue(time) && !isUsedUp(); time = open(after(time))) {
            decide(time);
        }
        notRun.flush();
        return new Plan(decisions, isUsedUp() ? null : time, planned);
    }

    private boolean isDue(Instant time) {
        return time != null && !time.isAfter(input.now());
    }

    private Instant after(Instant time) {
        return input.job().trigger().next(time);
    }

    /** That time, or the next one that is not in the ledger yet. */
    private Instant open(Instant from) {
        return AccountedTimes.open(input.job().trigger(), from, input.accounted());
    }

    private boolean isUsedUp() {
        return policy.maxRuns() != null && planned >= policy.maxRuns();
    }

    private void decide(Instant time) {
        if (input.isPaused(time)) {
            notRun.add(time, RunState.SKIPPED, Reason.of(Reason.Cause.PAUSED));
        } else if (time.isBefore(input.punctualFrom())) {
            decideMissed(time);
        } else {
            decidePunctual(time);
        }
    }

    private void decideMissed(Instant time) {
        Reason against = misfires.reasonAgainst(time);
        if (against != null) {
            notRun.add(time, RunState.MISSED, against);
        } else {
            decideFree(time, RunTrigger.CATCH_UP, misfires.delay(madeUp++), policy.catchUp() instanceof CatchUp.All);
        }
    }

    private void decidePunctual(Instant time) {
        Duration delay = policy.jitter().isZero() ? Duration.ZERO : input.jitter().upTo(policy.jitter());
        decideFree(time, RunTrigger.SCHEDULE, delay, false);
    }

    /** @param mustNotOverlap whether it waits where others would be skipped: those that are made up for, one after the other */
    private void decideFree(Instant time, RunTrigger trigger, Duration delay, boolean mustNotOverlap) {
        boolean full = policy.overlap() != Overlap.PARALLEL && going >= policy.maxInstances();
        if (full && policy.overlap() == Overlap.SKIP && !mustNotOverlap) {
            notRun.add(time, RunState.SKIPPED, Reason.of(Reason.Cause.OVERLAP));
            return;
        }
        notRun.flush();
        decisions.add(new Plan.Go(time, trigger, delay, admission(full, mustNotOverlap), null));
        planned++;
        going++;
    }

    private Plan.Admission admission(boolean full, boolean mustNotOverlap) {
        if (!full) {
            return Plan.Admission.START;
        }
        return policy.overlap() == Overlap.REPLACE && !mustNotOverlap ? Plan.Admission.REPLACE : Plan.Admission.WAIT;
    }

    /** It was planned and counted before its scheduler died, and surely did not start. */
    private void decideLeftover(Run leftover) {
        Instant time = leftover.scheduledAt();
        boolean missed = time.isBefore(input.punctualFrom());
        Reason against = missed ? misfires.reasonAgainst(time) : null;
        if (against != null) {
            decisions.add(new Plan.NotRun(new Stretch(time, time, 1), RunState.MISSED, against, leftover));
            return;
        }
        boolean full = policy.overlap() != Overlap.PARALLEL && going >= policy.maxInstances();
        Duration delay = missed ? misfires.delay(madeUp++) : Duration.ZERO;
        decisions.add(new Plan.Go(time, missed ? RunTrigger.CATCH_UP : leftover.trigger(), delay,
                full ? Plan.Admission.WAIT : Plan.Admission.START, leftover));
        going++;
    }
}

package org.carillon.engine;

import java.util.ArrayList;
import java.util.List;
import org.carillon.job.CatchUp;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.job.Reason;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.job.Stretch;

/**
 * A plan for a job some of whose places have been taken since it was made: the occurrences that find none any more are what its policy
 * makes of an overlap. Those of a job that runs only so many times wait, because what follows them has been decided already.
 */
final class FewerPlaces {
    private final Policy policy;
    private int free;
    private long planned;

    private FewerPlaces(Policy policy, int taken, long planned) {
        this.policy = policy;
        this.free = policy.maxInstances() - taken;
        this.planned = planned;
    }

    /** @param taken how many places of the job are taken now */
    static Plan in(Plan plan, Policy policy, int taken) {
        long starts = plan.decisions().stream().filter(FewerPlaces::isStart).count();
        if (starts == 0 || policy.overlap() == Overlap.PARALLEL || taken + starts <= policy.maxInstances()) {
            return plan;
        }
        FewerPlaces fewer = new FewerPlaces(policy, taken, plan.planned());
        List<Plan.Decision> decisions = new ArrayList<>();
        plan.decisions().forEach(decision -> decisions.add(fewer.decide(decision)));
        return new Plan(decisions, plan.next(), fewer.planned);
    }

    private static boolean isStart(Plan.Decision decision) {
        return decision instanceof Plan.Go go && go.admission() == Plan.Admission.START;
    }

    private Plan.Decision decide(Plan.Decision decision) {
        if (!isStart(decision) || free-- > 0) {
            return decision;
        }
        Plan.Go go = (Plan.Go) decision;
        boolean waitsInAnyCase = go.leftover() != null || go.trigger() == RunTrigger.CATCH_UP && policy.catchUp() instanceof CatchUp.All;
        if (!waitsInAnyCase && policy.overlap() == Overlap.SKIP && policy.maxRuns() == null) {
            planned--;
            return new Plan.NotRun(new Stretch(go.scheduledAt(), go.scheduledAt(), 1), RunState.SKIPPED, Reason.of(Reason.Cause.OVERLAP), null);
        }
        boolean replaces = !waitsInAnyCase && policy.overlap() == Overlap.REPLACE;
        return new Plan.Go(go.scheduledAt(), go.trigger(), go.delay(), replaces ? Plan.Admission.REPLACE : Plan.Admission.WAIT, go.leftover());
    }
}

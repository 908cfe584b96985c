package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.job.Job;
import org.carillon.job.RunTrigger;
import org.carillon.store.Change;
import org.carillon.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Writes down what becomes of a job's occurrences, and lets those run that are to. The job is claimed until that is done. */
final class PlanWork implements LedgerWork {
    private static final Logger LOG = LoggerFactory.getLogger(PlanWork.class);

    private final Core core;
    private final RunSupervisor supervisor;
    private final JobEntry entry;
    private final Job job;
    private final Plan made;
    private final Instant now;
    /** As it is written. */
    private Plan plan;
    private PlannedRuns runs;
    /** Those that enter the ledger as RUNNING. */
    private final List<ActiveRun> started = new ArrayList<>();
    /** The others that run. */
    private final Map<ActiveRun, Plan.Go> waiting = new LinkedHashMap<>();

    PlanWork(Core core, RunSupervisor supervisor, JobEntry entry, Plan plan, Instant now) {
        this.core = core;
        this.supervisor = supervisor;
        this.entry = entry;
        this.job = entry.job;
        this.made = plan;
        this.plan = plan;
        this.now = now;
    }

    @Override
    public List<Change> changes(RunIds ids) {
        plan = FewerPlaces.in(made, job.policy(), core.locked(entry::taken));
        runs = PlannedRuns.of(job, plan, now, ids);
        List<Change> changes = new ArrayList<>(runs.changes());
        core.locked(() -> {
            undo();
            runs.going().forEach(going -> prepare(going, changes));
        });
        changes.add(new Change.Plan(entry.id, plan.next(), plan.planned()));
        return changes;
    }

    @Override
    public void committed() {
        core.locked(() -> {
            entry.nextRun = plan.next();
            entry.planned = plan.planned();
            if (plan.decidesLeftovers()) {
                entry.leftovers = List.of();
            }
            forgetAccounted();
            supervisor.notRun(runs.notRun());
            waiting.forEach((run, go) -> supervisor.admit(run, go.admission(), go.delay()));
            core.release(entry);
            supervisor.removeIfDone(entry);
            core.later.watch(entry);
        });
        started.forEach(supervisor::begin);
    }

    /** Those still to come stay, also those before the next run: whoever plans the job anew must leave them out. */
    private void forgetAccounted() {
        if (!entry.accounted.isEmpty()) {
            entry.accounted = entry.accounted.stream().filter(time -> time.isAfter(now)).collect(Collectors.toUnmodifiableSet());
        }
    }

    private void prepare(PlannedRuns.Going going, List<Change> changes) {
        Plan.Go go = going.decision();
        Duration misfireGrace = go.trigger() == RunTrigger.CATCH_UP ? null : job.policy().misfireGrace();
        Duration grace = misfireGrace == null ? null : misfireGrace.plus(go.delay());
        ActiveRun run = new ActiveRun(job, going.run(), entry, core.pools.get(job.executor()), grace);
        boolean atOnce = go.leftover() == null && go.admission() == Plan.Admission.START && go.delay().isZero();
        if (atOnce && RunSupervisor.hasRoom(run) && supervisor.tryStart(run)) {
            changes.set(changes.indexOf(new Change.AddRun(going.run())), new Change.AddRun(run.run()));
            started.add(run);
        } else {
            waiting.put(run, go);
        }
    }

    /** Some of it is in the ledger already: look which, and let it be planned again without. What cannot be found out now is tried again. */
    @Override
    public void refused(StoreException why) {
        Set<Instant> known = new HashSet<>(entry.accounted);
        boolean learnt = known.addAll(inLedger());
        LOG.atLevel(learnt ? Level.INFO : Level.ERROR).log("The ledger does not take the occurrences of {} from {} on as they are planned: {}",
                entry.id, entry.nextRun, why.getMessage());
        core.locked(() -> {
            undo();
            entry.accounted = Set.copyOf(known);
            if (learnt) {
                giveBack();
            } else {
                core.rest(entry);
            }
        });
    }

    @Override
    public void broke(Throwable why) {
        LOG.error("The occurrences of {} from {} on could not be planned; that is tried again in a while", entry.id, entry.nextRun, why);
        core.locked(() -> {
            undo();
            core.rest(entry);
        });
    }

    /** It will not be written: the claim is given back, and so are places in executors. */
    void abandon() {
        core.locked(() -> {
            undo();
            giveBack();
        });
    }

    private void giveBack() {
        if (!entry.leftovers.isEmpty()) {
            core.withLeftovers.add(entry);
        }
        core.release(entry);
    }

    private void undo() {
        started.forEach(supervisor::giveUp);
        started.clear();
        waiting.clear();
    }

    private Set<Instant> inLedger() {
        try {
            return AccountedTimes.in(core.store, entry.id, entry.nextRun).getOrDefault(entry.id, Set.of());
        } catch (StoreException e) {
            LOG.warn("Which occurrences of {} the ledger has cannot be read", entry.id, e);
            return Set.of();
        }
    }
}

package org.carillon.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.job.Run;
import org.carillon.store.RunQuery;
import org.carillon.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when the clock was set back: jobs are planned from the new time on, without those times that are in the ledger
 * already. So nothing runs twice, and a clock that was in a wrong year does not silence a job until that year.
 */
final class ClockSetBack {
    private static final Logger LOG = LoggerFactory.getLogger(ClockSetBack.class);
    private static final int LARGEST_LOOKUP = 100_000;

    private final Core core;
    private final RunSupervisor supervisor;

    ClockSetBack(Core core, RunSupervisor supervisor) {
        this.core = core;
        this.supervisor = supervisor;
    }

    /** Plans those jobs anew whose next run is later than their trigger says. The lock is not held. */
    void planAnew(Instant now) {
        List<JobEntry> ahead = core.locked(() -> takeAhead(now));
        if (ahead.isEmpty()) {
            return;
        }
        Map<String, Set<Instant>> accounted = accounted(now);
        List<PlanWork> works = new ArrayList<>();
        for (JobEntry entry : ahead) {
            Set<Instant> known = new HashSet<>(entry.accounted);
            known.addAll(accounted.getOrDefault(entry.id, Set.of()));
            entry.accounted = known;
            Instant next = firstFrom(entry, now);
            while (next != null && known.contains(next)) {
                next = entry.job.trigger().next(next);
            }
            works.add(new PlanWork(core, supervisor, entry, new Plan(List.of(), next, entry.planned), now));
        }
        core.ledger.submit(works);
    }

    private List<JobEntry> takeAhead(Instant now) {
        List<JobEntry> ahead = new ArrayList<>();
        for (JobEntry entry : core.jobs.all()) {
            if (entry.isPlannable() && !entry.claimed && entry.nextRun != null && entry.nextRun.isAfter(now)) {
                Instant first = firstFrom(entry, now);
                if (first != null && first.isBefore(entry.nextRun)) {
                    ahead.add(entry);
                }
            }
        }
        ahead.forEach(core::take);
        return ahead;
    }

    private static Instant firstFrom(JobEntry entry, Instant now) {
        return entry.job.trigger().next(now);
    }

    private Map<String, Set<Instant>> accounted(Instant now) {
        try {
            RunQuery query = new RunQuery(null, Set.of(), now, null, null, LARGEST_LOOKUP);
            return core.store.runs(query).stream()
                    .filter(run -> run.scheduledAt() != null)
                    .collect(Collectors.groupingBy(Run::jobId, Collectors.mapping(Run::scheduledAt, Collectors.toSet())));
        } catch (StoreException e) {
            LOG.warn("Which runs the ledger holds after {} is found out when they are due", now, e);
            return Map.of();
        }
    }
}

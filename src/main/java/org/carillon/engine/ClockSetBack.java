package org.carillon.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.Pause;
import org.carillon.store.RunQuery;
import org.carillon.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when the clock was set back: jobs are planned from the new time on. Occurrences that have run are not run again.
 * Those that did not, because the clock was past them, are still to come: their entries are taken back, and they are accounted for
 * when their time comes. So nothing runs twice, and a clock that was wrong for a while does not silence a job.
 */
final class ClockSetBack {
    private static final Logger LOG = LoggerFactory.getLogger(ClockSetBack.class);
    private static final int LARGEST_LOOKUP = 100_000;
    private static final Set<RunState> NOT_RUN = Set.of(RunState.MISSED, RunState.SKIPPED);

    private final Core core;
    /** Where to read and count, which may take seconds. */
    private final Executor aside;
    /** Jobs that somebody was changing or planning by the old time. Guarded by the scheduler's lock. */
    private final Set<JobEntry> claimedThen = new LinkedHashSet<>();

    ClockSetBack(Core core, Executor aside) {
        this.core = core;
        this.aside = aside;
    }

    /**
     * Plans those jobs anew whose next run is later than their trigger says, or that have none because the clock was past it. Returns at
     * once; the jobs are claimed until it is done. The lock is not held.
     */
    void planAnew(Instant now) {
        planAside(now, core.locked(() -> {
            beginPauseAt(now);
            core.jobs.all().stream().filter(entry -> entry.claimed).forEach(claimedThen::add);
            return takeAhead(core.jobs.all(), now);
        }));
    }

    /** Does the same for jobs that were claimed when the clock was set back and are not any more. The lock is not held. */
    void planReleased(Instant now) {
        planAside(now, core.locked(() -> {
            List<JobEntry> released = claimedThen.stream().filter(entry -> !entry.claimed).toList();
            released.forEach(claimedThen::remove);
            return takeAhead(released, now);
        }));
    }

    private void planAside(Instant now, List<JobEntry> ahead) {
        if (!ahead.isEmpty()) {
            aside.execute(() -> plan(ahead, now));
        }
    }

    private void plan(List<JobEntry> ahead, Instant now) {
        Map<String, List<Run>> entries = entries(ahead.size() == 1 ? ahead.getFirst().id : null, now);
        List<Replan> works = new ArrayList<>();
        for (JobEntry entry : ahead) {
            try {
                works.add(replan(entry, entries.getOrDefault(entry.id, List.of()), now));
            } catch (RuntimeException | Error e) {
                LOG.error("{} could not be planned anew after the clock was set back", entry.id, e);
                core.locked(() -> core.release(entry));
            }
        }
        core.ledger.submit(works);
    }

    /** A pause that began later than now holds all the same. */
    private void beginPauseAt(Instant now) {
        Pause pause = core.pause;
        if (pause.since() != null && pause.since().isAfter(now)) {
            core.pause = new Pause(now, pause.until());
        }
    }

    private Replan replan(JobEntry entry, List<Run> ledger, Instant now) {
        Set<Instant> singles = ledger.stream().filter(run -> run.stretch() == null && run.scheduledAt() != null).map(Run::scheduledAt)
                .collect(Collectors.toSet());
        List<TakenBack> takenBack = ledger.stream().map(run -> TakenBack.of(run, entry.job.trigger(), now, singles))
                .flatMap(Optional::stream).toList();
        Set<Instant> known = new HashSet<>(entry.accounted);
        known.addAll(singles);
        takenBack.stream().map(TakenBack::entry).filter(run -> run.stretch() == null).map(Run::scheduledAt).forEach(known::remove);
        entry.accounted = Set.copyOf(known);
        return new Replan(core, entry, AccountedTimes.open(entry.job.trigger(), firstFrom(entry, now), known), takenBack);
    }

    private List<JobEntry> takeAhead(Collection<JobEntry> entries, Instant now) {
        List<JobEntry> ahead = entries.stream().filter(entry -> isAhead(entry, now)).toList();
        ahead.forEach(core::take);
        return ahead;
    }

    private static boolean isAhead(JobEntry entry, Instant now) {
        if (entry.job == null || entry.removed || entry.claimed || LaterSearch.isUsedUp(entry)
                || entry.nextRun != null && !entry.nextRun.isAfter(now)) {
            return false;
        }
        Instant first = firstFrom(entry, now);
        return first != null && (entry.nextRun == null || first.isBefore(entry.nextRun));
    }

    private static Instant firstFrom(JobEntry entry, Instant now) {
        return entry.job.trigger().next(now);
    }

    /** What the ledger holds of times that are still to come. @param jobId null for all jobs */
    private Map<String, List<Run>> entries(String jobId, Instant now) {
        try {
            List<Run> later = core.store.runs(new RunQuery(jobId, Set.of(), now, null, null, LARGEST_LOOKUP));
            List<Run> stretches = core.store.runs(RunQuery.ofJob(jobId, LARGEST_LOOKUP).in(NOT_RUN)).stream()
                    .filter(run -> run.stretch() != null && run.stretch().from().isBefore(now) && run.stretch().to().isAfter(now)).toList();
            return Stream.of(later, stretches).flatMap(List::stream).collect(Collectors.groupingBy(Run::jobId));
        } catch (StoreException e) {
            LOG.warn("Which runs the ledger holds after {} is found out when they are due", now, e);
            return Map.of();
        }
    }
}

package org.carillon.engine;

import java.time.Instant;
import java.util.Comparator;
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
 * Planned times that are in the ledger although the job's next run is not later: the clock was set back after they had run. Who
 * counts a stretch of occurrences must leave them out.
 */
final class AccountedTimes {
    private static final Logger LOG = LoggerFactory.getLogger(AccountedTimes.class);
    private static final int LARGEST_LOOKUP = 100_000;

    private final Core core;

    AccountedTimes(Core core) {
        this.core = core;
    }

    /** Reads those of all jobs that are due, with one question. The lock is not held. */
    void readForDue(Instant now) {
        List<JobEntry> due = core.locked(() -> core.jobs.all().stream()
                .filter(entry -> entry.isPlannable() && entry.nextRun != null && !entry.nextRun.isAfter(now)).toList());
        Instant first = due.stream().map(entry -> entry.nextRun).min(Comparator.naturalOrder()).orElse(null);
        if (first == null) {
            return;
        }
        Map<String, Set<Instant>> times = read(new RunQuery(null, Set.of(), first, null, null, LARGEST_LOOKUP)).stream()
                .collect(Collectors.groupingBy(Run::jobId, Collectors.mapping(Run::scheduledAt, Collectors.toSet())));
        core.locked(() -> due.stream().filter(entry -> times.containsKey(entry.id)).forEach(entry -> add(entry, times.get(entry.id))));
    }

    /** Reads those of one job, which the caller has claimed. The lock is not held. */
    void read(JobEntry entry, Instant now) {
        if (entry.nextRun != null && !entry.nextRun.isAfter(now)) {
            RunQuery query = new RunQuery(entry.id, Set.of(), entry.nextRun, null, null, LARGEST_LOOKUP);
            add(entry, read(query).stream().map(Run::scheduledAt).collect(Collectors.toSet()));
        }
    }

    private static void add(JobEntry entry, Set<Instant> times) {
        Set<Instant> known = new HashSet<>(entry.accounted);
        times.stream().filter(time -> entry.nextRun != null && !time.isBefore(entry.nextRun)).forEach(known::add);
        entry.accounted = known;
    }

    private List<Run> read(RunQuery query) {
        try {
            return core.store.runs(query).stream().filter(run -> run.scheduledAt() != null && run.stretch() == null).toList();
        } catch (StoreException e) {
            LOG.warn("Which runs the ledger holds from {} on is found out when they are due", query.from(), e);
            return List.of();
        }
    }
}

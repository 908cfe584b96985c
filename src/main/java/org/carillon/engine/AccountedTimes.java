package org.carillon.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.job.Run;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.carillon.store.StoreException;
import org.carillon.trigger.Trigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Planned times that are in the ledger although the job's next run is not later: the clock was set back after they had run, or
 * somebody has left them out ahead. Who plans must leave them out.
 */
final class AccountedTimes {
    private static final Logger LOG = LoggerFactory.getLogger(AccountedTimes.class);
    private static final int LARGEST_LOOKUP = 100_000;

    private final Core core;

    AccountedTimes(Core core) {
        this.core = core;
    }

    /**
     * Those that a ledger has, by job.
     *
     * @param jobId null for all jobs
     * @param from  at or after this time; null for any
     * @throws StoreException if it cannot be read
     */
    static Map<String, Set<Instant>> in(JobStore store, String jobId, Instant from) {
        return store.runs(new RunQuery(jobId, Set.of(), from, null, null, LARGEST_LOOKUP)).stream()
                .filter(run -> run.scheduledAt() != null)
                .collect(Collectors.groupingBy(Run::jobId, Collectors.mapping(Run::scheduledAt, Collectors.toSet())));
    }

    /** That planned time, or the first after it that is not among those; null if there is none, or for null. */
    static Instant open(Trigger trigger, Instant from, Set<Instant> accounted) {
        Instant time = from;
        while (time != null && accounted.contains(time)) {
            time = trigger.next(time);
        }
        return time;
    }

    /** Reads those of all jobs that are still to come. The lock is not held. */
    void readToCome(Instant now) {
        found(null, now).forEach((id, times) -> core.locked(() -> {
            JobEntry entry = core.jobs.get(id);
            if (entry != null) {
                add(entry, times);
            }
        }));
    }

    /** Reads those of all jobs that are due, with one question. The lock is not held. */
    void readForDue(Instant now) {
        Map<String, JobEntry> due = core.locked(() -> core.jobs.all().stream()
                .filter(entry -> entry.isPlannable() && entry.nextRun != null && !entry.nextRun.isAfter(now))
                .collect(Collectors.toMap(entry -> entry.id, entry -> entry)));
        Instant first = due.values().stream().map(entry -> entry.nextRun).min(Comparator.naturalOrder()).orElse(null);
        if (first != null) {
            Map<String, Set<Instant>> times = found(null, first);
            times.keySet().retainAll(due.keySet());
            core.locked(() -> times.forEach((id, found) -> add(due.get(id), found)));
        }
    }

    /** Reads those of one job, which the caller has claimed. The lock is not held. */
    void read(JobEntry entry, Instant now) {
        if (entry.nextRun != null && !entry.nextRun.isAfter(now)) {
            found(entry.id, entry.nextRun).values().forEach(times -> add(entry, times));
        }
    }

    private static void add(JobEntry entry, Set<Instant> times) {
        Set<Instant> known = new HashSet<>(entry.accounted);
        known.addAll(times);
        entry.accounted = Set.copyOf(known);
    }

    private Map<String, Set<Instant>> found(String jobId, Instant from) {
        try {
            return in(core.store, jobId, from);
        } catch (StoreException e) {
            LOG.warn("Which runs the ledger holds from {} on is found out when they are due", from, e);
            return Map.of();
        }
    }
}

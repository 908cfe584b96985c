package org.carillon.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.carillon.job.Run;
import org.carillon.job.RunState;

/**
 * Which entries of the ledger are wanted, newest first: by id, or, when times are asked for, by {@linkplain #timeOf time}; or in
 * another order that is asked for.
 *
 * @param jobId  of this job, null for all
 * @param states in one of these states; empty for all
 * @param from   {@linkplain #timeOf at} or after this time; null for any
 * @param to     and before this time; null for any
 * @param before those that follow this run in that order, for paging; null for the first page
 * @param limit  at most so many, at least 1
 * @param sorted another order; null for newest first
 */
public record RunQuery(String jobId, Set<RunState> states, Instant from, Instant to, Long before, int limit, RunOrder sorted) {
    public RunQuery {
        states = states.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(states));
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    /** Newest first. */
    public RunQuery(String jobId, Set<RunState> states, Instant from, Instant to, Long before, int limit) {
        this(jobId, states, from, to, before, limit, null);
    }

    public static RunQuery newest(int limit) {
        return new RunQuery(null, Set.of(), null, null, null, limit);
    }

    public static RunQuery ofJob(String jobId, int limit) {
        return new RunQuery(jobId, Set.of(), null, null, null, limit);
    }

    public RunQuery in(Set<RunState> wanted) {
        return new RunQuery(jobId, wanted, from, to, before, limit, sorted);
    }

    public RunQuery between(Instant start, Instant end) {
        return new RunQuery(jobId, states, start, end, before, limit, sorted);
    }

    public RunQuery before(long runId) {
        return new RunQuery(jobId, states, from, to, runId, limit, sorted);
    }

    /** @param order null for newest first */
    public RunQuery sortedBy(RunOrder order) {
        return new RunQuery(jobId, states, from, to, before, limit, order);
    }

    /** The time by which a run is searched: when it was planned, else started, else ended; null if it waits unplanned. */
    public static Instant timeOf(Run run) {
        if (run.scheduledAt() != null) {
            return run.scheduledAt();
        }
        return run.startedAt() != null ? run.startedAt() : run.endedAt();
    }

    public boolean isByTime() {
        return from != null || to != null;
    }

    /** The order in which runs are wanted. */
    public Comparator<Run> order() {
        if (sorted != null) {
            return sorted.comparator();
        }
        Comparator<Run> byId = Comparator.comparingLong(Run::id).reversed();
        return isByTime() ? Comparator.comparing(RunQuery::timeOf, Comparator.nullsFirst(Comparator.naturalOrder())).reversed().thenComparing(byId) : byId;
    }

    /** Whether a run is wanted, leaving {@link #before} and {@link #limit} aside. */
    public boolean matches(Run run) {
        return (jobId == null || jobId.equals(run.jobId()))
                && (states.isEmpty() || states.contains(run.state()))
                && matches(timeOf(run));
    }

    private boolean matches(Instant time) {
        if (!isByTime()) {
            return true;
        }
        return time != null && (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
    }
}

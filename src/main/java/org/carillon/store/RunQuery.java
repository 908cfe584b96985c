package org.carillon.store;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.carillon.job.RunState;

/**
 * Which entries of the ledger are wanted, newest (highest id) first.
 *
 * @param jobId  of this job, null for all
 * @param states in one of these states; empty for all
 * @param from   planned or, if not planned, started at or after this time; null for any
 * @param to     and before this time; null for any
 * @param before with a lower id than this, for paging; null for the first page
 * @param limit  at most so many, at least 1
 */
public record RunQuery(String jobId, Set<RunState> states, Instant from, Instant to, Long before, int limit) {
    public RunQuery {
        states = states.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(states));
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    public static RunQuery newest(int limit) {
        return new RunQuery(null, Set.of(), null, null, null, limit);
    }

    public static RunQuery ofJob(String jobId, int limit) {
        return new RunQuery(jobId, Set.of(), null, null, null, limit);
    }

    public RunQuery in(Set<RunState> wanted) {
        return new RunQuery(jobId, wanted, from, to, before, limit);
    }

    public RunQuery before(long runId) {
        return new RunQuery(jobId, states, from, to, runId, limit);
    }
}

package org.carillon.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.store.Change;
import org.carillon.store.ConflictException;
import org.carillon.store.journal.StoredChange;

/** Whether jobs and runs may be entered of which the tables and the journal have different parts. Not thread-safe. */
final class NewEntries {
    private record Occurrence(String jobId, Instant time) {}

    /** What one list enters. */
    private record Entered(Set<String> jobs, Set<Long> runs, Set<Occurrence> occurrences) {
        Entered() {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>());
        }

        void clear() {
            jobs.clear();
            runs.clear();
            occurrences.clear();
        }

        void add(Entered other) {
            jobs.addAll(other.jobs);
            runs.addAll(other.runs);
            occurrences.addAll(other.occurrences);
        }
    }

    private final ChangeStatements statements;
    private final Settler settler;
    /** What those lists of the present group enter that were checked: neither the tables nor the settler have it. */
    private final Entered group = new Entered();
    private long highest;

    /** @param highest no run that was ever entered has a higher id */
    NewEntries(ChangeStatements statements, Settler settler, long highest) {
        this.statements = statements;
        this.settler = settler;
        this.highest = highest;
    }

    /** Of all that was checked before it is known whether it was entered. */
    void begin() {
        group.clear();
    }

    void reset(long highestInTables) {
        highest = Math.max(highest, highestInTables);
    }

    /** @throws ConflictException if a job's id, a run's id, or a run's job and planned time are there already or twice in this list */
    void check(List<StoredChange> changes) throws SQLException {
        Entered entered = new Entered();
        checkJobs(changes, entered);
        long highestOfThese = highest;
        for (StoredChange stored : changes) {
            switch (stored) {
                case StoredChange.Plain(Change.AddRun(var run)) -> {
                    check(run, entered);
                    highestOfThese = Math.max(highestOfThese, run.id());
                }
                case StoredChange.JobText _, StoredChange.Plain _ -> {}
            }
        }
        highest = highestOfThese;
        group.add(entered);
    }

    /** The tables are asked once for all: many jobs are added at once. */
    private void checkJobs(List<StoredChange> changes, Entered entered) throws SQLException {
        List<String> ids = new ArrayList<>();
        for (StoredChange stored : changes) {
            if (stored instanceof StoredChange.JobText job) {
                ids.add(job.id());
                if (!entered.jobs.add(job.id()) || group.jobs.contains(job.id())) {
                    throw jobConflict(job.id());
                }
            }
        }
        String known = ids.isEmpty() ? null : known(ids);
        if (known != null) {
            throw jobConflict(known);
        }
    }

    private String known(List<String> jobIds) throws SQLException {
        String unsettled = settler.anyJobOf(jobIds);
        return unsettled == null ? statements.anyJobOf(jobIds) : unsettled;
    }

    private static ConflictException jobConflict(String id) {
        return new ConflictException(Message.of("store.conflict.job", id));
    }

    private void check(Run run, Entered entered) throws SQLException {
        boolean isNew = entered.runs.add(run.id()) && !isKnown(run.id()) && (!isPlanned(run) || isFree(occurrence(run), entered));
        if (!isNew) {
            throw new ConflictException(ChangeStatements.conflict(run));
        }
    }

    private boolean isKnown(long id) throws SQLException {
        return id <= highest && (group.runs.contains(id) || settler.holds(id) || statements.has(id));
    }

    private static boolean isPlanned(Run run) {
        return run.scheduledAt() != null && run.stretch() == null;
    }

    private static Occurrence occurrence(Run run) {
        return new Occurrence(run.jobId(), run.scheduledAt());
    }

    private boolean isFree(Occurrence wanted, Entered entered) throws SQLException {
        return entered.occurrences.add(wanted) && !group.occurrences.contains(wanted)
                && !settler.holds(wanted.jobId(), wanted.time()) && !statements.has(wanted.jobId(), wanted.time());
    }
}

package org.carillon.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.carillon.job.Run;
import org.carillon.log.RunLogs;
import org.carillon.store.Change;
import org.carillon.store.RunQuery;

/**
 * Takes runs out of the ledger, in small batches, with their logs. The logs go first: a crash in between leaves runs without a log,
 * which the next look takes out, and never a log that nobody knows any more. What goes on or waits stays.
 */
final class OldRuns {
    private static final int BATCH = 500;

    private final Core core;
    private final RunLogs logs;
    private final BooleanSupplier stopped;

    /** @param stopped whether no more is to be taken out */
    OldRuns(Core core, RunLogs logs, BooleanSupplier stopped) {
        this.stopped = stopped;
        this.core = core;
        this.logs = logs;
    }

    /** Of a job's runs, those that so many newer ones follow; of the failed ones, those that twice as many follow. */
    void removeBeyond(String jobId, int keep, Predicate<Run> mayGo) {
        Optional<Long> last = core.store.newest(jobId, keep - 1);
        long rank = keep;
        while (last.isPresent() && !stopped.getAsBoolean()) {
            List<Run> older = core.store.runs(RunQuery.ofJob(jobId, BATCH).before(last.get()));
            List<Run> going = new ArrayList<>();
            for (Run run : older) {
                boolean isKept = run.state().isFailure() && rank < 2L * keep;
                if (!isKept && mayGo.test(run)) {
                    going.add(run);
                }
                rank++;
            }
            remove(going);
            last = older.size() < BATCH ? Optional.empty() : Optional.of(older.getLast().id());
        }
    }

    /** Of a job's runs, or of all if it is null, those before that time that may go. */
    void removeOlder(String jobId, Instant before, Predicate<Run> mayGo) {
        RunQuery query = new RunQuery(jobId, Set.of(), null, before, null, BATCH);
        List<Run> found = core.store.runs(query);
        while (!found.isEmpty() && !stopped.getAsBoolean()) {
            // The next page is asked for while the run that it follows is still there to say at which time that is.
            List<Run> next = found.size() < BATCH ? List.of() : core.store.runs(query.before(found.getLast().id()));
            remove(found.stream().filter(mayGo).toList());
            found = next;
        }
    }

    private void remove(List<Run> runs) {
        // What is left out of the future stays: its entry is what keeps it from running.
        Instant now = core.now();
        List<Run> over = runs.stream().filter(run -> run.state().isFinal())
                .filter(run -> run.scheduledAt() == null || !run.scheduledAt().isAfter(now)).toList();
        if (over.isEmpty()) {
            return;
        }
        over.forEach(run -> logs.delete(run.id()));
        core.ledger.commit(ids -> over.stream().<Change>map(run -> new Change.RemoveRun(run.id())).toList(), () -> { });
    }
}

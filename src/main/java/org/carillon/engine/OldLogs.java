package org.carillon.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.carillon.job.Run;
import org.carillon.log.RunLogs;
import org.carillon.store.RunQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes logs where they hold too much, the oldest first; their runs stay in the ledger. What goes on or waits keeps its log. */
final class OldLogs {
    private static final Logger LOG = LoggerFactory.getLogger(OldLogs.class);
    private static final int BATCH = 500;
    /** Nothing writes to a log any more that the ledger does not know, and that nobody has written to for so long. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Core core;
    private final RunLogs logs;
    private final Predicate<Run> keeps;
    private final BooleanSupplier stopped;

    /**
     * @param keeps   the runs whose logs stay whatever they hold
     * @param stopped whether no more is to be deleted
     */
    OldLogs(Core core, RunLogs logs, Predicate<Run> keeps, BooleanSupplier stopped) {
        this.core = core;
        this.logs = logs;
        this.keeps = keeps;
        this.stopped = stopped;
    }

    /** Of a job's logs, those before which newer ones hold so many bytes; of failed runs, twice as many. */
    void removeBeyond(String jobId, long bytes) {
        SortedMap<Long, Long> sizes = logs.sizes();
        long newer = 0;
        RunQuery query = RunQuery.ofJob(jobId, BATCH);
        List<Run> runs = core.store.runs(query);
        while (!runs.isEmpty() && !stopped.getAsBoolean()) {
            for (Run run : runs) {
                newer += sizes.getOrDefault(run.id(), 0L);
                if (sizes.containsKey(run.id()) && newer > (run.state().isFailure() ? 2 * bytes : bytes)) {
                    remove(run);
                }
            }
            runs = runs.size() < BATCH ? List.of() : core.store.runs(query.before(runs.getLast().id()));
        }
    }

    /**
     * Of all logs the oldest, until they hold no more than so many bytes; those of failed runs only if there is nothing else. Those of
     * runs that the ledger does not know go, too: it was restored from an earlier one, or the process died between the two.
     */
    void removeBeyond(long bytes) {
        SortedMap<Long, Long> sizes = logs.sizes();
        long held = sizes.values().stream().mapToLong(Long::longValue).sum();
        for (boolean alsoFailed : new boolean[] {false, true}) {
            for (Map.Entry<Long, Long> log : sizes.entrySet()) {
                if (held <= bytes || stopped.getAsBoolean()) {
                    return;
                }
                Run run = core.store.run(log.getKey()).orElse(null);
                boolean goes = run == null ? removeAbandoned(log.getKey()) : run.state().isFailure() == alsoFailed && remove(run);
                if (goes) {
                    held -= log.getValue();
                }
            }
        }
        LOG.debug("All logs hold {} bytes, and nothing more of them may go", held);
    }

    private boolean removeAbandoned(long runId) {
        boolean goes = logs.lastWritten(runId).filter(time -> time.isBefore(core.now().minus(ABANDONED))).isPresent();
        if (goes) {
            logs.delete(runId);
        }
        return goes;
    }

    private boolean remove(Run run) {
        boolean goes = run.state().isFinal() && !keeps.test(run);
        if (goes) {
            logs.delete(run.id());
        }
        return goes;
    }
}

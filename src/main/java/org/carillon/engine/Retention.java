package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.carillon.job.KeepRule;
import org.carillon.job.Run;
import org.carillon.log.LogException;
import org.carillon.log.RunLogs;
import org.carillon.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of what is older than jobs and settings want to keep, on a thread of its own. It looks some minutes after a run has ended
 * at the job of that run, and once a day at everything. A failure is logged, and the next look makes up for it.
 */
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    static final Duration AFTER_A_RUN = Duration.ofMinutes(10);
    static final Duration AFTER_THE_START = Duration.ofMinutes(1);
    static final Duration EVERYTHING_EVERY = Duration.ofDays(1);

    private final Core core;
    private volatile KeepRule usual;
    private final OldRuns oldRuns;
    private final OldLogs oldLogs;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("carillon-retention").factory());
    // Guarded by the scheduler's lock.
    private final Set<String> ended = new HashSet<>();
    private boolean lookIsPlanned;
    /** Whether everything is looked at once a day. */
    private boolean daily;
    private int looking;
    private volatile boolean closed;

    Retention(Core core, KeepRule usual, RunLogs logs) {
        this.core = core;
        this.usual = usual;
        this.oldRuns = new OldRuns(core, logs, () -> closed);
        this.oldLogs = new OldLogs(core, logs, this::isLast, () -> closed);
    }

    /** From now on this holds where jobs do not say it; what is beyond it goes soon. The lock is held. */
    void keep(KeepRule rule) {
        usual = rule;
        if (core.scheduling && rule.isLimited()) {
            core.after(AFTER_A_RUN, () -> look(daily ? this::allJobs : this::everything));
        }
    }

    /** Scheduling begins. The lock is held. */
    void begin() {
        boolean limited = usual.isLimited() || core.jobs.all().stream().anyMatch(entry -> rule(entry).isLimited());
        if (limited) {
            daily = true;
            core.after(AFTER_THE_START, () -> look(this::everything));
        }
    }

    /** A run is in the ledger in a final state. The lock is held. */
    void ended(Run run) {
        JobEntry entry = core.jobs.get(run.jobId());
        if (core.scheduling && entry != null && rule(entry).isLimited()) {
            ended.add(run.jobId());
            if (!lookIsPlanned) {
                lookIsPlanned = true;
                core.after(AFTER_A_RUN, () -> look(this::someJobs));
            }
        }
    }

    /** Whether it does nothing at present. The lock is held. */
    boolean isIdle() {
        return looking == 0;
    }

    /** Nothing goes any more; waits for what is being done. */
    void close() {
        closed = true;
        thread.shutdown();
        thread.close();
    }

    /** The lock is held. */
    private void look(Runnable work) {
        if (core.closing) {
            return;
        }
        looking++;
        thread.execute(() -> {
            try {
                work.run();
            } catch (StoreException | LogException | SchedulerClosedException e) {
                LOG.warn("Old runs could not be removed; they are looked at again later", e);
            } finally {
                core.locked(() -> looking--);
            }
        });
    }

    private void someJobs() {
        Set<String> jobs = core.locked(() -> {
            Set<String> taken = Set.copyOf(ended);
            ended.clear();
            lookIsPlanned = false;
            return taken;
        });
        jobs.forEach(this::lookAt);
        lookAtAllLogs();
    }

    private void lookAtAllLogs() {
        if (usual.totalBytes() != null && !closed) {
            oldLogs.removeBeyond(usual.totalBytes());
        }
    }

    private void everything() {
        allJobs();
        core.locked(() -> {
            daily = true;
            if (!core.closing) {
                core.after(EVERYTHING_EVERY, () -> look(this::everything));
            }
        });
    }

    private void allJobs() {
        List<String> jobs = core.locked(() -> core.jobs.all().stream().map(entry -> entry.id).toList());
        jobs.forEach(this::lookAt);
        if (usual.time() != null) {
            oldRuns.removeOlder(null, core.now().minus(usual.time()), this::mayGo);
        }
        lookAtAllLogs();
    }

    private void lookAt(String jobId) {
        JobEntry entry = core.locked(() -> core.jobs.get(jobId));
        if (entry == null || closed) {
            return;
        }
        KeepRule rule = core.locked(() -> rule(entry));
        if (rule.runs() != null) {
            oldRuns.removeBeyond(jobId, rule.runs(), run -> !isLast(run));
        }
        boolean ownTime = core.locked(() -> entry.job != null && entry.job.policy().keepFor() != null);
        if (ownTime) {
            oldRuns.removeOlder(jobId, core.now().minus(rule.time()), this::mayGo);
        }
        if (rule.bytes() != null) {
            oldLogs.removeBeyond(jobId, rule.bytes());
        }
    }

    /** Whether the rule that holds for its job lets it go by its age. What failed is kept for twice the time. */
    private boolean mayGo(Run run) {
        KeepRule rule = core.locked(() -> rule(core.jobs.get(run.jobId())));
        if (rule.time() == null || isLast(run)) {
            return false;
        }
        Duration time = run.state().isFailure() ? rule.time().multipliedBy(2) : rule.time();
        Instant over = run.endedAt() == null ? run.scheduledAt() : run.endedAt();
        return over != null && over.isBefore(core.now().minus(time));
    }

    /** A job can always say how it went last. */
    private boolean isLast(Run run) {
        return core.locked(() -> {
            JobEntry entry = core.jobs.get(run.jobId());
            return entry != null && entry.lastRun != null && entry.lastRun.id() == run.id();
        });
    }

    /** The jobs that are gone, and those that cannot be read, have the usual rule. */
    private KeepRule rule(JobEntry entry) {
        return entry == null || entry.job == null ? usual : usual.of(entry.job.policy());
    }
}

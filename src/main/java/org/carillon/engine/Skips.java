package org.carillon.engine;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.carillon.job.FormatException;
import org.carillon.job.JsonTimes;
import org.carillon.job.Reason;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.message.Message;
import org.carillon.store.Change;
import org.carillon.trigger.Trigger;

/**
 * Occurrences that somebody leaves out before their time comes. Each is in the ledger ahead, as one that did not run; the ledger's rule
 * that a planned time has one entry keeps it from running, also after a restart.
 */
final class Skips {
    private final Core core;
    private final RunSupervisor supervisor;

    Skips(Core core, RunSupervisor supervisor) {
        this.core = core;
        this.supervisor = supervisor;
    }

    /** @param instead when it runs instead, null for not at all @return the ledger entry */
    long skip(String jobId, Instant occurrence, Instant instead) {
        JobEntry entry = claim(jobId);
        AtomicReference<Run> skipped = new AtomicReference<>();
        boolean applied = false;
        try {
            check(entry, occurrence, instead);
            Instant next = occurrence.equals(entry.nextRun) ? nextAfter(occurrence, entry) : entry.nextRun;
            core.ledger.commit(ids -> {
                skipped.set(Run.notRun(ids.reserve(1), entry.job, occurrence, RunState.SKIPPED, reason(entry, instead), core.now()));
                return List.of(new Change.AddRun(skipped.get()), new Change.Plan(entry.id, next, entry.planned));
            }, () -> known(entry, skipped.get(), next));
            applied = true;
            return skipped.get().id();
        } finally {
            if (!applied) {
                core.locked(() -> core.release(entry));
            }
        }
    }

    private JobEntry claim(String jobId) {
        return core.locked(() -> {
            JobEntry entry = core.jobs.require(jobId);
            core.claim(entry);
            return entry;
        });
    }

    private void check(JobEntry entry, Instant occurrence, Instant instead) {
        if (entry.job == null) {
            throw new NoSuchException(Message.of("engine.brokenJob", entry.id));
        }
        boolean toCome = occurrence.isAfter(core.now()) && entry.nextRun != null && !occurrence.isBefore(entry.nextRun);
        if (!toCome || !occurrence.equals(entry.job.trigger().next(occurrence.minusNanos(1)))) {
            throw NoSuchException.occurrence(entry.id, occurrence, entry.job.trigger().zone());
        }
        if (instead != null && !instead.isAfter(core.now())) {
            throw new FormatException("instead", Message.of("engine.notToCome", JsonTimes.write(instead, entry.job.trigger().zone())));
        }
        if (instead != null && (instead.equals(occurrence) || entry.accounted.contains(instead))) {
            throw new FormatException("instead",
                    Message.of("engine.timeTaken", entry.id, JsonTimes.write(instead, entry.job.trigger().zone())));
        }
    }

    private static Instant nextAfter(Instant occurrence, JobEntry entry) {
        Trigger trigger = entry.job.trigger();
        return AccountedTimes.open(trigger, trigger.next(occurrence), entry.accounted);
    }

    private static Reason reason(JobEntry entry, Instant instead) {
        return instead == null ? Reason.of(Cause.BY_REQUEST) : Reason.of(Cause.MOVED, JsonTimes.write(instead, entry.job.trigger().zone()));
    }

    private void known(JobEntry entry, Run skipped, Instant next) {
        core.locked(() -> {
            Set<Instant> accounted = new HashSet<>(entry.accounted);
            accounted.add(skipped.scheduledAt());
            entry.accounted = Set.copyOf(accounted);
            entry.nextRun = next;
            supervisor.notRun(List.of(skipped));
            core.release(entry);
            supervisor.removeIfDone(entry);
            core.later.watch(entry);
        });
    }
}

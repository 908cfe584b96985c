package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Trigger;

/**
 * Jobs whose trigger could search only so far ahead for the next run: they are not finished, and are searched again in time.
 */
final class LaterSearch {
    private static final Duration OFTEN_ENOUGH = Duration.ofHours(1);

    private final Core core;
    private final RunSupervisor supervisor;
    /** Where to search, which may take a while. */
    private final Executor searcher;

    LaterSearch(Core core, RunSupervisor supervisor, Executor searcher) {
        this.core = core;
        this.supervisor = supervisor;
        this.searcher = searcher;
    }

    /** Whether a job without a next run will have none any more. */
    static boolean isFinished(JobEntry entry, Instant now) {
        return isUsedUp(entry) || !isStartedByEvent(entry) && entry.job.trigger().searchedUntil(now) == null;
    }

    /** Whether a job runs when the scheduler starts, by {@code @reboot} alone or as one of its triggers. */
    static boolean isStartedByEvent(JobEntry entry) {
        return isEvent(entry.job.trigger());
    }

    private static boolean isEvent(Trigger trigger) {
        return switch (trigger) {
            case CronTrigger cron -> cron.isReboot();
            case AnyTrigger any -> any.parts().stream().anyMatch(LaterSearch::isEvent);
            default -> false;
        };
    }

    /** Sees to a job that may have no next run. The lock is held. */
    void watch(JobEntry entry) {
        Instant searched = isOpen(entry) ? entry.job.trigger().searchedUntil(core.now()) : null;
        if (searched != null && !entry.searchedLater) {
            entry.searchedLater = true;
            Duration until = Duration.between(core.now(), searched);
            Duration wait = until.compareTo(OFTEN_ENOUGH) < 0 ? until.dividedBy(2) : OFTEN_ENOUGH;
            core.after(wait, () -> searcher.execute(() -> search(entry)));
        }
    }

    private static boolean isOpen(JobEntry entry) {
        return entry.job != null && entry.job.enabled() && entry.nextRun == null && !entry.removed && !isUsedUp(entry);
    }

    /** Whether a job has had as many runs as it wants. */
    static boolean isUsedUp(JobEntry entry) {
        Long most = entry.job.policy().maxRuns();
        return most != null && entry.planned >= most;
    }

    private void search(JobEntry entry) {
        Trigger trigger = core.locked(() -> {
            entry.searchedLater = false;
            return isOpen(entry) && !entry.claimed ? entry.job.trigger() : null;
        });
        if (trigger == null) {
            return;
        }
        Instant now = core.now();
        Instant next = trigger.next(now);
        core.locked(() -> {
            if (!isOpen(entry) || entry.claimed || entry.job.trigger() != trigger) {
                return;
            }
            if (next == null) {
                watch(entry);
            } else {
                core.take(entry);
                core.ledger.submit(new PlanWork(core, supervisor, entry, new Plan(List.of(), next, entry.planned), now));
            }
        });
    }
}

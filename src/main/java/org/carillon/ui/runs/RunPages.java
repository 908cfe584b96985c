package org.carillon.ui.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.engine.Scheduler;
import org.carillon.job.Run;
import org.carillon.job.RunState;

/** Reads runs from the store. Every method waits for it. */
final class RunPages {
    private static final int STEP = 2_000;

    private final Scheduler scheduler;

    RunPages(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** The jobs that are meant. @return null for all */
    Set<String> jobIds(String jobId, String tag) {
        if (jobId != null) {
            return Set.of(jobId);
        }
        return tag == null ? null : scheduler.jobs().stream()
                .filter(status -> status.job() != null && status.job().tags().contains(tag))
                .map(status -> status.job().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    RunFilter filter(String jobId, String tag, Set<RunState> states, Instant from) {
        return new RunFilter(jobIds(jobId, tag), states, from);
    }

    /** The newest ones, page by page. */
    List<Run> newest(RunFilter filter, int most) {
        List<Run> found = new ArrayList<>();
        Long before = null;
        while (found.size() < most) {
            List<Run> page = filter.page(scheduler, before, Math.min(STEP, most - found.size()));
            found.addAll(page);
            if (page.isEmpty()) {
                break;
            }
            before = page.getLast().id();
        }
        return found;
    }
}

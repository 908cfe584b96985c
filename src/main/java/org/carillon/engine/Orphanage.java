package org.carillon.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carillon.job.Run;

/** The interrupted runs that have left processes. Until those have ended or are left alone, each takes a place of its job, and what repeats it is held. */
final class Orphanage {
    private final Core core;
    private final RunSupervisor supervisor;
    private final OrphanCare care;
    private final Map<Long, Run> interrupted;
    private final Map<Long, List<ActiveRun>> held = new HashMap<>();

    /** Looks which there are. @param care null for a scheduler that cannot tell its processes from others */
    Orphanage(Core core, RunSupervisor supervisor, OrphanCare care) {
        this.core = core;
        this.supervisor = supervisor;
        this.care = care;
        interrupted = care == null ? Map.of() : care.interruptedWithOrphans();
    }

    /** The lock is held. */
    void takePlaces() {
        for (Run run : interrupted.values()) {
            JobEntry entry = core.jobs.get(run.jobId());
            if (entry != null) {
                entry.orphaned++;
            }
        }
    }

    /** @param runId may be null, for none */
    boolean isOf(Long runId) {
        return runId != null && interrupted.containsKey(runId);
    }

    /** One of those that repeat it: the scheduler may want that, and somebody else too. */
    void hold(Long runId, ActiveRun again) {
        held.computeIfAbsent(runId, id -> new ArrayList<>()).add(again);
    }

    /** Begins to end the processes, or leaves them, as their jobs say; returns at once. The lock is not held. */
    void end() {
        for (Run run : interrupted.values()) {
            JobEntry entry = core.locked(() -> core.jobs.get(run.jobId()));
            care.care(run, () -> {
                if (entry != null && entry.orphaned > 0) {
                    supervisor.orphanEnded(entry, held.getOrDefault(run.id(), List.of()));
                }
            });
        }
    }
}

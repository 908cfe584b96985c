package org.carillon.ui.tray;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.carillon.engine.JobStatus;
import org.carillon.job.Run;
import org.carillon.job.RunState;

/** Which jobs failed since the program was started without anybody having looked at it; a success makes up for it. */
final class UnseenFailures {
    private final Instant since;
    private final Map<String, Long> unseen = new LinkedHashMap<>();
    private final Map<String, Long> seen = new HashMap<>();

    UnseenFailures(Instant since) {
        this.since = since;
    }

    void update(JobStatus status) {
        Run last = status.lastRun();
        if (last == null) {
            return;
        }
        if (last.state() == RunState.SUCCEEDED) {
            unseen.remove(status.id());
        } else if (last.state().isFailure() && !last.endedAt().isBefore(since) && last.id() > seen.getOrDefault(status.id(), 0L)) {
            unseen.put(status.id(), last.id());
        }
    }

    /** Somebody looked at that job. @return whether that changes anything */
    boolean lookedAt(String jobId) {
        Long run = unseen.remove(jobId);
        if (run != null) {
            seen.put(jobId, run);
        }
        return run != null;
    }

    void keepOnly(Set<String> jobIds) {
        unseen.keySet().retainAll(jobIds);
        seen.keySet().retainAll(jobIds);
    }

    /** Ids, the first failure first. */
    Set<String> jobs() {
        return unseen.keySet();
    }
}

package org.carillon.store.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.job.Job;
import org.carillon.job.JobVersion;
import org.carillon.job.Saved;
import org.carillon.store.JobStore;

/** The versions of each job, newest first. Not thread-safe. */
final class MemoryVersions {
    private final Undo undo;
    private final Map<String, List<JobVersion>> byJob = new HashMap<>();
    /** When jobs were removed whose versions are still here. */
    private final Map<String, Instant> removals = new HashMap<>();

    MemoryVersions(Undo undo) {
        this.undo = undo;
    }

    List<JobVersion> of(String jobId) {
        return byJob.getOrDefault(jobId, List.of());
    }

    void add(Job job, Saved saved) {
        List<JobVersion> before = of(job.id());
        int number = before.isEmpty() ? 1 : before.getFirst().number() + 1;
        undo.put(byJob, job.id(), Stream.concat(Stream.of(new JobVersion(number, saved, job)), before.stream())
                .limit(JobVersion.KEPT).toList());
        undo.remove(removals, job.id());
    }

    /** @param removed null if its versions go at once @param wasThere whether there was such a job */
    void remove(String jobId, Saved removed, boolean wasThere) {
        if (removed == null) {
            undo.remove(byJob, jobId);
            undo.remove(removals, jobId);
        } else if (wasThere) {
            undo.put(removals, jobId, removed.at());
        }
    }

    /** Forgets those of jobs that are gone for longer than they stay. */
    void forgetRemoved(Saved removed, Set<String> jobs) {
        if (removed != null) {
            Instant before = removed.at().minus(JobStore.VERSIONS_STAY);
            List<String> gone = removals.entrySet().stream()
                    .filter(removal -> removal.getValue().isBefore(before) && !jobs.contains(removal.getKey())).map(Map.Entry::getKey).toList();
            gone.forEach(id -> remove(id, null, true));
        }
    }
}

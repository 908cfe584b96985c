package org.carillon.bench.engine.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carillon.job.Run;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.carillon.store.StoredJob;
import org.carillon.store.jdbc.H2JobStore;

/**
 * What lies on the disk while no scheduler runs.
 *
 * @param jobs    by their ids
 * @param runs    all that there ever were, by their ids
 * @param started how often each run has said that it was started, in the side file
 */
record Ledger(Map<String, StoredJob.Sound> jobs, Map<Long, Run> runs, Map<Long, Long> started) {
    static Ledger read(Load load) throws IOException {
        try (JobStore store = H2JobStore.open(load.directory())) {
            Map<String, StoredJob.Sound> jobs = new HashMap<>();
            for (StoredJob stored : store.jobs()) {
                if (!(stored instanceof StoredJob.Sound sound)) {
                    throw new IllegalStateException("A job became unreadable: " + stored);
                }
                jobs.put(sound.id(), sound);
            }
            Map<Long, Run> runs = new TreeMap<>();
            store.runs(RunQuery.newest(Integer.MAX_VALUE)).forEach(run -> runs.put(run.id(), run));
            return new Ledger(jobs, runs, started(load.sideFile()));
        }
    }

    private static Map<Long, Long> started(Path file) throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.stream().collect(Collectors.groupingBy(Long::valueOf, Collectors.counting()));
    }

    Collection<Run> all() {
        return runs.values();
    }

    Map<String, List<Run>> byJob() {
        return all().stream().collect(Collectors.groupingBy(Run::jobId));
    }
}

package org.carillon.bench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.carillon.store.Change;
import org.carillon.store.jdbc.H2JobStore;

/**
 * How fast H2 takes what Carillon writes for 10,000 due jobs: a scheduler runs them once on a store that records the commits,
 * then plain JDBC writes the same rows, commit by commit, into a file with the same tables; once to warm up, once measured.
 */
final class BareH2 {
    private BareH2() {}

    static Map<Metric, Double> measure(Path directory) throws IOException, SQLException {
        List<List<Change>> all = record(Files.createDirectory(directory.resolve("recorded")));
        int jobsAdded = 1;
        List<List<Change>> jobs = all.subList(0, jobsAdded);
        List<List<Change>> runs = all.subList(jobsAdded, all.size());
        System.err.printf("bare H2: %d commits, %d changes%n", runs.size(), runs.stream().mapToInt(List::size).sum());
        runsPerSecond(Files.createDirectory(directory.resolve("warm-up")), jobs, runs);
        return Map.of(Metric.DUE_NOW, runsPerSecond(Files.createDirectory(directory.resolve("measured")), jobs, runs));
    }

    private static List<List<Change>> record(Path directory) {
        AtomicReference<RecordingStore> recording = new AtomicReference<>();
        try (Contender contender = new CarillonContender(directory, store -> {
            recording.set(RecordingStore.around(store));
            return recording.get();
        })) {
            Probe.expect(DueNow.JOBS);
            contender.addDue(DueNow.JOBS);
            contender.start();
            Awaitility.await().atMost(DueNow.PATIENCE).until(() -> contender.hasRecorded(DueNow.JOBS));
        }
        return recording.get().commits();
    }

    private static double runsPerSecond(Path directory, List<List<Change>> jobs, List<List<Change>> runs) throws SQLException {
        H2JobStore.open(directory).close();
        ForcedFile.register();
        String url = "jdbc:h2:forced:" + directory.resolve("carillon") + ";" + PeerDatabase.SETTINGS;
        try (Connection connection = DriverManager.getConnection(url, "carillon", "")) {
            BareWrites writes = new BareWrites(connection);
            writes.commit(jobs);
            Stopwatch watch = Stopwatch.start();
            writes.commit(runs);
            return watch.perSecond(DueNow.JOBS);
        }
    }
}

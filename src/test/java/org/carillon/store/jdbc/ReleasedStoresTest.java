package org.carillon.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.Change;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.carillon.store.StoreException;
import org.carillon.store.StoredJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stores that programs of each version of the tables wrote: three jobs, and the first seconds of their runs. */
class ReleasedStoresTest {
    @TempDir
    private Path directory;

    static IntStream versions() {
        return IntStream.rangeClosed(1, Schema.known());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void nothingIsLostWhenAnOlderStoreIsOpened(int version) throws IOException {
        released(version);
        try (JobStore store = H2JobStore.open(directory)) {
            assertThat(store.jobs()).extracting(StoredJob::id).containsExactlyInAnyOrder("report", "tick", "fail");
            assertThat(store.jobs()).allSatisfy(job -> assertThat(job).isInstanceOf(StoredJob.Sound.class));
            List<Run> runs = store.runs(RunQuery.newest(100));
            assertThat(runs).hasSize(12);
            assertThat(runs).filteredOn(run -> run.jobId().equals("fail")).isNotEmpty()
                    .allSatisfy(run -> assertThat(run.state()).isEqualTo(RunState.FAILED));
            assertThat(runs).filteredOn(run -> run.state() == RunState.SUCCEEDED).hasSizeGreaterThan(6)
                    .allSatisfy(run -> assertThat(run.exitCode()).isZero());
            assertThat(runs).extracting(Run::id).containsExactlyElementsOf(LongStream.iterate(12, id -> id > 0, id -> id - 1).boxed().toList());
            assertThat(store.versions("tick")).hasSize(1).first().satisfies(now -> assertThat(now.job().id()).isEqualTo("tick"));
            store.commit(List.of(new Change.RemoveJob("report")));
        }
        try (JobStore store = H2JobStore.open(directory)) {
            assertThat(store.jobs()).extracting(StoredJob::id).containsExactlyInAnyOrder("tick", "fail");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theStoreAsItWasIsKeptBeforeItsTablesAreChanged(int version) throws IOException {
        byte[] before = released(version);
        H2JobStore.open(directory).close();
        H2JobStore.open(directory).close();

        if (version == Schema.known()) {
            assertThat(directory.resolve("backups")).doesNotExist();
            return;
        }
        assertThat(kept()).containsExactly("before-upgrade-from-" + version + ".zip");
        restoreKept(version);
        assertThat(Files.size(directory.resolve("carillon.mv.db"))).isGreaterThanOrEqualTo(before.length / 2);
        H2JobStore.open(directory).close();
        assertThat(kept()).containsExactlyInAnyOrder("before-upgrade-from-" + version + ".zip", "before-upgrade-from-" + version + "-2.zip");
    }

    @Test
    void aStoreOfANewerProgramIsRefusedAndLeftAsItIs() throws Exception {
        released(Schema.known());
        H2JobStore.open(directory).close();
        try (var connection = H2JobStore.file(directory).connect(); var statement = connection.createStatement()) {
            statement.execute("UPDATE \"flyway_schema_history\" SET \"version\" = '99' WHERE \"version\" = '" + Schema.known() + "'");
        }

        assertThatThrownBy(() -> H2JobStore.open(directory)).isInstanceOf(StoreException.class).hasMessageContaining("99");
        try (var connection = H2JobStore.file(directory).connect(); var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT (SELECT COUNT(*) FROM jobs), (SELECT COUNT(*) FROM runs), "
                        + "(SELECT MAX(\"version\") FROM \"flyway_schema_history\" WHERE \"installed_rank\" = " + Schema.known() + ")")) {
            rows.next();
            assertThat(List.of(rows.getString(1), rows.getString(2), rows.getString(3))).containsExactly("3", "12", "99");
        }
        assertThat(directory.resolve("backups")).doesNotExist();
    }

    private byte[] released(int version) throws IOException {
        try (InputStream in = ReleasedStoresTest.class.getResourceAsStream("released/schema-" + version + ".mv.db")) {
            byte[] store = in.readAllBytes();
            Files.write(directory.resolve("carillon.mv.db"), store);
            return store;
        }
    }

    private void restoreKept(int version) throws IOException {
        Path kept = directory.resolve("backups/before-upgrade-from-" + version + ".zip");
        try (ZipFile zip = new ZipFile(kept.toFile()); InputStream in = zip.getInputStream(zip.entries().nextElement())) {
            Files.write(directory.resolve("carillon.mv.db"), in.readAllBytes());
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".journal")).toList()) {
                Files.delete(file);
            }
        }
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

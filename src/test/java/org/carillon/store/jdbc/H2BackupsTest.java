package org.carillon.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carillon.store.Samples.NOON;
import static org.carillon.store.Samples.job;
import static org.carillon.store.Samples.manual;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.carillon.store.Change.AddJob;
import org.carillon.store.Change.AddRun;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.carillon.store.StoreException;
import org.carillon.store.StoredJob.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2BackupsTest {
    @TempDir
    Path directory;

    @Test
    void aBackupHoldsWhatTheStoreHeldAndOnlyItsOwnerCanReadIt() throws Exception {
        Path backup;
        try (JobStore store = H2JobStore.open(directory)) {
            store.commit(List.of(new AddJob(job("a"), NOON)));
            backup = new H2Backups(directory, store).makeIfDue(NOON).orElseThrow();
            store.commit(List.of(new AddJob(job("b"), NOON)));
        }
        assertThat(backup).isEqualTo(directory.resolve("backups").resolve("carillon-20261123-120000.zip").toAbsolutePath());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup))).isEqualTo("rw-------");
        try (JobStore restored = H2JobStore.open(unpack(backup))) {
            assertThat(restored.jobs()).containsExactly(new Sound(job("a"), NOON, 0));
        }
    }

    private Path unpack(Path backup) throws IOException {
        Path target = Files.createDirectory(directory.resolve("restored"));
        try (InputStream in = Files.newInputStream(backup); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, target.resolve(entry.getName()));
            }
        }
        return target;
    }

    @Test
    void theStoreGoesOnWhileABackupIsMadeAndTheBackupIsWhole() throws Exception {
        Path backup;
        try (JobStore store = H2JobStore.open(directory)) {
            AtomicBoolean done = new AtomicBoolean();
            Thread writer = Thread.ofVirtual().start(() -> {
                while (!done.get()) {
                    store.commit(List.of(new AddRun(manual(store.reserveRunIds(1), "a")), new AddRun(manual(store.reserveRunIds(1), "a"))));
                }
            });
            backup = new H2Backups(directory, store).makeIfDue(NOON).orElseThrow();
            done.set(true);
            writer.join();
        }
        try (JobStore restored = H2JobStore.open(unpack(backup))) {
            assertThat(restored.runs(RunQuery.newest(1_000_000)).size() % 2).isZero();
        }
    }

    @Test
    void oneBackupADayIsEnough() {
        H2JobStore.open(directory).close();
        H2Backups backups = new H2Backups(directory);
        assertThat(backups.makeIfDue(NOON)).isPresent();
        assertThat(backups.makeIfDue(NOON.plus(Duration.ofHours(23)))).isEmpty();
        assertThat(backups.makeIfDue(NOON.plus(Duration.ofHours(24)))).isPresent();
        assertThat(directory.resolve("backups")).isDirectoryContaining("glob:**carillon-*.zip");
    }

    @Test
    void theLastOfEachOfSevenDaysAndFourWeeksIsKept() {
        TreeMap<Instant, Integer> backups = new TreeMap<>();
        for (int day = 0; day < 200; day++) {
            backups.put(NOON.plus(Duration.ofDays(day)), day);
            backups.put(NOON.plus(Duration.ofDays(day)).minusSeconds(3600), 1000 + day);
            backups.values().removeAll(BackupRotation.USUAL.toDelete(backups));
        }
        assertThat(backups.values()).contains(199, 198, 197, 196, 195, 194, 193).hasSizeBetween(9, 10);
        assertThat(backups.firstEntry().getValue()).isBetween(199 - 4 * 7 + 1, 199 - 2 * 7 - 1);
        assertThat(backups.values()).noneMatch(day -> day >= 1000);
    }

    @Test
    void aBackupThatCannotBeMadeSaysSo() throws Exception {
        H2JobStore.open(directory).close();
        Files.writeString(directory.resolve("backups"), "in the way");
        assertThatThrownBy(() -> new H2Backups(directory).makeIfDue(NOON))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("No backup could be made in " + directory.resolve("backups"));
    }
}

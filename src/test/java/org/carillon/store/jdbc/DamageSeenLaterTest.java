package org.carillon.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.carillon.store.Samples.NOON;
import static org.carillon.store.Samples.job;
import static org.carillon.store.Samples.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.carillon.job.Reason;
import org.carillon.job.RunState;
import org.carillon.store.Change;
import org.carillon.store.Change.AddJob;
import org.carillon.store.Change.AddRun;
import org.carillon.store.DamagedStoreException;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damage in a part of the data file that nothing reads when the store is opened. */
@Timeout(120)
class DamageSeenLaterTest {
    private static final int RUNS = 24_000;
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path directory;
    private Path file;

    @BeforeEach
    void fillAStoreThatHasABackup() {
        file = directory.resolve("carillon.mv.db");
        Random random = new Random(7);
        try (JobStore store = H2JobStore.open(directory)) {
            store.commit(List.of(new AddJob(job("a"), NOON)));
            for (long id = 1; id <= RUNS; ) {
                List<Change> changes = new ArrayList<>();
                for (int i = 0; i < 3_000; i++, id++) {
                    Reason reason = new Reason(Reason.Cause.ERROR, new UUID(random.nextLong(), random.nextLong()) + "" + new UUID(random.nextLong(), random.nextLong()));
                    changes.add(new AddRun(manual(id, "a").started(NOON, 1, "host", "user" + id).ended(RunState.FAILED, reason, NOON, 1, 5)));
                }
                store.commit(changes);
            }
            new H2Backups(directory, store).makeNow(NOON);
        }
    }

    /** Overwrites 40 KB of the file as it was, ever further on, until that shows where it should. */
    private void damageUntil(BooleanSupplier shows) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int from = whole.length / 5; from < whole.length - 200_000; from += 120_000) {
            byte[] damaged = whole.clone();
            Arrays.fill(damaged, from, from + 40_000, (byte) 0x5a);
            Files.write(file, damaged);
            if (shows.getAsBoolean()) {
                return;
            }
        }
        fail("nothing of the damage was seen");
    }

    private boolean opensAndCannotBeRead() {
        try (JobStore store = H2JobStore.open(directory)) {
            for (long id = 1; id <= RUNS; id += 20) {
                store.run(id);
            }
            return false;
        } catch (DamagedStoreException e) {
            return new DamageMark(file).isThere();
        }
    }

    private boolean cannotBeBackedUp() {
        try {
            Files.delete(new H2Backups(directory).makeIfDue(NOON.plus(DAY)).orElseThrow());
            return false;
        } catch (DamagedStoreException e) {
            return e.getMessage().contains("a backup of it cannot be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theNextStartFindsItAndTheBackupIsPutInItsPlace() throws Exception {
        damageUntil(this::opensAndCannotBeRead);
        assertThatThrownBy(() -> H2JobStore.open(directory)).isInstanceOfSatisfying(DamagedStoreException.class,
                damage -> new H2Restore(directory).restore(NOON.plus(DAY), 0, damage));
        try (JobStore store = H2JobStore.open(directory)) {
            assertThat(store.runs(RunQuery.newest(RUNS))).hasSize(RUNS);
        }
    }

    @Test
    void aBackupOfItIsNotKeptAndTheOlderOnesStay() throws Exception {
        damageUntil(this::cannotBeBackedUp);
        try (Stream<Path> kept = Files.list(directory.resolve("backups"))) {
            assertThat(kept).extracting(path -> path.getFileName().toString()).containsExactly("carillon-20261123-120000.zip");
        }
        assertThatThrownBy(() -> H2JobStore.open(directory)).isInstanceOf(DamagedStoreException.class);
    }

    @Test
    void whateverIsOverwrittenNothingIsMissingWithoutAWord() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        byte[] position = Files.readAllBytes(directory.resolve("carillon.position"));
        int older = 0;
        for (int from = 8_192; from < whole.length; from += whole.length / 12) {
            byte[] damaged = whole.clone();
            Arrays.fill(damaged, from, Math.min(whole.length, from + whole.length / 8), (byte) 0x5a);
            Files.write(file, damaged);
            Files.write(directory.resolve("carillon.position"), position);
            new DamageMark(file).remove();
            List<LostChanges> lost = new ArrayList<>();
            try (JobStore store = H2JobStore.open(directory, lost::add)) {
                if (store.runs(RunQuery.newest(RUNS)).size() < RUNS) {
                    assertThat(lost).as("from byte %d", from).containsExactly(new LostChanges(true, List.of()));
                    older++;
                }
            } catch (DamagedStoreException e) {
                assertThat(new DamageMark(file).isThere()).isTrue();
            }
        }
        assertThat(older).isPositive();
    }

    @Test
    void aSuspicionThatIsWrongIsForgotten() throws Exception {
        new DamageMark(file).put();
        H2JobStore.open(directory).close();
        assertThat(new DamageMark(file).isThere()).isFalse();
    }
}

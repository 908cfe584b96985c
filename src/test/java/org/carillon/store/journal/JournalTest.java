package org.carillon.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carillon.store.Samples.NOON;
import static org.carillon.store.Samples.job;
import static org.carillon.store.Samples.manual;
import static org.carillon.store.Samples.planned;
import static org.junit.jupiter.api.condition.OS.LINUX;
import static org.junit.jupiter.api.condition.OS.MAC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.job.Attempt;
import org.carillon.job.Circumstances;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.job.Stretch;
import org.carillon.job.Origin;
import org.carillon.job.Saved;
import org.carillon.store.Change;
import org.carillon.store.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Saved SAVED = new Saved(NOON, "ann", Origin.COMMAND_LINE);

    @TempDir
    Path directory;

    private Journal journal;

    @BeforeEach
    void begin() throws IOException {
        journal = new Journal(directory);
        journal.begin(1);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private List<Entry> read(long after) throws IOException {
        List<Entry> entries = new ArrayList<>();
        journal.read(after, entries::add);
        return entries;
    }

    private boolean isDamaged() throws IOException {
        return journal.read(0, entry -> {}).isDamaged();
    }

    private static List<StoredChange> stored(Change... changes) {
        return Stream.of(changes).map(StoredChange::of).toList();
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    @Test
    void everyKindOfChangeComesBackAsItWasWritten() throws IOException {
        Run full = new Run(7, "a", "Ä 名", RunState.RUNNING, new Reason(Reason.Cause.EXIT_CODE, "3"), NOON, NOON.plusNanos(1), null, 3,
                2, NOON.plusSeconds(9), RunTrigger.CATCH_UP, 4L, "host", "user", 99, null,
                new Circumstances("rsync", "/data", null));
        List<StoredChange> changes = stored(
                new Change.AddJob(job("a"), NOON), new Change.ReplaceJob(job("a"), null), new Change.RemoveJob("a"),
                new Change.AddJob(job("b"), NOON, SAVED), new Change.ReplaceJob(job("b"), null, SAVED), new Change.RemoveJob("b", SAVED),
                new Change.Plan("a", NOON, 5), new Change.Plan("a", null, 6), new Change.AddRun(full), new Change.UpdateRun(manual(8, "b")),
                new Change.AddRun(manual(9, "c").counting(new Stretch(NOON, NOON.plusSeconds(60), 3))), new Change.RemoveRun(7),
                new Change.PutAttempt(new Attempt(7, 1, RunState.FAILED, null, NOON, NOON.plusSeconds(1), 1)),
                new Change.PutAttempt(new Attempt(7, 2, RunState.RUNNING, null, NOON, null, null)),
                new Change.SetPause(new Pause(NOON, null)), new Change.SetPause(Pause.NONE));
        assertThat(journal.append(changes)).isEqualTo(1);
        assertThat(read(0)).containsExactly(new Entry(1, changes));
    }

    @Test
    void whatIsAskedForIsWhatFollows() throws IOException {
        for (int i = 1; i <= 5; i++) {
            assertThat(journal.append(stored(new Change.RemoveRun(i)))).isEqualTo(i);
        }
        assertThat(read(3)).extracting(Entry::number).containsExactly(4L, 5L);
        assertThat(read(5)).isEmpty();
    }

    @Test
    void anEntryThatWasCutOffAndWhatFollowsItAreNotThere() throws IOException {
        journal.append(stored(new Change.RemoveRun(1)));
        journal.append(stored(new Change.AddRun(planned(2, "a", NOON))));
        byte[] bytes = Files.readAllBytes(onlyFile());
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        for (int cut = end - 1; cut > end - 40; cut--) {
            Files.write(onlyFile(), Arrays.copyOf(bytes, cut));
            assertThat(read(0)).extracting(Entry::number).containsExactly(1L);
            assertThat(isDamaged()).isFalse();
        }
    }

    @Test
    void anEntryOfWhichSomeSectorsWereNotWrittenIsNotThereAndNothingIsDamaged() throws IOException {
        journal.append(stored(new Change.RemoveRun(1)));
        journal.append(stored(new Change.RemoveJob("x".repeat(5_000))));
        byte[] bytes = Files.readAllBytes(onlyFile());
        for (int sector = 512; sector <= 4_096; sector += 512) {
            byte[] partial = bytes.clone();
            Arrays.fill(partial, sector, sector + 512, (byte) 0);
            Files.write(onlyFile(), partial);
            assertThat(read(0)).extracting(Entry::number).containsExactly(1L);
            assertThat(isDamaged()).isFalse();
        }
    }

    @Test
    void anEntryThatWasChangedIsNotThereAndThatIsSeen() throws IOException {
        journal.append(stored(new Change.RemoveRun(1)));
        byte[] bytes = Files.readAllBytes(onlyFile());
        for (int i = 0; i < 29; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            Files.write(onlyFile(), changed, StandardOpenOption.TRUNCATE_EXISTING);
            assertThat(read(0)).as("byte %d", i).isEmpty();
            assertThat(isDamaged()).as("byte %d", i).isTrue();
        }
    }

    @Test
    void whatFollowsAChangedEntryIsThereAndThatSomethingIsMissingIsSeen() throws IOException {
        journal.append(stored(new Change.RemoveRun(1)));
        journal.append(stored(new Change.RemoveRun(2)));
        journal.turn();
        journal.append(stored(new Change.RemoveRun(3)));
        Path first = directory.resolve("carillon-0000000000000000001.journal");
        byte[] bytes = Files.readAllBytes(first);
        for (int i = 0; i < 29; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            Files.write(first, changed);
            assertThat(read(0)).as("byte %d", i).extracting(Entry::number).containsExactly(2L, 3L);
            assertThat(isDamaged()).as("byte %d", i).isTrue();
            assertThat(read(1)).extracting(Entry::number).containsExactly(2L, 3L);
            assertThat(journal.read(1, entry -> {}).isDamaged()).as("what was lost was not needed").isFalse();
        }
    }

    @Test
    void itGoesOnInANewFileAndIsReadAcrossBoth() throws IOException {
        journal.append(stored(new Change.RemoveRun(1)));
        Path first = onlyFile();
        assertThat(journal.turn()).containsExactly(first);
        journal.append(stored(new Change.RemoveRun(2)));
        assertThat(read(0)).extracting(Entry::number).containsExactly(1L, 2L);
        Files.delete(first);
        assertThat(read(1)).extracting(Entry::number).containsExactly(2L);
    }

    @Test
    void aJournalThatBeginsLaterThanWhatIsMissingIsNotRead() throws IOException {
        journal.begin(10);
        journal.append(stored(new Change.RemoveRun(1)));
        assertThatThrownBy(() -> read(5)).isInstanceOf(JournalGapException.class)
                .hasMessage("entry 6 is expected, and the journal begins with 10");
        journal.setAside();
        assertThat(onlyFile().getFileName()).hasToString("carillon-0000000000000000010.journal.unused");
        assertThat(read(5)).isEmpty();
    }

    @Test
    void entriesThatNeedMoreRoomThanItGrowsByAtOnceComeBack() throws IOException {
        String name = "x".repeat(3 << 20);
        journal.append(stored(new Change.RemoveJob(name)));
        journal.append(stored(new Change.RemoveJob("b")));
        assertThat(read(0)).containsExactly(new Entry(1, stored(new Change.RemoveJob(name))), new Entry(2, stored(new Change.RemoveJob("b"))));
        assertThat(journal.isLarge()).isFalse();
        for (int i = 0; i < 2; i++) {
            journal.append(stored(new Change.RemoveJob(name)));
        }
        assertThat(journal.isLarge()).isTrue();
    }

    @Test
    @EnabledOnOs({LINUX, MAC})
    void onlyItsOwnerCanReadIt() throws IOException {
        journal.append(stored(new Change.RemoveRun(1)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile()))).isEqualTo("rw-------");
    }
}

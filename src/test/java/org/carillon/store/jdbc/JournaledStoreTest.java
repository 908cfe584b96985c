package org.carillon.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.carillon.store.Samples.NOON;
import static org.carillon.store.Samples.job;
import static org.carillon.store.Samples.planned;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.Change;
import org.carillon.store.ConflictException;
import org.carillon.store.JobStore;
import org.carillon.store.Pause;
import org.carillon.store.RunQuery;
import org.carillon.store.StoreException;
import org.carillon.store.StoredJob;
import org.carillon.store.journal.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The H2 store when its tables are behind its journal: as they are at any moment, and after a crash. */
class JournaledStoreTest {
    @TempDir
    Path directory;

    private JobStore store;

    @BeforeEach
    void open() throws IOException {
        store = H2JobStore.open(Files.createDirectory(directory.resolve("live")));
        store.commit(List.of(new Change.AddJob(job("a"), NOON)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** What a crash at this moment would leave on disk. */
    private Path crashed(String name) throws IOException {
        Path copy = Files.createDirectory(directory.resolve(name));
        Path file = directory.resolve("live").resolve("carillon.mv.db");
        Path copied = copy.resolve(file.getFileName());
        do {
            Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
        } while (Files.mismatch(file, copied) >= 0);
        copyJournals(copy);
        return copy;
    }

    private void copyJournals(Path to) throws IOException {
        for (Path journal : journals(directory.resolve("live"))) {
            Files.copy(journal, to.resolve(journal.getFileName()));
        }
    }

    private static List<Path> journals(Path inside) throws IOException {
        try (Stream<Path> files = Files.list(inside)) {
            return files.filter(file -> file.getFileName().toString().contains(".journal")).sorted().toList();
        }
    }

    private static long inTable(Path inside, String query) throws SQLException {
        try (Connection connection = new H2File(inside.resolve("carillon.mv.db")).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Run succeeded(long id, int second) {
        return planned(id, "a", NOON.plusSeconds(second)).started(NOON, 1, "host", "user")
                .ended(RunState.SUCCEEDED, null, NOON.plusSeconds(second + 1), 0, 0);
    }

    @Test
    void whatIsOnlyInTheJournalIsThereAfterACrash() throws Exception {
        Run queued = planned(1, "a", NOON);
        Run running = planned(2, "a", NOON.plusSeconds(1)).started(NOON, 1, "host", "user");
        store.commit(List.of(new Change.AddRun(queued), new Change.Plan("a", NOON.plusSeconds(1), 1)));
        store.commit(List.of(new Change.AddRun(running), new Change.Plan("a", NOON.plusSeconds(2), 2)));
        store.commit(List.of(new Change.UpdateRun(succeeded(1, 0))));
        Path copy = crashed("copy");
        assertThat(inTable(copy, "SELECT COUNT(*) FROM runs WHERE state = 'SUCCEEDED'")).isLessThanOrEqualTo(1);
        try (JobStore after = H2JobStore.open(copy)) {
            assertThat(after.runs(RunQuery.newest(9))).containsExactly(running, succeeded(1, 0));
            assertThat(after.jobs()).containsExactly(new StoredJob.Sound(job("a"), NOON.plusSeconds(2), 2));
            assertThat(after.unfinished()).containsExactly(running);
            assertThat(after.lastRuns()).containsEntry("a", running);
            assertThat(after.reserveRunIds(1)).isEqualTo(3);
            assertThat(journals(copy)).isEmpty();
        }
    }

    @Test
    void aCrashAtAnyMomentOfManyCommitsLeavesAWholeNumberOfThem() throws Exception {
        // The tables are never ahead of the journal: so these go with every beginning of it.
        Path tables = crashed("copy").resolve("carillon.mv.db");
        for (int i = 1; i <= 300; i++) {
            store.commit(List.of(new Change.AddRun(planned(i, "a", NOON.plusSeconds(i))), new Change.Plan("a", NOON.plusSeconds(i + 1), i)));
            store.commit(List.of(new Change.UpdateRun(succeeded(i, i))));
            if (i % 60 == 0) {
                assertThat(store.runs(RunQuery.newest(1))).containsExactly(succeeded(i, i));
            }
        }
        Path whole = journals(directory.resolve("live")).getFirst();
        byte[] journal = Files.readAllBytes(whole);
        long before = 0;
        for (int cut = 0; cut <= 100_000; cut += 5_000) {
            Path partial = Files.createDirectory(directory.resolve("cut" + cut));
            Files.copy(tables, partial.resolve(tables.getFileName()));
            Files.write(partial.resolve(whole.getFileName()), Arrays.copyOf(journal, Math.min(cut, journal.length)));
            try (JobStore after = H2JobStore.open(partial)) {
                long planned = after.job("a").map(job -> ((StoredJob.Sound) job).planned()).orElse(0L);
                List<Run> runs = after.runs(RunQuery.newest(1_000));
                assertThat(planned).isEqualTo(runs.size()).isGreaterThanOrEqualTo(before);
                assertThat(runs.stream().skip(1)).allMatch(run -> run.state() == RunState.SUCCEEDED);
                before = runs.size();
            }
        }
        assertThat(before).isEqualTo(300);
    }

    @Test
    void otherChangesAfterRunsComeInTheirOrder() throws Exception {
        store.commit(List.of(new Change.AddRun(succeeded(1, 0))));
        store.commit(List.of(new Change.RemoveRun(1), new Change.AddJob(job("b"), NOON)));
        store.commit(List.of(new Change.AddRun(succeeded(2, 0)), new Change.Plan("b", null, 7)));
        try (JobStore after = H2JobStore.open(crashed("copy"))) {
            assertThat(after.runs(RunQuery.newest(9))).containsExactly(succeeded(2, 0));
            assertThat(after.job("b")).contains(new StoredJob.Sound(job("b"), null, 7));
        }
    }

    @Test
    void whatTheTablesDoNotHaveYetIsInTheWayOfItsEqual() {
        store.commit(List.of(new Change.AddRun(planned(1, "a", NOON))));
        assertThatThrownBy(() -> store.commit(List.of(new Change.AddRun(planned(2, "a", NOON))))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> store.commit(List.of(new Change.AddRun(planned(1, "b", NOON))))).isInstanceOf(ConflictException.class);
        assertThat(store.runs(RunQuery.newest(9))).containsExactly(planned(1, "a", NOON));
        assertThatThrownBy(() -> store.commit(List.of(new Change.AddRun(planned(2, "a", NOON))))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> store.commit(List.of(new Change.AddRun(planned(1, "b", NOON))))).isInstanceOf(ConflictException.class);
    }

    @Test
    void aNewJobThatTheTablesDoNotHaveYetIsInTheWayOfItsEqual() {
        store.commit(List.of(new Change.AddJob(job("b"), NOON)));
        assertThatThrownBy(() -> store.commit(List.of(new Change.AddJob(job("b"), NOON)))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> store.commit(List.of(new Change.AddJob(job("c"), NOON), new Change.AddJob(job("c"), NOON))))
                .isInstanceOf(ConflictException.class);
        assertThat(store.jobs()).extracting(StoredJob::id).containsExactly("a", "b");
        assertThatThrownBy(() -> store.commit(List.of(new Change.AddJob(job("b"), NOON)))).isInstanceOf(ConflictException.class);
        store.commit(List.of(new Change.RemoveJob("b"), new Change.AddJob(job("b"), null)));
        assertThat(store.job("b")).contains(new StoredJob.Sound(job("b"), null, 0));
    }

    @Test
    void newJobsAndWhatBecameOfThemAreThereAfterACrash() throws Exception {
        List<Change> jobs = IntStream.range(0, 2_500).mapToObj(number -> (Change) new Change.AddJob(job("job" + number), NOON)).toList();
        store.commit(jobs);
        store.commit(List.of(new Change.AddRun(planned(1, "job2400", NOON)), new Change.Plan("job2400", NOON.plusSeconds(5), 1)));
        try (JobStore after = H2JobStore.open(crashed("copy"))) {
            assertThat(after.jobs()).hasSize(2_501).contains(new StoredJob.Sound(job("job2400"), NOON.plusSeconds(5), 1));
            assertThat(after.unfinished()).containsExactly(planned(1, "job2400", NOON));
        }
        assertThat(store.job("job2400")).contains(new StoredJob.Sound(job("job2400"), NOON.plusSeconds(5), 1));
        assertThat(store.jobs()).hasSize(2_501);
    }

    @Test
    void garbageBehindTheLastEntryIsPassedOver() throws Exception {
        store.commit(List.of(new Change.AddJob(job("b"), NOON), new Change.AddRun(succeeded(1, 0))));
        Path copy = crashed("copy");
        Path journal = journals(copy).getFirst();
        byte[] garbage = new byte[5_000];
        new Random(7).nextBytes(garbage);
        byte[] whole = Files.readAllBytes(journal);
        ByteBuffer entries = ByteBuffer.wrap(whole);
        int end = 0;
        while (entries.getInt(end) != 0) {
            end += 8 + entries.getInt(end);
        }
        Files.write(journal, Arrays.copyOf(whole, end));
        Files.write(journal, garbage, StandardOpenOption.APPEND);
        try (JobStore after = H2JobStore.open(copy)) {
            assertThat(after.jobs()).extracting(StoredJob::id).containsExactly("a", "b");
            after.commit(List.of(new Change.AddJob(job("c"), NOON)));
        }
        try (JobStore again = H2JobStore.open(copy)) {
            assertThat(again.jobs()).extracting(StoredJob::id).containsExactly("a", "b", "c");
        }
    }

    @Test
    void whenTheJournalIsDamagedWhatIsGoodIsThereItIsKeptAndThatIsTold() throws Exception {
        store.commit(List.of(new Change.AddJob(job("b"), NOON)));
        store.commit(List.of(new Change.AddRun(succeeded(1, 0)), new Change.Plan("b", NOON.plusSeconds(9), 1)));
        store.commit(List.of(new Change.ReplaceJob(job("b").withDescription("new"), NOON)));
        store.commit(List.of(new Change.AddJob(job("c"), NOON)));
        Path copy = crashed("copy");
        Path journal = journals(copy).getFirst();
        byte[] bytes = Files.readAllBytes(journal);
        int second = 8 + ByteBuffer.wrap(bytes).getInt(0);
        bytes[second + 40] ^= 1;
        Files.write(journal, bytes);
        List<LostChanges> lost = new ArrayList<>();
        try (JobStore after = H2JobStore.open(copy, lost::add)) {
            assertThat(after.jobs()).extracting(StoredJob::id).containsExactly("a", "b", "c");
            assertThat(after.runs(RunQuery.newest(9))).containsExactly(succeeded(1, 0));
            assertThat(after.reserveRunIds(1)).isGreaterThan(1_000);
            assertThat(lost).singleElement().satisfies(what -> {
                assertThat(what.isOlder()).isFalse();
                assertThat(what.kept()).singleElement().satisfies(file -> assertThat(file).hasBinaryContent(bytes));
            });
        }
        List<LostChanges> again = new ArrayList<>();
        try (JobStore after = H2JobStore.open(copy, again::add)) {
            assertThat(after.jobs()).hasSize(3);
            assertThat(again).isEmpty();
        }
    }

    @Test
    void withoutItsJournalAStoreIsAsItsTablesAre() throws Exception {
        assertThat(store.jobs()).hasSize(1);
        store.awaitBackupComplete();
        store.close();
        store = H2JobStore.open(directory.resolve("live"));
        store.commit(List.of(new Change.AddRun(succeeded(1, 0))));
        Path copy = crashed("copy");
        for (Path journal : journals(copy)) {
            Files.delete(journal);
        }
        try (JobStore after = H2JobStore.open(copy)) {
            assertThat(after.jobs()).hasSize(1);
            after.commit(List.of(new Change.AddJob(job("b"), NOON)));
            assertThat(after.jobs()).hasSize(2);
        }
    }

    @Test
    void whatHasBecomeOfARunOrJobThatIsNotThereIsNoOnesBusiness() {
        store.commit(List.of(new Change.UpdateRun(succeeded(5, 0)), new Change.Plan("nobody", NOON, 1)));
        assertThat(store.runs(RunQuery.newest(9))).isEmpty();
        assertThat(store.jobs()).hasSize(1);
    }

    @Test
    void aStoreThatWasClosedHasNoJournal() throws Exception {
        store.commit(List.of(new Change.AddRun(succeeded(1, 0))));
        assertThat(journals(directory.resolve("live"))).isNotEmpty();
        store.close();
        assertThat(journals(directory.resolve("live"))).isEmpty();
        assertThat(inTable(directory.resolve("live"), "SELECT COUNT(*) FROM runs")).isEqualTo(1);
    }

    @Test
    void aJournalThatIsAheadOfAnOlderDataFileIsPutAsideAndKept() throws Exception {
        Path older = directory.resolve("older");
        H2JobStore.open(Files.createDirectory(older)).close();
        store.runs(RunQuery.newest(1));
        store.close();
        store = H2JobStore.open(directory.resolve("live"));
        store.commit(List.of(new Change.AddRun(succeeded(1, 0))));
        Path restored = Files.createDirectory(directory.resolve("restored"));
        copyJournals(restored);
        Files.copy(older.resolve("carillon.mv.db"), restored.resolve("carillon.mv.db"));
        try (JobStore after = H2JobStore.open(restored)) {
            assertThat(after.jobs()).isEmpty();
            assertThat(after.runs(RunQuery.newest(9))).isEmpty();
            assertThat(journals(restored)).singleElement().asString().endsWith(".journal.unused");
            after.commit(List.of(new Change.AddRun(succeeded(1, 0))));
        }
        try (JobStore again = H2JobStore.open(restored)) {
            assertThat(again.runs(RunQuery.newest(9))).containsExactly(succeeded(1, 0));
        }
    }

    @Test
    void tablesThatAreOlderThanTheyWereAreSeenToBe() throws Exception {
        Path file = directory.resolve("live").resolve("carillon.mv.db");
        store.close();
        byte[] older = Files.readAllBytes(file);
        store = H2JobStore.open(directory.resolve("live"));
        store.commit(List.of(new Change.AddRun(succeeded(1, 0))));
        store.close();
        Files.write(file, older);
        List<LostChanges> lost = new ArrayList<>();
        store = H2JobStore.open(directory.resolve("live"), lost::add);
        assertThat(lost).containsExactly(new LostChanges(true, List.of()));
        assertThat(store.jobs()).hasSize(1);
        assertThat(store.reserveRunIds(1)).isGreaterThan(1_000);
        store.close();
        store = H2JobStore.open(directory.resolve("live"), lost::add);
        assertThat(lost).hasSize(1);
    }

    @Test
    void aStoreThatIsOpenedAgainAndAgainIsAsItWas() throws Exception {
        List<LostChanges> lost = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            store.commit(List.of(new Change.AddRun(succeeded(i, i)), new Change.UpdateRun(succeeded(700, 0))));
            store.commit(List.of(new Change.SetPause(new Pause(NOON, null))));
            if (i % 3 == 0) {
                store.commit(IntStream.range(0, 2_500).<Change>mapToObj(number -> new Change.RemoveRun(9_000 + number)).toList());
            }
            store.close();
            store = H2JobStore.open(directory.resolve("live"), lost::add);
        }
        assertThat(lost).isEmpty();
        assertThat(store.runs(RunQuery.newest(100))).hasSize(20);
    }

    @Test
    void aLongJournalIsCutWhenTheTablesHaveIt() throws Exception {
        String name = "n".repeat(50_000);
        for (int i = 1; i <= 400; i++) {
            Run run = succeeded(i, i);
            store.commit(List.of(new Change.AddRun(new Run(i, "a", name, run.state(), null, run.scheduledAt(), run.startedAt(), run.endedAt(),
                    0, 1, null, run.trigger(), null, "host", "user", 0, null, null))));
        }
        assertThat(store.runs(RunQuery.newest(1_000))).hasSize(400);
        awaitShortJournal();
        store.close();
        store = H2JobStore.open(directory.resolve("live"));
        assertThat(store.runs(RunQuery.newest(1_000))).hasSize(400);
    }

    private void awaitShortJournal() {
        await().untilAsserted(() -> {
            long bytes = 0;
            for (Path file : journals(directory.resolve("live"))) {
                bytes += Files.size(file);
            }
            assertThat(bytes).isLessThan(14 << 20);
        });
    }

    @Test
    void aLongJournalOfChangesThatCannotWaitIsCutToo() throws Exception {
        String description = "d".repeat(100_000);
        for (int i = 0; i < 200; i++) {
            store.commit(List.of(new Change.ReplaceJob(job("a").withDescription(description + i), NOON)));
        }
        awaitShortJournal();
        store.close();
        store = H2JobStore.open(directory.resolve("live"));
        assertThat(store.job("a")).contains(new StoredJob.Sound(job("a").withDescription(description + 199), NOON, 0));
    }

    /** The store of {@link #open}, whose settler gets no connection when it first wants one. */
    private JobStore withoutConnectionForTheSettler() throws Exception {
        store.close();
        H2File file = new H2File(directory.resolve("live").resolve("carillon.mv.db"));
        AtomicBoolean refused = new AtomicBoolean();
        Database database = new Database() {
            @Override
            public Connection connect() throws SQLException {
                if (Thread.currentThread().getName().equals("carillon-store-settler") && refused.compareAndSet(false, true)) {
                    throw new SQLException("no connection for the settler");
                }
                return file.connect();
            }

            @Override
            public void sync(Connection connection) throws SQLException {
                file.sync(connection);
            }

            @Override
            public void abandon(Connection connection) {
                file.abandon(connection);
            }

            @Override
            public StoreException explain(SQLException failure) {
                return file.explain(failure);
            }
        };
        return new JdbcJobStore(database, new Journal(directory.resolve("live")), lost -> {}, file.connect());
    }

    @Test
    void theJournalStaysWhenItCannotBeBroughtToTheTablesAtTheEnd() throws Exception {
        JobStore failing = withoutConnectionForTheSettler();
        failing.commit(List.of(new Change.AddRun(succeeded(1, 0))));
        failing.close();
        store = H2JobStore.open(directory.resolve("live"));
        assertThat(store.runs(RunQuery.newest(9))).containsExactly(succeeded(1, 0));
    }

    @Test
    void whatCannotWaitComesAfterWhatTheTablesCouldNotBeBrought() throws Exception {
        store = withoutConnectionForTheSettler();
        store.commit(List.of(new Change.AddRun(succeeded(1, 0))));
        store.commit(List.of(new Change.SetPause(new Pause(NOON, null))));
        assertThat(store.runs(RunQuery.newest(9))).containsExactly(succeeded(1, 0));
        assertThat(store.pause()).isEqualTo(new Pause(NOON, null));
        store.close();
        store = H2JobStore.open(directory.resolve("live"));
        assertThat(store.runs(RunQuery.newest(9))).containsExactly(succeeded(1, 0));
    }
}

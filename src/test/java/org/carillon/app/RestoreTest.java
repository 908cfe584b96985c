package org.carillon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogWriter;
import org.carillon.log.RunLogs;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectory;
import org.carillon.store.Change;
import org.carillon.store.DamagedStoreException;
import org.carillon.store.JobStore;
import org.carillon.store.StoreException;
import org.carillon.store.RunQuery;
import org.carillon.store.jdbc.H2Backups;
import org.carillon.store.jdbc.H2JobStore;
import org.carillon.store.jdbc.H2Restore;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.IntervalTrigger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A damaged store file is replaced by the newest whole backup, and nobody has to know how. */
@Timeout(60)
class RestoreTest {
    private static final Instant BACKUP = Instant.now().minus(Duration.ofHours(3));

    @TempDir
    Path root;
    private DataDirectory directory;
    private Path file;

    @BeforeEach
    void makeStoreWithABackup() {
        directory = new DataDirectory(root.resolve("data")).prepare();
        file = directory.databaseFile();
        try (JobStore store = H2JobStore.open(directory.root())) {
            store.commit(List.of(new Change.AddJob(hourly("a"), BACKUP.plusSeconds(1800)), new Change.AddRun(running(1, "a")),
                    new Change.AddRun(Run.queued(2, hourly("a"), BACKUP.minusSeconds(60), RunTrigger.SCHEDULE))));
            new H2Backups(directory.root(), store).makeIfDue(BACKUP);
            store.commit(List.of(new Change.AddJob(hourly("later"), null), new Change.AddRun(running(3, "later"))));
        }
    }

    private static Job hourly(String id) {
        return Job.of(id, id, new IntervalTrigger(Duration.ofHours(1), BACKUP.plusSeconds(1800), null, ZoneOffset.UTC, ClockChange.ONCE),
                CommandAction.of(new CommandLine.ShellLine("true", null)));
    }

    private static Run running(long id, String job) {
        return Run.queued(id, hourly(job), null, RunTrigger.MANUAL).started(BACKUP, 1, "host", "user");
    }

    private byte[] damage() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, bytes.length / 2, (byte) 0x5a);
        Files.write(file, bytes);
        return bytes;
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(directory.root())) {
            return files.filter(path -> path.getFileName().toString().startsWith("carillon-damaged-")).toList();
        }
    }

    @Test
    void aRestoreThatWasKilledBeforeItsFirstMoveIsForgotten() throws Exception {
        Files.createFile(directory.backups().resolve("restored"));
        Files.copy(file, directory.backups().resolve("unpacked.mv.db"));
        try (Instance instance = Instance.open(directory)) {
            assertThat(instance.restored()).isEmpty();
            assertThat(instance.scheduler().jobs()).extracting("id").containsExactly("a", "later");
            assertThat(instance.scheduler().runs(RunQuery.newest(100))).noneMatch(
                    run -> run.reason() != null && run.reason().cause() == Reason.Cause.RESTORED);
        }
    }

    @Test
    void aDamagedStoreIsRestoredTheDamagedFileKeptAndAllOfItSaid() throws Exception {
        byte[] damaged = damage();
        try (Instance instance = Instance.open(directory)) {
            assertThat(instance.scheduler().jobs()).extracting("id").containsExactly("a");
            String said = instance.restored().orElseThrow().in(Language.ENGLISH);
            assertThat(kept()).hasSize(1);
            assertThat(said).contains("The data file " + file + " is damaged", kept().getFirst().toString(), "not in the ledger");
            assertThat(Files.readString(directory.programLog())).contains("is damaged", kept().getFirst().toString());
        }
        assertThat(kept().getFirst()).hasBinaryContent(damaged);
        try (Instance instance = Instance.open(directory)) {
            assertThat(instance.restored()).isEmpty();
        }
    }

    @Test
    void whatMayHaveRunSinceTheBackupIsAccountedForAndNotRunAgain() throws Exception {
        damage();
        try (Instance instance = Instance.open(directory)) {
            List<Run> runs = instance.scheduler().runs(RunQuery.newest(100)).reversed();
            assertThat(runs).extracting(Run::state).containsExactly(
                    RunState.INTERRUPTED, RunState.MISSED, RunState.MISSED, RunState.MISSED, RunState.MISSED);
            assertThat(runs).allMatch(run -> run.reason().cause() == Reason.Cause.RESTORED);
            assertThat(instance.scheduler().job("a").orElseThrow().nextRun()).isAfter(Instant.now());
        }
    }

    @Test
    void anOccurrenceThatIsInTheLedgerOfTheBackupIsNotEnteredAgain() throws Exception {
        Instant skipped = BACKUP.plusSeconds(1800);
        try (JobStore store = H2JobStore.open(directory.root())) {
            store.commit(List.of(new Change.AddRun(Run.notRun(4, hourly("a"), skipped, RunState.SKIPPED,
                    Reason.of(Reason.Cause.BY_REQUEST), BACKUP))));
            new H2Backups(directory.root(), store).makeNow(BACKUP.plusSeconds(1));
        }
        damage();
        try (Instance instance = Instance.open(directory)) {
            List<Run> ofA = instance.scheduler().runs(RunQuery.ofJob("a", 100).between(skipped, Instant.now())).reversed();
            assertThat(ofA).extracting(Run::state).startsWith(RunState.SKIPPED, RunState.MISSED);
            assertThat(ofA).extracting(Run::scheduledAt).startsWith(skipped, skipped.plusSeconds(3600));
        }
    }

    @Test
    void newRunsGetIdsThatNoRunBeforeTheDamageHad() throws Exception {
        try (RunLogWriter log = new RunLogs(directory.logs()).create(70_000, Instant.now())) {
            log.write(LogStream.OUT, Instant.now(), new byte[] {'x'}, 0, 1);
        }
        damage();
        try (Instance instance = Instance.open(directory)) {
            assertThat(instance.scheduler().start("a")).isGreaterThan(70_000);
        }
    }

    @Test
    void aRestoredStoreWhoseOpenerDiedIsSettledByTheNext() throws Exception {
        damage();
        assertThatThrownBy(() -> H2JobStore.open(directory.root())).isInstanceOfSatisfying(DamagedStoreException.class,
                damage -> new H2Restore(directory.root()).restore(Instant.now(), 0, damage));
        try (Instance instance = Instance.open(directory)) {
            assertThat(instance.scheduler().runs(RunQuery.newest(100))).allMatch(run -> run.state().isFinal());
        }
    }

    @Test
    void aBackupThatIsDamagedTooIsPassedOver() throws Exception {
        Path newer = directory.backups().resolve("carillon-20990101-000000.zip");
        Files.write(newer, new byte[] {'P', 'K', 3, 4, 0, 0, 0});
        damage();
        try (Instance instance = Instance.open(directory)) {
            assertThat(instance.scheduler().jobs()).extracting("id").containsExactly("a");
        }
    }

    @Test
    void withoutABackupTheDamageIsSaidAndTheFileLeftWhereItIs() throws Exception {
        try (Stream<Path> backups = Files.list(directory.backups())) {
            for (Path backup : backups.toList()) {
                Files.delete(backup);
            }
        }
        byte[] damaged = damage();
        assertThatThrownBy(() -> Instance.open(directory)).isInstanceOf(DamagedStoreException.class)
                .hasMessageContaining("is damaged").hasMessageContaining("There is no whole backup in " + directory.backups());
        assertThat(file).hasBinaryContent(damaged);
    }

    @Test
    void aBackupThatWasChosenReplacesAStoreThatIsWhole() throws IOException {
        Path backup = new H2Backups(directory.root()).list().lastEntry().getValue();
        Path replaced = new H2Restore(directory.root()).restoreFrom(backup, Instant.now(), 3);
        assertThat(replaced).exists();
        try (JobStore store = H2JobStore.open(directory.root())) {
            assertThat(store.jobs()).extracting(job -> job.id()).containsExactly("a");
        }
        assertThatThrownBy(() -> new H2Restore(directory.root()).restoreFrom(replaced, Instant.now(), 3)).isInstanceOf(StoreException.class);
    }

    @Test
    void aStoreOfAnEarlierTimeIsSaidToBeAndWhatMayHaveRunSinceIsNotRunAgain() throws Exception {
        byte[] older = Files.readAllBytes(file);
        try (JobStore store = H2JobStore.open(directory.root())) {
            store.commit(List.of(new Change.AddJob(hourly("lost"), null)));
        }
        Files.write(file, older);
        try (Instance instance = Instance.open(directory)) {
            assertThat(instance.restored().orElseThrow().in(Language.ENGLISH)).contains("is older than it was");
            assertThat(instance.scheduler().runs(RunQuery.newest(100))).isNotEmpty()
                    .allMatch(run -> run.state().isFinal() && run.reason().cause() == Reason.Cause.RESTORED);
        }
        try (Instance instance = Instance.open(directory)) {
            assertThat(instance.restored()).isEmpty();
        }
    }

    @Test
    void aRestoreThatWasKilledBetweenItsTwoMovesIsFinishedAndSaid() throws Exception {
        damage();
        assertThatThrownBy(() -> H2JobStore.open(directory.root())).isInstanceOfSatisfying(DamagedStoreException.class,
                damage -> new H2Restore(directory.root()).restore(Instant.now(), 0, damage));
        Files.move(file, directory.backups().resolve("unpacked.mv.db"));
        try (Instance instance = Instance.open(directory)) {
            assertThat(instance.scheduler().jobs()).extracting("id").containsExactly("a");
            assertThat(instance.restored().orElseThrow().in(Language.ENGLISH)).contains("has now been finished");
        }
        assertThat(directory.backups().resolve("unpacked.mv.db")).doesNotExist();
    }
}

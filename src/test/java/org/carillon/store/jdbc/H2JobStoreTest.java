package org.carillon.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carillon.store.Samples.NOON;
import static org.carillon.store.Samples.job;
import static org.carillon.store.Samples.manual;
import static org.carillon.store.Samples.planned;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.carillon.job.Run;
import org.carillon.store.Change.AddJob;
import org.carillon.store.Change.AddRun;
import org.carillon.store.Change.Plan;
import org.carillon.store.Change.RemoveRun;
import org.carillon.store.Change.ReplaceJob;
import org.carillon.store.Change.SetPause;
import org.carillon.store.JobStore;
import org.carillon.store.JobStoreContract;
import org.carillon.store.Pause;
import org.carillon.store.RunQuery;
import org.carillon.store.StoreException;
import org.carillon.store.StoredJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2JobStoreTest extends JobStoreContract {
    @TempDir
    Path directory;

    @Override
    protected JobStore open() {
        return H2JobStore.open(directory);
    }

    private void reopen() {
        store.close();
        store = open();
    }

    private void inTheFile(String sql) throws SQLException {
        store.close();
        try (Connection connection = new H2File(directory.resolve("carillon.mv.db")).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void everythingIsThereWhenItIsOpenedAgain() {
        Run run = planned(1, "a", NOON).started(NOON, 1, "host", "user");
        commit(new AddJob(job("a"), NOON), new Plan("a", NOON.plusSeconds(300), 1), new AddRun(run), new SetPause(new Pause(NOON, null)));
        reopen();
        assertThat(store.jobs()).containsExactly(new StoredJob.Sound(job("a"), NOON.plusSeconds(300), 1));
        assertThat(store.unfinished()).containsExactly(run);
        assertThat(store.pause()).isEqualTo(new Pause(NOON, null));
    }

    @Test
    void runIdsGoOnWhereTheyStoppedEvenIfTheRunsAreGone() {
        long last = store.reserveRunIds(4) + 3;
        commit(new AddRun(manual(last, "a")));
        commit(new RemoveRun(last));
        reopen();
        assertThat(store.reserveRunIds(1)).isEqualTo(last + 1);
    }

    @Test
    void onlyTheOwnerCanReadTheFile() throws Exception {
        Path file = directory.resolve("carillon.mv.db");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        reopen();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void aJobThatCannotBeReadIsKeptAndShownAsBroken() throws Exception {
        commit(new AddJob(job("a"), NOON), new AddJob(job("b"), NOON), new AddJob(job("c"), NOON));
        inTheFile("UPDATE jobs SET definition = '{\"id\":\"a\",\"name\":\"A\",\"colour\":3}' WHERE id = 'a'");
        inTheFile("UPDATE jobs SET definition = (SELECT definition FROM jobs WHERE id = 'c') WHERE id = 'b'");
        store = open();
        assertThat(store.jobs()).hasSize(3);
        assertThat(store.job("a")).get().isInstanceOfSatisfying(StoredJob.Broken.class, broken -> {
            assertThat(broken.text()).isEqualTo("{\"id\":\"a\",\"name\":\"A\",\"colour\":3}");
            assertThat(broken.problem().toString()).contains("trigger");
        });
        assertThat(store.job("b")).get().isInstanceOfSatisfying(StoredJob.Broken.class,
                broken -> assertThat(broken.problem()).hasToString("this text is that of the job “c”"));
        commit(new ReplaceJob(job("a"), NOON));
        assertThat(store.job("a")).contains(new StoredJob.Sound(job("a"), NOON, 0));
    }

    @Test
    void aFileOfANewerProgramIsRefused() throws Exception {
        inTheFile("INSERT INTO \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\", \"script\", "
                + "\"installed_by\", \"execution_time\", \"success\") VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 'x', 1, TRUE)");
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class)
                .hasMessageContaining("was written by a newer version of Carillon (version 99 of its tables; this program knows 5)");
    }

    @Test
    void aFileThatIsNoDatabaseIsCalledDamagedAndLeftAsItIs() throws Exception {
        store.close();
        Path file = directory.resolve("carillon.mv.db");
        byte[] nonsense = "This is a letter, not a database.\n".repeat(1000).getBytes();
        Files.write(file, nonsense);
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining(file + " is damaged");
        assertThat(file).hasBinaryContent(nonsense);
    }

    @Test
    void readsDoNotWaitForAWriterInTheMiddleOfATransaction() throws Exception {
        commit(new AddJob(job("a"), NOON));
        try (Connection other = new H2File(directory.resolve("carillon.mv.db")).connect(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE jobs SET planned = 5 WHERE id = 'a'");
            assertThat(store.jobs()).isEqualTo(List.of(new StoredJob.Sound(job("a"), NOON, 0)));
            assertThat(store.runs(RunQuery.newest(5).between(Instant.EPOCH, NOON))).isEmpty();
            other.rollback();
        }
    }
}

package org.carillon.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carillon.store.Samples.NOON;
import static org.carillon.store.Samples.job;
import static org.carillon.store.Samples.manual;
import static org.junit.jupiter.api.condition.OS.LINUX;
import static org.junit.jupiter.api.condition.OS.MAC;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.carillon.ChildProgram;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.job.Reason;
import org.carillon.job.RunState;
import org.carillon.store.Change;
import org.carillon.store.Change.AddJob;
import org.carillon.store.Change.AddRun;
import org.carillon.store.JobStore;
import org.carillon.store.Pause;
import org.carillon.store.RunQuery;
import org.carillon.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with the store's file, said so that a person can act on it. */
class H2FailureTest {
    @TempDir
    Path directory;

    @Test
    void aFileInUseByAnotherProcessIsSaidToBe() throws Exception {
        Process owner = ChildProgram.start(Owner.class, directory.toString());
        try (BufferedReader lines = owner.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("open");
            assertThatThrownBy(() -> H2JobStore.open(directory))
                    .isInstanceOfSatisfying(StoreException.class, e -> {
                        assertThat(e.explanation().in(Language.ENGLISH))
                                .isEqualTo("The data file " + directory.resolve("carillon.mv.db") + " is in use by another process. "
                                        + "Close that one first, or choose another data directory.");
                        assertThat(e.explanation().in(Language.CHINESE)).contains("正被另一个进程使用");
                    });
        } finally {
            owner.destroyForcibly().waitFor();
        }
        H2JobStore.open(directory).close();
    }

    /** Holds a store open until it is killed. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] arguments) throws Exception {
            H2JobStore.open(Path.of(arguments[0]));
            System.out.println("open");
            Thread.currentThread().join();
        }
    }

    @Test
    @EnabledOnOs({LINUX, MAC})
    void afterAFullDiskTheStoreSaysSoAndGoesOnWithWhatWasAcknowledged() throws Exception {
        H2JobStore.open(directory).close();
        Process program = ChildProgram.withFilesOfAtMost(600, FillsItsDisk.class, directory.toString());
        String said = new String(program.getInputStream().readAllBytes(), UTF_8);
        assertThat(program.waitFor()).as(said).isZero();
        assertThat(said).contains("cannot grow: ").contains("Make room on its disk.").contains("still readable: true");
        long acknowledged = Long.parseLong(said.replaceAll("(?s).*acknowledged (\\d+).*", "$1"));
        try (JobStore store = H2JobStore.open(directory)) {
            assertThat(store.jobs()).hasSizeGreaterThanOrEqualTo((int) acknowledged);
            store.commit(List.of(new AddRun(manual(1, "a"))));
        }
    }

    /** Adds jobs until there is no room for another one. */
    static final class FillsItsDisk {
        private FillsItsDisk() {}

        public static void main(String[] arguments) {
            int acknowledged = 0;
            try (JobStore store = H2JobStore.open(Path.of(arguments[0]))) {
                try {
                    while (acknowledged < 100_000) {
                        store.commit(List.of(new AddJob(job("job" + acknowledged).withDescription(noise(acknowledged)), NOON)));
                        acknowledged++;
                    }
                } catch (StoreException e) {
                    System.out.println(e.getMessage());
                }
                System.out.println("acknowledged " + acknowledged);
                System.out.println("still readable: " + (store.jobs().size() >= acknowledged));
            } catch (StoreException e) {
                System.out.println("closing: " + e.getMessage());
            }
        }

        private static String noise(int seed) {
            return new Random(seed).ints(2000, 0x4e00, 0x9fff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        }
    }

    @Test
    void whatNeedsMoreMemoryThanThereIsIsRefusedAndTheStoreGoesOn() throws Exception {
        Process program = ChildProgram.withOptions("-Xmx64m", FillsItsMemory.class, directory.toString());
        String said = new String(program.getInputStream().readAllBytes(), UTF_8);
        assertThat(program.waitFor()).as(said).isZero();
        assertThat(said).contains("refused: java.lang.OutOfMemoryError", "then: 1 runs");
    }

    /** Commits a list that is small as it is and large in the journal, then a small one. */
    static final class FillsItsMemory {
        private FillsItsMemory() {}

        public static void main(String[] arguments) {
            Reason reason = Reason.of(Reason.Cause.ERROR, "x".repeat(90_000));
            List<Change> large = IntStream.rangeClosed(1, 1_500)
                    .<Change>mapToObj(id -> new AddRun(manual(id, "a").ended(RunState.FAILED, reason, NOON, 1, 0))).toList();
            try (JobStore store = H2JobStore.open(Path.of(arguments[0]))) {
                try {
                    store.commit(large);
                } catch (RuntimeException e) {
                    System.out.println("refused: " + e.getCause());
                }
                store.commit(List.of(new AddRun(manual(2_000, "a"))));
                System.out.println("then: " + store.runs(RunQuery.newest(10)).size() + " runs");
            }
        }
    }

    @Test
    void whatTheJournalCannotTakeIsNotInTheTablesEither() throws Exception {
        try (JobStore store = H2JobStore.open(directory)) {
            Path inTheWay = Files.createDirectory(directory.resolve("carillon-0000000000000000001.journal"));
            Files.createFile(inTheWay.resolve("x"));
            assertThatThrownBy(() -> store.commit(List.of(new Change.SetPause(new Pause(NOON, null))))).isInstanceOf(StoreException.class);
            Files.delete(inTheWay.resolve("x"));
            Files.delete(inTheWay);
            assertThat(store.pause()).isEqualTo(Pause.NONE);
            store.commit(List.of(new AddJob(job("a"), NOON)));
        }
        try (JobStore store = H2JobStore.open(directory)) {
            assertThat(store.pause()).isEqualTo(Pause.NONE);
            assertThat(store.jobs()).hasSize(1);
        }
    }

    @Test
    void aDataDirectoryWithASemicolonIsRefused() {
        assertThatThrownBy(() -> H2JobStore.open(directory.resolve("a;b")))
                .isInstanceOf(StoreException.class).hasMessageContaining("contains a semicolon");
    }

    @Test
    void aDataDirectoryThatDoesNotExistIsNotWritable() {
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> H2JobStore.open(missing))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("The data file " + missing.resolve("carillon.mv.db") + " cannot be written");
        assertThat(missing).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9})
    void aFileThatIsPartlyOverwrittenIsNeverTakenForAnEmptyOne(double kept) throws Exception {
        try (JobStore store = H2JobStore.open(directory)) {
            for (int i = 1; i <= 200; i++) {
                store.commit(List.of(new AddRun(manual(i, "a"))));
            }
        }
        Path file = directory.resolve("carillon.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, (int) Math.max(8192, kept * bytes.length), bytes.length, (byte) 0x5a);
        Files.write(file, bytes);
        assertThatThrownBy(() -> {
            try (JobStore store = H2JobStore.open(directory)) {
                assertThat(store.runs(RunQuery.newest(1000))).hasSize(200);
                throw new StoreException(Message.of("store.h2.damaged", file, "not where it matters"));
            }
        }).isInstanceOf(StoreException.class).hasMessageContaining("is damaged");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 4096, 5000, 8192, 20_000})
    void aFileOfSomethingElseIsDamaged(int size) throws Exception {
        Path file = directory.resolve("carillon.mv.db");
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Files.write(file, bytes);

        assertThatThrownBy(() -> H2JobStore.open(directory))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("The data file " + file + " is damaged")
                .hasMessageNotContaining("null");
        assertThat(file).hasBinaryContent(bytes);
    }
}

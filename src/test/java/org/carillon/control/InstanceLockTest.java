package org.carillon.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.carillon.settings.DirectoryException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {
    /** Another process that takes the lock, says so, and waits for its input to end. */
    static final class Owner {
        public static void main(String[] arguments) throws IOException {
            try (InstanceLock lock = InstanceLock.acquire(Path.of(arguments[0]))) {
                System.out.println("locked");
                System.in.read();
            }
        }
    }

    @TempDir
    private Path temp;

    private Path file;

    @BeforeEach
    void inADirectory() {
        file = temp.resolve("carillon.lock");
    }

    @Test
    void theFileHoldsTheProcessId() throws IOException {
        try (InstanceLock lock = InstanceLock.acquire(file)) {
            assertThat(file).hasContent(Long.toString(ProcessHandle.current().pid()));
            assertThat(InstanceLock.holder(file)).hasValue(ProcessHandle.current().pid());
            if (temp.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void onceGivenUpItCanBeTakenAgain() {
        InstanceLock lock = InstanceLock.acquire(file);
        lock.close();
        lock.close();

        assertThat(InstanceLock.holder(file)).isEmpty();
        InstanceLock.acquire(file).close();
    }

    @Test
    void theSameProcessCannotTakeItTwiceAndKeepsItWhenItTries() throws Exception {
        try (InstanceLock lock = InstanceLock.acquire(file)) {
            assertThatThrownBy(() -> InstanceLock.acquire(temp.resolve("../" + temp.getFileName() + "/carillon.lock")))
                    .isInstanceOf(DirectoryInUseException.class);

            Process other = owner();
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isNotZero();
            assertThat(new String(other.getErrorStream().readAllBytes()))
                    .contains("in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void anotherProcessThatHasItIsNamed() throws Exception {
        Process owner = owner();
        try {
            awaitLocked(owner);

            assertThatThrownBy(() -> InstanceLock.acquire(file))
                    .isInstanceOfSatisfying(DirectoryInUseException.class,
                            refusal -> assertThat(refusal.process()).isEqualTo(owner.pid()))
                    .hasMessageContaining(temp.toString());
            assertThat(InstanceLock.holder(file)).isEqualTo(OptionalLong.of(owner.pid()));
        } finally {
            owner.destroyForcibly().waitFor();
        }
    }

    @Test
    void aKilledProcessLeavesNoLock() throws Exception {
        Process owner = owner();
        awaitLocked(owner);

        owner.destroyForcibly().waitFor();

        assertThat(InstanceLock.holder(file)).isEmpty();
        try (InstanceLock lock = InstanceLock.acquire(file)) {
            assertThat(file).hasContent(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void withoutALockFileNobodyHoldsIt() {
        assertThat(InstanceLock.holder(file)).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void aDirectoryInItsPlaceIsRefused() throws IOException {
        Files.createDirectory(file);

        assertThatThrownBy(() -> InstanceLock.acquire(file))
                .isInstanceOf(DirectoryException.class)
                .hasMessageContaining(file.toString());
    }

    private Process owner() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Owner.class.getName(), file.toString())
                .start();
    }

    private static void awaitLocked(Process owner) throws IOException {
        assertThat(owner.inputReader().readLine()).isEqualTo("locked");
    }
}

package org.carillon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.DirectoryException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data directory that others can write is not used, and the program's log says so. */
class RefusedDirectoryTest {
    @TempDir
    private Path temp;

    private DataDirectory directory;

    @BeforeEach
    void aDirectoryThatWasOpenedToOthers() throws IOException {
        directory = new DataDirectory(temp.resolve("data"));
        Instance.open(directory).close();
        Files.setPosixFilePermissions(directory.root(), PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @Test
    void itIsRefusedAndThatIsLogged() {
        assertRefused();
        assertRefused();
        assertThat(directory.programLog()).content().contains("The data directory is refused").contains(directory.root().toString());
        assertThat(directory.programLog()).content().satisfies(text ->
                assertThat(text.lines().filter(line -> line.contains("is refused"))).hasSize(2));
    }

    @Test
    void aLinkInPlaceOfTheLogIsNotFollowed() throws IOException {
        Path victim = Files.writeString(temp.resolve("victim"), "untouched");
        Files.delete(directory.programLog());
        Files.createSymbolicLink(directory.programLog(), victim);
        assertRefused();
        assertThat(victim).hasContent("untouched");
    }

    @Test
    void aNewLogIsItsOwnersAlone() throws IOException {
        Files.delete(directory.programLog());
        assertRefused();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.programLog()))).isEqualTo("rw-------");
    }

    private void assertRefused() {
        assertThatThrownBy(() -> new AppContext(Language.ENGLISH).open(directory)).isInstanceOf(DirectoryException.class)
                .hasMessageContaining(directory.root().toString());
    }
}

package org.carillon.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.carillon.files.OwnerOnly;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path temp;

    @BeforeEach
    void onlyWherePermissionsArePosix() {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void aNewOneIsOpenToItsOwnerOnly() throws IOException {
        Path root = temp.resolve("deep/data");

        new DataDirectory(root).prepare();

        assertThat(permissions(root)).isEqualTo("rwx------");
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void anEmptyOneIsClosedToOthers() throws IOException {
        Path root = directory("rwxr-xr-x");

        new DataDirectory(root).prepare();

        assertThat(permissions(root)).isEqualTo("rwx------");
    }

    @Test
    void oneThatIsOpenToOthersAndHoldsSomethingIsRefusedAndLeftAsItIs() throws IOException {
        Path root = directory("rwxr-xr-x");
        Files.writeString(root.resolve("settings.json"), "{}");

        assertThatThrownBy(() -> new DataDirectory(root).prepare())
                .isInstanceOf(DirectoryException.class)
                .hasMessageContaining("open to other users")
                .hasMessageContaining("chmod 700 " + root);
        assertThat(permissions(root)).isEqualTo("rwxr-xr-x");
        assertThat(root).isDirectoryContaining("glob:**/settings.json");
    }

    @Test
    void oneThatEveryoneCouldReplaceIsRefused() throws IOException {
        Path shared = Files.createDirectories(temp.resolve("shared/deep")).getParent();
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        DataDirectory data = new DataDirectory(shared.resolve("deep/data"));

        assertThatThrownBy(data::prepare).isInstanceOf(DirectoryException.class).hasMessageContaining("chmod o-w " + shared.toRealPath());

        Files.setAttribute(shared, "unix:mode", 01777);
        assertThat(data.prepare()).isEqualTo(data);
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxr-x"));
        assertThat(data.prepare()).isEqualTo(data);
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("data"), "");

        assertThatThrownBy(() -> new DataDirectory(file).prepare())
                .isInstanceOf(DirectoryException.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void oneThatCannotBeCreatedSaysWhy() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThatThrownBy(() -> new DataDirectory(file.resolve("data")).prepare())
                .isInstanceOf(DirectoryException.class)
                .hasMessageContaining("cannot be used")
                .hasMessageContaining(file.toString());
    }

    private Path directory(String permissions) throws IOException {
        Path root = Files.createDirectory(temp.resolve("data"));
        return Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

package org.carillon.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.carillon.message.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    private Path temp;

    private Path path;
    private SettingsFile file;

    @BeforeEach
    void inADirectory() {
        path = temp.resolve("settings.json");
        file = new SettingsFile(path);
    }

    @Test
    void withoutAFileAllIsDefault() {
        assertThat(file.read()).isEqualTo(Settings.DEFAULT);
        assertThat(path).doesNotExist();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Settings chosen = new Settings(Language.CHINESE, Theme.DARK, 7, ClosingWindow.QUIT);

        file.write(chosen);
        assertThat(new SettingsFile(path).read()).isEqualTo(chosen);

        file.write(chosen.withLanguage(null));
        assertThat(file.read().language()).isNull();
    }

    @Test
    void keysOfANewerVersionAreKept() throws IOException {
        Files.writeString(path, "{\"theme\":\"light\",\"later\":{\"port\":[1,2]}}");

        Settings read = file.read();
        file.write(read.withTheme(Theme.DARK));

        assertThat(read.theme()).isEqualTo(Theme.LIGHT);
        assertThat(Files.readString(path)).contains("\"dark\"").containsPattern("\"later\"[^}]*\"port\"");
    }

    @Test
    void theFileIsTheOwnersAloneAndNothingElseIsLeft() throws IOException {
        file.write(Settings.DEFAULT);
        file.write(Settings.DEFAULT.withAtOnce(3));

        assertThat(temp).isDirectoryNotContaining("glob:**/*.new");
        if (temp.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
        }
    }

    @Test
    void aWrongValueIsNamedWithItsPlace() throws IOException {
        assertRefused("{\"theme\":\"pink\"}", "theme", "pink", "light, dark, system");
        assertRefused("{\"atOnce\":0}", "atOnce", "at least 1");
        assertRefused("{\"atOnce\":1000000}", "atOnce", "10,000");
        assertRefused("{\"language\":\"fr\"}", "language", "en, zh");
        assertRefused("[]", "object");
        assertRefused("{\"theme\":", "not JSON");
    }

    @Test
    void aBrokenFileIsNotOverwritten() throws IOException {
        Files.writeString(path, "[1]");

        assertThatThrownBy(() -> file.write(Settings.DEFAULT)).isInstanceOf(DirectoryException.class);
        assertThat(path).hasContent("[1]");
    }

    private void assertRefused(String text, String... told) throws IOException {
        Files.writeString(path, text);
        assertThatThrownBy(file::read)
                .isInstanceOf(DirectoryException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContainingAll(told);
    }
}

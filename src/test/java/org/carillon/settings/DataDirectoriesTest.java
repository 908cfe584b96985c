package org.carillon.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoriesTest {
    @Test
    void whatIsAskedForComesFirst() {
        assertThat(linux(Map.of("CARILLON_DATA", "/variable", "XDG_DATA_HOME", "/xdg")).choose("/asked"))
                .isEqualTo(new DataDirectory(Path.of("/asked")));
    }

    @Test
    void theVariableComesBeforeThePlatform() {
        assertThat(linux(Map.of("CARILLON_DATA", "/variable", "XDG_DATA_HOME", "/xdg")).choose(null).root())
                .isEqualTo(Path.of("/variable").toAbsolutePath());
    }

    @Test
    void linuxKeepsToTheDesktopStandard() {
        assertThat(linux(Map.of("XDG_DATA_HOME", "/xdg")).choose(null).root())
                .isEqualTo(Path.of("/xdg/carillon").toAbsolutePath());
        assertThat(linux(Map.of("XDG_DATA_HOME", "relative")).choose(null).root())
                .isEqualTo(Path.of("/home/ana/.local/share/carillon").toAbsolutePath());
        assertThat(linux(Map.of()).choose(null).root())
                .isEqualTo(Path.of("/home/ana/.local/share/carillon").toAbsolutePath());
    }

    @Test
    void theOthersHaveTheirOwnPlaces() {
        assertThat(new DataDirectories(Map.of(), "Mac OS X", "/Users/ana").choose(null).root())
                .isEqualTo(Path.of("/Users/ana/Library/Application Support/Carillon").toAbsolutePath());
        assertThat(new DataDirectories(Map.of("LOCALAPPDATA", "/local"), "Windows 11", "/Users/ana").choose(null).root())
                .isEqualTo(Path.of("/local/Carillon").toAbsolutePath());
        assertThat(new DataDirectories(Map.of(), "Windows 11", "/Users/ana").choose(null).root())
                .isEqualTo(Path.of("/Users/ana/AppData/Local/Carillon").toAbsolutePath());
    }

    @Test
    void whatIsNoPathIsRefused() {
        assertThatThrownBy(() -> linux(Map.of()).choose(" ")).isInstanceOf(DirectoryException.class);
        assertThatThrownBy(() -> linux(Map.of()).choose("a\0b")).isInstanceOf(DirectoryException.class);
    }

    @Test
    void anotherDirectoryCanBeChosenForGood(@TempDir Path home) {
        DataDirectories directories = new DataDirectories(Map.of(), "Linux", home.toString());
        DataDirectory usual = directories.choose(null);
        directories.use(home.resolve("elsewhere"));
        assertThat(directories.choose(null).root()).isEqualTo(home.resolve("elsewhere"));
        assertThat(directories.choose(home.resolve("asked").toString()).root()).isEqualTo(home.resolve("asked"));
        directories.use(usual.root());
        assertThat(directories.choose(null)).isEqualTo(usual);
    }

    private static DataDirectories linux(Map<String, String> environment) {
        return new DataDirectories(environment, "Linux", "/home/ana");
    }
}

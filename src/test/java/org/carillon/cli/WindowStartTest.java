package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carillon.control.WindowRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command lines that open the window without anything that reads options. */
class WindowStartTest {
    @TempDir
    private Path directory;

    @Test
    void nothingMeansTheWindow() {
        assertThat(WindowStart.of()).contains(new WindowStart(null, WindowRequest.NOTHING, false));
    }

    @Test
    void theOptionsOfTheWindowAreUnderstoodInAnyOrder() {
        assertThat(WindowStart.of("--hidden", "--data", "/data", "--new-job"))
                .contains(new WindowStart("/data", new WindowRequest(List.of(), true), true));
    }

    @Test
    void filesAreOpenedAsDesktopsNameThem() throws IOException {
        Path file = Files.writeString(directory.resolve("a.carillon"), "{}");

        assertThat(WindowStart.of("--open", file.toString())).contains(new WindowStart(null, new WindowRequest(List.of(file), false), false));
        assertThat(WindowStart.of(file.toString())).contains(new WindowStart(null, new WindowRequest(List.of(file), false), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs", "--help", "--version", "--data", "--data /a --data /b", "--data --hidden", "--data /a jobs", "--open missing", "--hidden --hidden"})
    void everythingElseIsLeftToWhatExplainsMistakes(String line) {
        assertThat(WindowStart.of(line.split(" "))).isEmpty();
    }
}

package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.carillon.cli.CommandLineFixture.Result;
import org.carillon.control.WindowRequest;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A double click on files, as Windows tells it. */
class OpenedFilesTest {
    @TempDir
    private Path directory;

    private final ShownFiles window = new ShownFiles();
    private CommandLineFixture carillon;
    private Path first;
    private Path second;

    @BeforeEach
    void twoFiles() throws IOException {
        carillon = new CommandLineFixture(directory.resolve("data"), null, window);
        first = Files.writeString(directory.resolve("my jobs.carillon"), "{}");
        second = Files.writeString(directory.resolve("任务.carillon"), "{}");
    }

    @Test
    void nothingButAFileMeansThatItIsOpened() {
        assertThat(carillon.run(first.toString()).code()).isZero();

        assertThat(window.shown).containsExactly(first);
    }

    @Test
    void severalFilesAreOpenedTogether() {
        assertThat(carillon.run(first.toString(), second.toString()).code()).isZero();

        assertThat(window.shown).containsExactly(first, second);
    }

    @Test
    void aWordThatIsNoFileIsStillNoCommand() {
        Result result = carillon.run("stauts");

        assertThat(result.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(result.err()).contains("stauts");
        assertThat(window.shown).isEmpty();
    }

    private static final class ShownFiles implements WindowAccess {
        private final List<Path> shown = new ArrayList<>();

        @Override
        public boolean hasDisplay() {
            return true;
        }

        @Override
        public boolean raise(DataDirectory data, WindowRequest request) {
            shown.addAll(request.files());
            return true;
        }

        @Override
        public int open(DataDirectory data, WindowRequest request, boolean hidden, Language language) {
            throw new AssertionError("A second window was opened");
        }
    }
}

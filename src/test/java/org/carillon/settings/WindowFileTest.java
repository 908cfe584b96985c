package org.carillon.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowFileTest {
    private static final WindowPlace LAPTOP = new WindowPlace(0, 0, 1366, 768);
    private static final WindowPlace BESIDE = new WindowPlace(1366, 0, 2560, 1440);

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsReadAgain() {
        WindowFile file = new WindowFile(directory.resolve("window.json"));
        WindowState left = new WindowState(new WindowPlace(-10, 20, 900, 600.5), true, "runs", true,
                Map.of("jobs", new TableShape(List.of(new TableShape.Column("name", 120), new TableShape.Column("lastRun", 80)), "name", true)),
                Map.of("jobs", 0.4), List.of("action.run", "job.run.a"));
        file.write(left);
        assertThat(file.read()).isEqualTo(left);
        assertThat(directory.resolve("window.json")).content().contains("\"maximised\" : true");
    }

    @Test
    void aFileThatIsMissingOrBrokenLeavesTheWindowAsItBegins() throws IOException {
        Path path = directory.resolve("window.json");
        assertThat(new WindowFile(path).read()).isEqualTo(WindowState.NONE);
        for (String text : List.of("", "{", "[]", "{\"place\":{\"x\":1}}", "{\"place\":{\"x\":0,\"y\":0,\"width\":-5,\"height\":5}}",
                "{\"tables\":{\"jobs\":3}}", "{\"dividers\":{\"jobs\":\"far\"}}")) {
            Files.writeString(path, text);
            assertThat(new WindowFile(path).read()).as(text).isEqualTo(WindowState.NONE);
        }
    }

    @Test
    void aPlaceThatIsOnAScreenStays() {
        WindowPlace place = new WindowPlace(1500, 100, 1000, 700);
        assertThat(place.within(List.of(LAPTOP, BESIDE))).isEqualTo(place);
    }

    @Test
    void aPlaceOnAScreenThatIsGoneMovesToTheMainOne() {
        assertThat(new WindowPlace(2000, 900, 1000, 700).within(List.of(LAPTOP))).isEqualTo(new WindowPlace(366, 68, 1000, 700));
    }

    @Test
    void aWindowThatIsLargerThanItsScreenIsMadeToFit() {
        assertThat(new WindowPlace(-50, -20, 2560, 1440).within(List.of(LAPTOP))).isEqualTo(LAPTOP);
    }

    @Test
    void aWindowThatHangsOverTheEdgeIsMovedInside() {
        assertThat(new WindowPlace(900, 500, 800, 600).within(List.of(LAPTOP))).isEqualTo(new WindowPlace(566, 168, 800, 600));
    }
}

package org.carillon.desktop.awake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldingProcessTest {
    @TempDir
    Path directory;

    @Test
    void theProgramHoldsUntilItIsLetGo() {
        Path begun = directory.resolve("begun");
        Path ended = directory.resolve("ended");
        KeepAwake awake = new HoldingProcess(reason -> List.of("sh", "-c", "echo \"$1\" > '" + begun + "'; cat; echo > '" + ended + "'", "sh", reason));
        try (KeepAwake.Hold hold = awake.begin("a job is running")) {
            assertThat(hold).isNotNull();
            until(begun);
            assertThat(ended).doesNotExist();
        }
        until(ended);
        assertThat(begun).content().isEqualTo("a job is running\n");
    }

    @Test
    void aMachineWithoutTheProgramRunsItsJobsAllTheSame() {
        new HoldingProcess(_ -> List.of("/nonexistent/inhibit")).begin("a job is running").close();
    }

    private static void until(Path file) {
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(file) && (Files.size(file) > 0));
    }
}

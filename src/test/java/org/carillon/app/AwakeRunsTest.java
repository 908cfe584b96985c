package org.carillon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.ui.fx.LiveScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwakeRunsTest {
    @TempDir
    Path directory;

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void theMachineIsHeldAwakeOnceWhileAnyJobRunsThatWantsIt() {
        try (LiveScheduler live = new LiveScheduler(directory);
                AwakeRuns awake = new AwakeRuns(live.scheduler, reason -> {
                    told.add("awake");
                    return () -> told.add("may sleep");
                })) {
            live.scheduler.listen(awake);
            live.scheduler.add(LiveScheduler.yearly("careless", "Careless", "true"));
            Job careful = LiveScheduler.yearly("careful", "Careful", "sleep 60");
            live.scheduler.add(careful.withPolicy(Policy.DEFAULT.withKeepAwake(true).withMaxInstances(2).withKillGrace(Duration.ofSeconds(1))));
            live.scheduler.start("careless");
            long first = live.scheduler.start("careful");
            until("awake");
            long second = live.scheduler.start("careful");
            live.scheduler.stop(first);
            live.until(() -> live.scheduler.run(first).orElseThrow().state().isFinal());
            assertThat(told).containsExactly("awake");
            live.scheduler.stop(second);
            until("awake", "may sleep");
        }
        assertThat(told).containsExactly("awake", "may sleep");
    }

    private void until(String... words) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> told.equals(List.of(words)));
    }
}

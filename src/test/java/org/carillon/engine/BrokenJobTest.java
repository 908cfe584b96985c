package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.carillon.job.Policy;
import org.carillon.job.RunState;
import org.carillon.store.JobStore;
import org.carillon.store.jdbc.H2JobStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A job that cannot be restored is kept and shown, and can be put right or removed. */
@Timeout(60)
class BrokenJobTest {
    private static final String DAMAGED = "{\"id\":\"a\",\"name\":\"A\",\"trigger\":{\"type\":\"moon\"}}";

    @TempDir
    Path directory;

    @BeforeEach
    void damage() throws Exception {
        try (JobStore store = H2JobStore.open(directory); ManualScheduler scheduler = scheduler(store)) {
            scheduler.add(Bench.everyMinute("a", Policy.DEFAULT));
            scheduler.add(Bench.everyMinute("b", Policy.DEFAULT));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + directory.resolve("carillon"), "carillon", "");
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE jobs SET definition = '" + DAMAGED + "' WHERE id = 'a'");
        }
    }

    private static ManualScheduler scheduler(JobStore store) {
        return ManualScheduler.builder(Bench.START).store(store).actions(new SlowActions()).build();
    }

    @Test
    void itIsKeptAndShownAndDisturbsNoOther() {
        for (int life = 0; life < 2; life++) {
            try (JobStore store = H2JobStore.open(directory); ManualScheduler scheduler = scheduler(store)) {
                scheduler.start();
                scheduler.advance(Duration.ofMinutes(2));
                assertThat(scheduler.job("a").orElseThrow().problem().toString()).contains("moon");
                assertThat(scheduler.json("a")).contains(DAMAGED);
                assertThat(scheduler.job("b").orElseThrow().lastRun().state()).isEqualTo(RunState.SUCCEEDED);
                assertThatThrownBy(() -> scheduler.start("a")).isInstanceOf(NoSuchException.class);
                assertThatThrownBy(() -> scheduler.pause("a")).isInstanceOf(NoSuchException.class);
            }
        }
    }

    @Test
    void itCanBePutRightOrRemoved() {
        try (JobStore store = H2JobStore.open(directory); ManualScheduler scheduler = scheduler(store)) {
            scheduler.start();
            scheduler.replace(Bench.everyMinute("a", Policy.DEFAULT));
            scheduler.advance(Duration.ofMinutes(1));
            assertThat(scheduler.job("a").orElseThrow().lastRun().state()).isEqualTo(RunState.SUCCEEDED);
        }
        try (JobStore store = H2JobStore.open(directory); ManualScheduler scheduler = scheduler(store)) {
            scheduler.remove("a");
            assertThat(scheduler.jobs()).extracting(JobStatus::id).containsExactly("b");
        }
    }
}

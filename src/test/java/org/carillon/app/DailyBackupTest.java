package org.carillon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.carillon.store.JobStore;
import org.carillon.store.jdbc.H2Backups;
import org.carillon.store.jdbc.H2JobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyBackupTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    @TempDir
    Path directory;

    @Test
    void theStoreIsBackedUpWhileItIsOpenAndNotTwiceOnADay() {
        try (JobStore store = H2JobStore.open(directory)) {
            try (DailyBackup first = DailyBackup.start(() -> new H2Backups(directory, store), NOON, Duration.ZERO)) {
                await().atMost(Duration.ofSeconds(30)).until(() -> backups().size() == 1);
            }
            try (DailyBackup second = DailyBackup.start(() -> new H2Backups(directory, store), NOON, Duration.ZERO)) {
                assertThat(second).isNotNull();
            }
            assertThat(backups()).containsExactly("carillon-20261123-120000.zip");
            assertThat(store.jobs()).isEmpty();
        }
    }

    @Test
    void afterAnyFailureItIsTriedAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch twice = new CountDownLatch(2);
        try (JobStore store = H2JobStore.open(directory);
                DailyBackup backup = DailyBackup.start(() -> {
                    twice.countDown();
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("not a matter of the store");
                    }
                    return new H2Backups(directory, store);
                }, NOON, Duration.ZERO, Duration.ofMillis(20))) {
            assertThat(twice.await(20, TimeUnit.SECONDS)).isTrue();
            await().until(() -> backups().size() == 1);
            assertThat(backup).isNotNull();
        }
    }

    private List<String> backups() throws AssertionError {
        Path folder = directory.resolve("backups");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("carillon-")).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

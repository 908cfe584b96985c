package org.carillon.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.carillon.control.ControlAddress;
import org.carillon.control.ControlFile;
import org.carillon.control.client.ControlClient;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectory;

/** The instance that runs in a data directory, where one does. */
record RunningInstance(DataDirectory directory, Language language) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Asks it to end, which ends its runs in order, and waits until it has; for a minute at most. Does nothing where none answers. */
    void end() {
        Optional<ControlAddress> address = new ControlFile(directory.root()).read();
        if (address.isEmpty()) {
            return;
        }
        CompletableFuture<?> ended = ProcessHandle.of(address.get().process()).<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        try (ControlClient client = ControlClient.connect(address.get(), language)) {
            client.post("/v1/scheduler/shutdown", null);
        } catch (IOException e) {
            // It was killed, or is ending already.
        }
        ended.completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}

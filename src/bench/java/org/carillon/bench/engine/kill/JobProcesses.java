package org.carillon.bench.engine.kill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carillon.job.Run;

/** The processes of a drill's jobs that are alive: which run each belongs to, by its process id. Linux. */
record JobProcesses(Map<Long, Long> runs) {
    /** How long it may take on a busy machine until a process is asked to end and has. */
    private static final Duration ENDING = Duration.ofSeconds(15);

    static JobProcesses alive(Path directory) throws IOException {
        Map<Long, Long> runs = new TreeMap<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            processes.filter(process -> process.getFileName().toString().matches("\\d+"))
                    .forEach(process -> run(process, directory).ifPresent(run ->
                            runs.put(Long.valueOf(process.getFileName().toString()), run)));
        }
        return new JobProcesses(runs);
    }

    private static Optional<Long> run(Path process, Path directory) {
        List<String> environment;
        try {
            environment = Arrays.asList(Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1).split("\0"));
        } catch (IOException e) {
            return Optional.empty(); // It has ended in the meantime, or is somebody else's.
        }
        return environment.contains(Load.MARK + "=" + directory)
                ? environment.stream()
                        .filter(variable -> variable.startsWith("CARILLON_RUN="))
                        .map(variable -> Long.valueOf(variable.substring("CARILLON_RUN=".length())))
                        .findFirst()
                : Optional.empty();
    }

    /** Those whose run the ledger says has ended, well before now. */
    List<String> orphans(Ledger ledger, Instant now) {
        return runs.entrySet().stream()
                .filter(process -> isOver(ledger.runs().get(process.getValue()), now))
                .map(process -> "Process %d lives on after its run: %s".formatted(
                        process.getKey(), ledger.runs().get(process.getValue())))
                .toList();
    }

    private static boolean isOver(Run run, Instant now) {
        return run == null || run.endedAt() != null && run.endedAt().plus(ENDING).isBefore(now);
    }
}

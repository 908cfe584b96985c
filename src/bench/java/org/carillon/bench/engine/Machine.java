package org.carillon.bench.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobrunr.configuration.JobRunr;

/** What was measured, where and when. Linux. */
final class Machine {
    private Machine() {}

    static String describe() throws IOException {
        return "%s, %d processors, %d GB, %s %s, Java %s, %s%n%s".formatted(
                value("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1_000_000,
                System.getProperty("os.name"), System.getProperty("os.version"),
                Runtime.version(), LocalDate.now(), versions());
    }

    private static String versions() {
        return Stream.of(org.quartz.Scheduler.class, Scheduler.class, JobRunr.class, org.h2.Driver.class)
                .map(Machine::file)
                .collect(Collectors.joining(", "));
    }

    /** The name of the archive that a class comes from, which holds its version. */
    private static String file(Class<?> type) {
        Path path = Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
        return path.getFileName().toString().replace(".jar", "");
    }

    private static String value(String file, String key) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key)).findFirst().orElse(":unknown").split(":", 2)[1].strip();
        }
    }
}

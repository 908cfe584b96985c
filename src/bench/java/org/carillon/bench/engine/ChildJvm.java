package org.carillon.bench.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Starts a Java process, with the same flags for everyone, and hears what it has measured. */
final class ChildJvm {
    static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xms16m", "-Xmx512m");
    /** What the program without a window is started with besides, where memory is measured. */
    static final List<String> FRUGAL_FLAGS = List.of("-XX:TieredStopAtLevel=1", "-XX:TrimNativeHeapInterval=10000");

    private ChildJvm() {}

    /** @throws IllegalStateException if it fails */
    static Map<Metric, Double> run(Contenders contender, Work work, Path directory) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(FLAGS);
        command.addAll(work == Work.IDLE ? FRUGAL_FLAGS : List.of());
        command.addAll(List.of("-Dlogback.configurationFile=org/carillon/bench/engine/logback.xml",
                "-cp", System.getProperty("java.class.path"),
                Child.class.getName(), contender.name(), work.name(), directory.toString()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        try (BufferedReader output = process.inputReader()) {
            output.lines().filter(line -> line.startsWith(Child.MARK)).map(line -> line.split(" "))
                    .forEach(words -> measured.put(Metric.valueOf(words[1]), Double.valueOf(words[2])));
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(contender.title() + ", " + work + " ended with " + process.exitValue());
        }
        return measured;
    }
}

package org.carillon;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.EmbeddingProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program with the engine inside runs without anything that the window needs, and loads no class of it. */
@Timeout(120)
class NoWindowTest {
    private static final List<String> OF_THE_WINDOW = List.of("javafx", "openjfx", "atlantafx", "ikonli", "testfx", "picocli");
    private static final List<String> OF_THE_LIBRARY = List.of("h2", "flyway", "jackson", "slf4j-api", "gson", "snakeyaml", "failsafe", "jakarta", "angus");

    @TempDir
    Path directory;

    @Test
    void itRunsOnTheClassPathAndLoadsNothingOfJavaFx() throws Exception {
        String path = jars().filter(entry -> OF_THE_WINDOW.stream().noneMatch(entry::contains)).collect(Collectors.joining(File.pathSeparator));
        run("-cp", path);
    }

    @Test
    void itRunsOnTheModulePathAndLoadsNothingOfJavaFx() throws Exception {
        String modules = jars().filter(entry -> entry.endsWith(File.separator + "classes")
                        || OF_THE_LIBRARY.stream().anyMatch(Path.of(entry).getFileName().toString()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
        String program = jars().filter(entry -> entry.endsWith(File.separator + "test-classes")).findFirst().orElseThrow();
        run("-p", modules, "--add-modules", "org.carillon", "-cp", program);
    }

    private static Stream<String> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private void run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xlog:class+load:file=" + directory.resolve("classes.txt") + ":none"));
        command.addAll(List.of(options));
        command.addAll(List.of(EmbeddingProgram.class.getName(), Files.createDirectory(directory.resolve("data")).toString()));
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();

        assertThat(output).content().contains("all is well");
        assertThat(ended).isTrue();
        assertThat(process.exitValue()).isZero();
        List<String> classes = Files.readAllLines(directory.resolve("classes.txt"));
        assertThat(classes).anyMatch(line -> line.startsWith("org.carillon.engine.Engine "));
        assertThat(classes).noneMatch(line -> line.startsWith("javafx.") || line.startsWith("com.sun.javafx")
                || line.startsWith("org.carillon.ui.") || line.startsWith("org.carillon.app.") || line.startsWith("java.awt."));
    }
}

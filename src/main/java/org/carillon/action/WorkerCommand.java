package org.carillon.action;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.carillon.message.Message;

/** The command line of a worker process: the Java that runs this program, with the classes of this program. */
final class WorkerCommand {
    private static final boolean ON_WINDOWS = File.separatorChar == '\\';

    private WorkerCommand() {}

    /** @throws NoTaskException if there is no Java that could be started */
    static List<String> words(List<String> options) {
        List<String> words = new ArrayList<>();
        words.add(java().toString());
        // A heap that is full ends the process at once: what a virtual machine does after that, nobody can tell.
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.addAll(options);
        words.add("-cp");
        words.add(String.join(File.pathSeparator, classPath()));
        words.add(WorkerMain.class.getName());
        return words;
    }

    private static Path java() {
        Path own = Path.of(System.getProperty("java.home"), "bin", ON_WINDOWS ? "java.exe" : "java");
        if (Files.isExecutable(own)) {
            return own;
        }
        return ProgramPath.find("java", Path.of("/"), System.getenv())
                .orElseThrow(() -> new NoTaskException(Message.of("action.noJava", own)));
    }

    /** All classes on one class path, also those that are modules here. */
    private static Set<String> classPath() {
        Set<String> entries = new LinkedHashSet<>();
        for (String entry : split("java.class.path")) {
            entries.add(entry);
        }
        for (String entry : split("jdk.module.path")) {
            Path path = Path.of(entry);
            boolean holdsJars = Files.isDirectory(path) && !Files.exists(path.resolve("module-info.class"));
            entries.add(holdsJars ? path.resolve("*").toString() : entry);
        }
        return entries;
    }

    private static List<String> split(String property) {
        String path = System.getProperty(property, "");
        return path.isEmpty() ? List.of() : List.of(path.split(File.pathSeparator));
    }
}

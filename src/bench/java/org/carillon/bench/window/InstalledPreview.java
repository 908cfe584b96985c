package org.carillon.bench.window;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs {@code PreviewLatency} as the installed program runs: with its Java, its flags and its cache, so that what it costs the first time that
 * a form is open is what it costs a person. Needs the tree that {@code installer/linux/build} leaves, and the classes of
 * {@code mvn -P bench test-compile}. Argument: the directory of the tree.
 */
final class InstalledPreview {
    private static final String CLASS_PATH = "--class-path";
    private static final String MEASURED = "org.carillon.ui.editor.PreviewLatency";
    private static final long LOOK_AGAIN = 50_000_000;

    private InstalledPreview() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path tree = Path.of(arguments.length > 0 ? arguments[0] : "target/installer/carillon");
        List<String> words = words(tree);
        int classPath = words.indexOf(CLASS_PATH);
        List<String> command = new ArrayList<>(words.subList(0, classPath));
        command.addAll(List.of(CLASS_PATH, words.get(classPath + 1) + File.pathSeparator + "target/test-classes", MEASURED));
        System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    /** How the launcher starts Java for the window. */
    private static List<String> words(Path tree) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("carillon-preview");
        Process window = new ProcessBuilder(tree.resolve("bin/carillon").toString(), "--data", data.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            while (window.isAlive()) {
                List<String> words = List.of(Files.readString(Path.of("/proc/" + window.pid() + "/cmdline")).split("\0"));
                if (words.contains(CLASS_PATH) && words.getFirst().toLowerCase(Locale.ROOT).endsWith("java")) {
                    return words;
                }
                LockSupport.parkNanos(LOOK_AGAIN);
            }
            throw new IllegalStateException("The window has not started; is there a display?");
        } finally {
            window.destroy();
            window.waitFor();
        }
    }
}

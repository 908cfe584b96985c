package org.carillon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a class of the tests as a program of its own, for what needs another process: to be killed, to be without disk space. */
public final class ChildProgram {
    private ChildProgram() {}

    public static Process start(Class<?> main, String... arguments) throws IOException {
        return new ProcessBuilder(command(main, arguments)).redirectErrorStream(true).start();
    }

    /** @param blocks of 512 or 1024 bytes, as the shell counts them */
    public static Process withFilesOfAtMost(int blocks, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"));
        command.addAll(command(main, arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** @param option for the Java machine: how much memory it has, for instance */
    public static Process withOptions(String option, Class<?> main, String... arguments) throws IOException {
        List<String> command = command(main, arguments);
        command.add(1, option);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** The Java that runs this. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                java(), "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Dstdout.encoding=UTF-8",
                "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}

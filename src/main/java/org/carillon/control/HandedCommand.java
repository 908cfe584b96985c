package org.carillon.control;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.carillon.message.Language;

/**
 * A command line that a process hands over to the running instance, because a new Java process would need longer for it than for
 * everything else: to load what reads options, asks, and draws tables. Only commands that read neither files nor standard input, and
 * need not wait.
 *
 * @param arguments without {@code --data}
 * @param language  null for the one in the instance's settings
 * @param zone      in which times are read and printed
 * @param directory where it was called, absolute
 */
public record HandedCommand(List<String> arguments, Language language, ZoneId zone, Path directory) {
    /** What the HTTP headers of the answer are called. */
    public static final String EXIT_CODE = "Carillon-Exit-Code";
    public static final String OUTPUT_LENGTH = "Carillon-Output-Length";

    private static final Set<String> NAMES =
            Set.of("jobs", "runs", "status", "executors", "add", "skip", "move", "pause", "resume", "remove", "stop", "explain", "next", "versions", "restore");

    public HandedCommand {
        arguments = List.copyOf(arguments);
    }

    /** Whether a command line can be handed over. */
    public static boolean isOne(List<String> arguments) {
        return !arguments.isEmpty() && NAMES.contains(arguments.getFirst()) && !arguments.contains("--batch");
    }

    /** What came of it. @param out what it printed on standard output @param err what it said on standard error */
    public record Printed(int exitCode, byte[] out, byte[] err) {}
}

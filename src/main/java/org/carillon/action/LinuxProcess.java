package org.carillon.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A process as {@code /proc} shows it (proc_pid_stat(5)). Process id and start ticks together name a process for as long as
 * the machine is up; {@code ProcessHandle} has only a start time that moves when the clock is set.
 *
 * @param state      as one letter; {@code Z} has ended already
 * @param session    the session that it is in, named by the process that opened it
 * @param startTicks when it was started, in ticks since boot
 */
record LinuxProcess(long pid, long parent, long session, char state, long startTicks) {
    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int PARENT = 1;
    private static final int SESSION = 3;
    private static final int START_TICKS = 19;

    /** All that have not ended; one that ends meanwhile may be missing. */
    static List<LinuxProcess> all() {
        List<LinuxProcess> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                LinuxProcess process = read(Long.parseLong(entry.getFileName().toString()));
                if (process != null && process.state != 'Z' && process.state != 'X') {
                    found.add(process);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Cannot list " + PROC, e);
        }
        return found;
    }

    /** That process, or null when there is none. */
    static LinuxProcess read(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return new LinuxProcess(pid, Long.parseLong(fields[PARENT]), Long.parseLong(fields[SESSION]),
                    fields[STATE].charAt(0), Long.parseLong(fields[START_TICKS]));
        } catch (IOException endedMeanwhile) {
            return null;
        }
    }

    /** Its environment as it was started with; empty when it has ended or belongs to somebody else. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        try {
            String text = Files.readString(PROC.resolve(pid + "/environ"), StandardCharsets.ISO_8859_1);
            for (String variable : text.split("\0")) {
                int equals = variable.indexOf('=');
                if (equals > 0) {
                    environment.put(variable.substring(0, equals), variable.substring(equals + 1));
                }
            }
        } catch (IOException endedOrForeign) {
            return Map.of();
        }
        return environment;
    }

    /** Sends SIGTERM, or SIGKILL with {@code force}, unless it has ended. */
    void signal(boolean force) {
        LinuxProcess now = read(pid);
        if (now == null || now.startTicks != startTicks) {
            return;
        }
        ProcessHandle.of(pid).ifPresent(handle -> {
            if (force) {
                handle.destroyForcibly();
            } else {
                handle.destroy();
            }
        });
    }
}

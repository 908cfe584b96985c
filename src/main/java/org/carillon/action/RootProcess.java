package org.carillon.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The process that a run began with, which opened a session of its own on Linux.
 *
 * @param boot names the time since the machine was started, as in {@code /proc/sys/kernel/random/boot_id}
 */
record RootProcess(long pid, long startTicks, String boot) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** One that was just started; null if it has ended already and nothing can be known of it. */
    static RootProcess of(long pid) throws IOException {
        LinuxProcess process = LinuxProcess.read(pid);
        return process == null ? null : new RootProcess(pid, process.startTicks(), presentBoot());
    }

    private static String presentBoot() throws IOException {
        return Files.readString(BOOT).strip();
    }

    static RootProcess parse(String text) {
        String[] words = text.strip().split(" ");
        return words.length == 3 && words[0].matches("[0-9]{1,18}") && words[1].matches("[0-9]{1,18}")
                ? new RootProcess(Long.parseLong(words[0]), Long.parseLong(words[1]), words[2])
                : null;
    }

    String text() {
        return pid + " " + startTicks + " " + boot;
    }

    /**
     * Whether it or others of its session are among these. An id is given to no other process while it names a session; so if the
     * process of this id is another one, that session has ended.
     */
    boolean isIn(List<LinuxProcess> processes) {
        try {
            return boot.equals(presentBoot())
                    && processes.stream().noneMatch(each -> each.pid() == pid && each.startTicks() != startTicks)
                    && processes.stream().anyMatch(each -> each.pid() == pid || each.session() == pid);
        } catch (IOException e) {
            return false;
        }
    }
}

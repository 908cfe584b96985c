package org.carillon.action;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;

/** All processes that belong to a run. */
interface ProcessTree extends StopSignal.Target {
    boolean ON_LINUX = Files.isReadable(Path.of("/proc/self/stat"));

    /** Whether any of them has not ended. */
    boolean isAlive();

    /** The tree of a process that was just started. @param isMarked tells the environment of a process that belongs to it */
    static ProcessTree of(Process process, Predicate<Map<String, String>> isMarked) {
        return ON_LINUX ? new LinuxProcessTree(process.pid(), isMarked) : new PortableProcessTree(process.toHandle());
    }
}

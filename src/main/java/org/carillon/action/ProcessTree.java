package org.carillon.action;

import java.nio.file.Files;
import java.nio.file.Path;

/** All processes that belong to a run. */
interface ProcessTree extends StopSignal.Target {
    boolean ON_LINUX = Files.isReadable(Path.of("/proc/self/stat"));

    /** Whether any of them has not ended. */
    boolean isAlive();

    /** The tree of a process that was just started. */
    static ProcessTree of(Process process, RunMark mark) {
        return ON_LINUX ? new LinuxProcessTree(process.pid(), mark) : new PortableProcessTree(process.toHandle());
    }
}

package org.carillon.action;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a scheduler that died has left running: processes that carry the mark of one of its runs.
 * Found on Linux; elsewhere there is no sure way, and nothing is found.
 */
public final class Orphans implements StopSignal.Target {
    private final ProcessTree tree;

    private Orphans(ProcessTree tree) {
        this.tree = tree;
    }

    /** The runs of that scheduler that have processes. */
    public static Set<Long> runsOf(String scheduler) {
        return ProcessTree.ON_LINUX
                ? LinuxProcess.all().stream()
                        .flatMap(process -> RunMark.runIn(process.environment(), scheduler).stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** The processes of that run, which may be none. */
    public static Orphans of(RunMark mark) {
        Objects.requireNonNull(mark, "mark");
        return new Orphans(ProcessTree.ON_LINUX ? new LinuxProcessTree(LinuxProcessTree.UNKNOWN_ROOT, mark) : null);
    }

    public boolean isAlive() {
        return tree != null && tree.isAlive();
    }

    @Override
    public void ask() {
        if (tree != null) {
            tree.ask();
        }
    }

    @Override
    public void kill() {
        if (tree != null) {
            tree.kill();
        }
    }
}

package org.carillon.action;

import java.util.Objects;

/**
 * What a scheduler that died has left running: processes that carry the mark of one of its runs.
 * Found on Linux; elsewhere there is no sure way, and nothing is found.
 */
public final class Orphans implements StopSignal.Target {
    private final ProcessTree tree;

    private Orphans(ProcessTree tree) {
        this.tree = tree;
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

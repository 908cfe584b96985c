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
        return new Orphans(ProcessTree.ON_LINUX ? new LinuxProcessTree(LinuxProcessTree.UNKNOWN_ROOT, mark::isIn) : null);
    }

    /**
     * Ends the worker processes of that scheduler, and what their tasks have started: they end by themselves when their scheduler is
     * gone, unless they cannot. Not to be called while that scheduler has workers.
     *
     * @return how many processes there were
     */
    public static int endWorkers(String scheduler) {
        if (!ProcessTree.ON_LINUX) {
            return 0;
        }
        LinuxProcessTree workers = new LinuxProcessTree(LinuxProcessTree.UNKNOWN_ROOT,
                environment -> WorkerMark.isOfScheduler(environment, scheduler));
        int found = workers.members().size();
        workers.kill();
        return found;
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

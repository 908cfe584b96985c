package org.carillon.action;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a scheduler that died has left running: processes that carry the mark of one of its runs, or are in the session of the process
 * that it wrote down for it.
 * Found on Linux; elsewhere there is no sure way, and nothing is found.
 */
public final class Orphans implements StopSignal.Target {
    private final LinuxProcessTree tree;

    private Orphans(LinuxProcessTree tree) {
        this.tree = tree;
    }

    /** The runs of that scheduler that have processes. @param roots what it wrote down of them */
    public static Set<Long> runsOf(String scheduler, RootProcesses roots) {
        Set<Long> runs = new HashSet<>();
        if (ProcessTree.ON_LINUX) {
            List<LinuxProcess> all = LinuxProcess.all();
            all.forEach(process -> RunMark.runIn(process.environment(), scheduler).ifPresent(runs::add));
            roots.runs().stream().filter(run -> isIn(all, roots.of(run))).forEach(runs::add);
        }
        return runs;
    }

    /** The processes of that run, which may be none. @param roots what its scheduler wrote down of them */
    public static Orphans of(RunMark mark, RootProcesses roots) {
        Objects.requireNonNull(mark, "mark");
        if (!ProcessTree.ON_LINUX) {
            return new Orphans(null);
        }
        RootProcess root = roots.of(mark.runId());
        return new Orphans(new LinuxProcessTree(isIn(LinuxProcess.all(), root) ? root.pid() : LinuxProcessTree.UNKNOWN_ROOT, mark::isIn));
    }

    private static boolean isIn(List<LinuxProcess> processes, RootProcess root) {
        return root != null && root.isIn(processes);
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

    /** Their ids, in order. */
    public List<Long> pids() {
        return tree == null ? List.of() : tree.members().stream().map(LinuxProcess::pid).sorted().toList();
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

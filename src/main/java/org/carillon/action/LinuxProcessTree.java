package org.carillon.action;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The processes of a run on Linux: those in the session that its first process opened, those that descend from it, and those
 * that carry its mark, which also finds one that left the session and whose parent has died.
 */
final class LinuxProcessTree implements ProcessTree {
    /** A process may start another one while it is being killed. */
    private static final int KILL_PASSES = 10;
    /** The first process of a tree that is known by its mark alone. */
    static final long UNKNOWN_ROOT = -1;

    private final long root;
    private final Predicate<Map<String, String>> isMarked;
    private final Set<Long> asked = ConcurrentHashMap.newKeySet();

    /** @param isMarked tells the environment of a process that belongs to it */
    LinuxProcessTree(long root, Predicate<Map<String, String>> isMarked) {
        this.root = root;
        this.isMarked = isMarked;
    }

    @Override
    public void ask() {
        members().stream().filter(process -> asked.add(process.pid())).forEach(process -> process.signal(false));
    }

    @Override
    public void kill() {
        for (int pass = 0; pass < KILL_PASSES; pass++) {
            List<LinuxProcess> members = members();
            if (members.isEmpty()) {
                return;
            }
            members.forEach(process -> process.signal(true));
        }
    }

    @Override
    public boolean isAlive() {
        return !members().isEmpty();
    }

    List<LinuxProcess> members() {
        List<LinuxProcess> members = new ArrayList<>();
        List<LinuxProcess> rest = new ArrayList<>();
        LinuxProcess.all().forEach(process -> (isOwn(process) ? members : rest).add(process));
        Set<Long> parents = new HashSet<>();
        members.forEach(process -> parents.add(process.pid()));
        while (rest.removeIf(process -> descends(process, parents, members))) {
            // A child may stand before its parent in the list: look until nobody is found any more.
        }
        return members;
    }

    private boolean isOwn(LinuxProcess process) {
        return process.pid() == root || process.session() == root || isMarked.test(process.environment());
    }

    private static boolean descends(LinuxProcess process, Set<Long> parents, List<LinuxProcess> members) {
        return parents.contains(process.parent()) && parents.add(process.pid()) && members.add(process);
    }
}

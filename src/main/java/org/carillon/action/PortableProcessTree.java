package org.carillon.action;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A process and what descends from it, as far as Java can see on every system: one whose parent has died is not found again. */
final class PortableProcessTree implements ProcessTree {
    private final ProcessHandle root;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();
    private final Set<ProcessHandle> asked = ConcurrentHashMap.newKeySet();

    PortableProcessTree(ProcessHandle root) {
        this.root = root;
    }

    @Override
    public void ask() {
        members().stream().filter(asked::add).forEach(ProcessHandle::destroy);
    }

    @Override
    public void kill() {
        members().forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public boolean isAlive() {
        return members().stream().anyMatch(ProcessHandle::isAlive);
    }

    private synchronized List<ProcessHandle> members() {
        Stream.concat(Stream.of(root), root.descendants()).forEach(seen::add);
        seen.removeIf(handle -> !handle.isAlive());
        return List.copyOf(seen);
    }
}

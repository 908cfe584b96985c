package org.carillon.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.carillon.job.ExecutorSpec;

/** The executors that a scheduler is to have, over all of its lives in this process. Thread-safe. */
final class ExecutorList {
    private final Map<String, ExecutorSpec> specs = new LinkedHashMap<>();
    private final Consumer<List<ExecutorSpec>> keeper;

    /** @param keeper is told of every list before it counts; what it throws refuses the change */
    ExecutorList(Collection<ExecutorSpec> executors, Consumer<List<ExecutorSpec>> keeper) {
        executors.forEach(spec -> specs.put(spec.name(), spec));
        this.keeper = keeper;
    }

    synchronized List<ExecutorSpec> all() {
        return List.copyOf(specs.values());
    }

    synchronized void put(ExecutorSpec spec) {
        Map<String, ExecutorSpec> next = new LinkedHashMap<>(specs);
        next.put(spec.name(), spec);
        keeper.accept(List.copyOf(next.values()));
        specs.put(spec.name(), spec);
    }

    synchronized void remove(String name) {
        Map<String, ExecutorSpec> next = new LinkedHashMap<>(specs);
        next.remove(name);
        keeper.accept(List.copyOf(next.values()));
        specs.remove(name);
    }
}

package org.carillon.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carillon.job.Job;
import org.carillon.message.Message;

/** The executors by name, in the order in which they came. Guarded by the scheduler's lock. */
final class ExecutorPools {
    private final Map<String, ExecutorPool> byName = new LinkedHashMap<>();

    Collection<ExecutorPool> all() {
        return byName.values();
    }

    /** Null if there is none of that name. */
    ExecutorPool get(String name) {
        return byName.get(name);
    }

    /** @throws NoSuchException if there is none of that name */
    ExecutorPool require(String name) {
        ExecutorPool pool = byName.get(name);
        if (pool == null) {
            throw new NoSuchException(missing(name));
        }
        return pool;
    }

    /** @throws NoSuchException if there is no executor that it could run in */
    void checkFor(Job job) {
        if (!byName.containsKey(job.executor())) {
            throw NoSuchException.executorOfJob(missing(job.executor()));
        }
    }

    /** There is none of that name, but these. */
    Message missing(String name) {
        return Message.of("engine.noExecutor", name, String.join(", ", byName.keySet()));
    }

    void add(ExecutorPool pool) {
        byName.put(pool.name(), pool);
    }

    void remove(String name) {
        byName.remove(name);
    }
}

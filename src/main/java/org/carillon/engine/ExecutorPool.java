package org.carillon.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A named executor: at most so many runs at once, the others wait in the order of their priority, and among equals in the
 * order in which they came. It only says who may start; each run is started on a virtual thread of its own.
 * Guarded by the scheduler's lock.
 */
final class ExecutorPool {
    private record Place(ActiveRun run, long order) {}

    private final String name;
    private final int size;
    private final int queueLimit;
    private final PriorityQueue<Place> queue = new PriorityQueue<>(
            Comparator.<Place>comparingInt(place -> place.run().job().policy().priority()).thenComparingLong(Place::order));
    private long order;
    private int running;

    ExecutorPool(ExecutorSpec spec) {
        name = spec.name();
        size = spec.size();
        queueLimit = spec.queueLimit();
    }

    String name() {
        return name;
    }

    boolean isFull() {
        return running >= size && queue.size() >= queueLimit;
    }

    void offer(ActiveRun run) {
        queue.add(new Place(run, order++));
    }

    /** Those who may start now, each with a place of its own until it is {@linkplain #release() released}. */
    List<ActiveRun> takeStartable() {
        List<ActiveRun> startable = new ArrayList<>();
        while (running < size && !queue.isEmpty()) {
            startable.add(queue.poll().run());
            running++;
        }
        return startable;
    }

    /** Takes a place if there is one and nobody waits for it. */
    boolean tryTake() {
        boolean free = running < size && queue.isEmpty();
        running += free ? 1 : 0;
        return free;
    }

    void release() {
        running--;
    }

    /** @return whether it was waiting here */
    boolean withdraw(ActiveRun run) {
        return queue.removeIf(place -> place.run() == run);
    }

    ExecutorStatus status() {
        return new ExecutorStatus(name, size, running, queue.size());
    }
}

package org.carillon.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.carillon.action.Workers;
import org.carillon.job.ExecutorSpec;

/**
 * A named executor: at most so many runs at once, the others wait in the order of their priority, and among equals in the
 * order in which they came. It only says who may start; each run is started on a virtual thread of its own.
 * Guarded by the scheduler's lock.
 */
final class ExecutorPool {
    private record Place(ActiveRun run, long order) {}

    private final Function<ExecutorSpec, Workers> workersFor;
    private ExecutorSpec spec;
    /** Null in an executor of threads. */
    private Workers workers;
    private final PriorityQueue<Place> queue = new PriorityQueue<>(
            Comparator.<Place>comparingInt(place -> place.run().job().policy().priority()).thenComparingLong(Place::order));
    private long order;
    private int running;
    /** How many will wait here when their jobs have a place for them. */
    private int held;

    /** @param workersFor gives an executor with worker processes what starts them */
    ExecutorPool(ExecutorSpec spec, Function<ExecutorSpec, Workers> workersFor) {
        this.spec = spec;
        this.workersFor = workersFor;
        workers = spec.kind() == ExecutorSpec.Kind.PROCESS ? workersFor.apply(spec) : null;
    }

    /** From now on it is that. What goes on and what waits stays, also where there are more of them than it allows now. */
    void change(ExecutorSpec next) {
        boolean sameWorkers = spec.kind() == next.kind() && spec.javaOptions().equals(next.javaOptions());
        spec = next;
        if (!sameWorkers) {
            endWorkers();
            workers = next.kind() == ExecutorSpec.Kind.PROCESS ? workersFor.apply(next) : null;
        }
    }

    /** Null in an executor of threads. */
    Workers workers() {
        return workers;
    }

    /** Those that wait end now, the others after their runs. Does not wait. */
    void endWorkers() {
        if (workers != null) {
            Thread.ofVirtual().name("carillon-end-workers").start(workers::close);
        }
    }

    String name() {
        return spec.name();
    }

    boolean isFull() {
        return running >= spec.size() && !takesMore();
    }

    /** Whether one more may wait, here or for a place of its job. */
    boolean takesMore() {
        return waiting() < spec.queueLimit();
    }

    private int waiting() {
        return queue.size() + held;
    }

    /** A run waits for a place of its job, and is counted here from now on. */
    void hold() {
        held++;
    }

    /** A run waits for a place of its job no longer. */
    void letGo() {
        held--;
    }

    void offer(ActiveRun run) {
        queue.add(new Place(run, order++));
    }

    /** Those who may start now, each with a place of its own until it is {@linkplain #release() released}. */
    List<ActiveRun> takeStartable() {
        List<ActiveRun> startable = new ArrayList<>();
        while (running < spec.size() && !queue.isEmpty()) {
            startable.add(queue.poll().run());
            running++;
        }
        return startable;
    }

    /** Takes a place if there is one and nobody waits for it. */
    boolean tryTake() {
        boolean free = running < spec.size() && queue.isEmpty();
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
        return new ExecutorStatus(spec, running, waiting());
    }
}

package org.carillon.bench.engine;

import java.util.List;

/**
 * A scheduler under test with an empty or a filled store, not yet running. Jobs can be added before and after its start.
 * What these methods have returned from is on disk, forced.
 */
interface Contender extends AutoCloseable {
    /** Adds jobs 0 to {@code count} - 1 so that each of them is due as soon as the scheduler is started; called before that. */
    void addDue(int count);

    /** Begins to run what is due. */
    void start();

    /** One call of the scheduler a job. */
    void addEach(List<OneOff> jobs);

    /** In the largest portions that the scheduler takes. */
    void addAll(List<OneOff> jobs);

    /** Whether the store says that this many jobs have run and that nothing is left to be written about them. */
    boolean hasRecorded(int runs);

    @Override
    void close();
}

package org.carillon.engine;

/**
 * Hears what happens. Each listener is called on a thread of its own, with one event after the other in the order in which they
 * happened, so it may take its time: neither the scheduler nor other listeners wait for it. It may call the scheduler, but not
 * shut it down. What it throws is logged, and it hears the next event all the same. Of a listener that is more than
 * {@value #MOST_WAITING} events behind some are left out, and it is told how many.
 */
@FunctionalInterface
public interface SchedulerListener {
    /** How many events wait for a listener at most. */
    int MOST_WAITING = 50_000;

    void on(SchedulerEvent event);
}

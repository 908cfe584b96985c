package org.carillon.engine;

/**
 * Hears what happens. Called on the scheduler's event thread, one event after the other; it must return soon and do no
 * input or output. What it throws is logged and does not disturb the scheduler.
 */
@FunctionalInterface
public interface SchedulerListener {
    void on(SchedulerEvent event);
}

package org.carillon.ui.runs;

import org.carillon.store.RunOrder;

/** By what runs can be sorted. */
public enum RunSort {
    NEWEST(null),
    STATE(RunOrder.Key.STATE),
    JOB(RunOrder.Key.JOB),
    TIME(RunOrder.Key.TIME),
    DURATION(RunOrder.Key.DURATION),
    EXIT_CODE(RunOrder.Key.EXIT_CODE);

    private final RunOrder.Key key;

    RunSort(RunOrder.Key key) {
        this.key = key;
    }

    /** What the store is asked for; null for newest first. */
    RunOrder order(boolean descending) {
        return key == null ? null : new RunOrder(key, descending);
    }
}

package org.carillon.engine;

import java.util.List;
import org.carillon.store.Change;

/** Work and the changes it consists of, which are made once: they hold the ids of new runs. Only whoever has the turn makes them. */
final class LedgerItem {
    private final LedgerWork work;
    private List<Change> changes;
    private boolean broken;

    LedgerItem(LedgerWork work) {
        this.work = work;
    }

    LedgerWork work() {
        return work;
    }

    void make(LedgerWork.RunIds ids) {
        if (changes == null) {
            changes = work.changes(ids);
        }
    }

    /** What was made of it. */
    List<Change> changes() {
        return changes;
    }

    /** It cannot say what it consists of. */
    void giveUp() {
        broken = true;
    }

    boolean isSound() {
        return !broken;
    }
}

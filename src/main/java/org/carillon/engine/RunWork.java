package org.carillon.engine;

import java.util.List;
import org.carillon.store.Change;
import org.carillon.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes that nothing can contradict, and what follows when they are durable. */
record RunWork(List<Change> changes, Runnable then) implements LedgerWork {
    private static final Logger LOG = LoggerFactory.getLogger(RunWork.class);

    @Override
    public List<Change> changes(RunIds ids) {
        return changes;
    }

    @Override
    public void committed() {
        then.run();
    }

    @Override
    public void refused(StoreException why) {
        LOG.error("The ledger does not take {}", changes, why);
        then.run();
    }
}

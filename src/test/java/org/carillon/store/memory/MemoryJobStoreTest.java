package org.carillon.store.memory;

import org.carillon.store.JobStore;
import org.carillon.store.JobStoreContract;

class MemoryJobStoreTest extends JobStoreContract {
    @Override
    protected JobStore open() {
        return new MemoryJobStore();
    }
}

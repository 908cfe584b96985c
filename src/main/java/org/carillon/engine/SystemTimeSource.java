package org.carillon.engine;

import java.time.Instant;
import java.util.concurrent.locks.Condition;

enum SystemTimeSource implements TimeSource {
    INSTANCE;

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void await(Condition condition, long nanos) throws InterruptedException {
        condition.awaitNanos(nanos);
    }
}

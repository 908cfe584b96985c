package org.carillon.engine;

/** A listener that is being told what happens. */
@FunctionalInterface
public interface Listening extends AutoCloseable {
    /** Ends it: from now on nothing more is told, but for an event that is being told at this moment. Nothing happens the second time. */
    @Override
    void close();
}

package org.carillon.engine;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** The scheduler was shut down, or is being shut down, so nothing can be changed; nothing of it was done. */
public final class SchedulerClosedException extends ExplainedException {
    public SchedulerClosedException() {
        super(Message.of("engine.closed"));
    }
}

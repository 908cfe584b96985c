package org.carillon.control.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the program's log who was refused: of each kind the first at once, then at most one line in ten seconds with how many there
 * were since, so that whoever knocks ten thousand times does not fill the disk. Thread-safe.
 */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final long BETWEEN = Duration.ofSeconds(10).toNanos();

    private static final class Told {
        private long at = System.nanoTime() - BETWEEN;
        private long untold;
    }

    private final Map<Problem.Kind, Told> kinds = new HashMap<>();

    synchronized void tell(Problem.Kind kind, String what) {
        Told told = kinds.computeIfAbsent(kind, _ -> new Told());
        long now = System.nanoTime();
        if (now - told.at < BETWEEN) {
            told.untold++;
            return;
        }
        LOG.warn("Refused at the control API: {} ({} more since the last of this kind)", what, told.untold);
        told.at = now;
        told.untold = 0;
    }
}

package org.carillon.job;

import java.time.Duration;
import org.carillon.message.Message;

/** What becomes of occurrences that were missed and are within the grace. */
public sealed interface CatchUp {
    CatchUp SKIP = new Skip();
    CatchUp ONCE = new Once();

    /** None of them runs. */
    record Skip() implements CatchUp {}

    /** The latest of them runs, the others are coalesced into it. */
    record Once() implements CatchUp {}

    /**
     * All of them run that were planned within the window before now, one after the other.
     *
     * @param spacing how long from one start to the next
     */
    record All(Duration window, Duration spacing) implements CatchUp {
        public All {
            if (window.isNegative() || window.isZero() || spacing.isNegative()) {
                throw new FormatException("", Message.of("job.catchUp.invalid"));
            }
            Durations.checkLength("", window);
            Durations.checkLength("", spacing);
        }
    }
}

package org.carillon.trigger;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import org.carillon.message.Message;

/**
 * One occurrence as a preview shows it.
 *
 * @param at      when it runs; where it is left out, when the clocks change
 * @param planned the local time that was meant, in the trigger's zone
 * @param mark    what a clock change does to it
 */
public record Occurrence(Instant at, LocalDateTime planned, Mark mark) {
    /** Whether it runs at all. */
    public boolean runs() {
        return mark != Mark.LEFT_OUT && mark != Mark.PASSED_OVER;
    }

    /** What happens at the clock change and why; null for {@link Mark#NORMAL}. */
    public Message explanation() {
        return mark == Mark.NORMAL ? null
                : Message.of("trigger.mark." + mark.name().toLowerCase(Locale.ROOT), Phrases.clock(planned.toLocalTime().toSecondOfDay()));
    }
}

package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;

/**
 * When a job runs: a pure function of time. The answer depends on nothing but the trigger's own components, so that preview,
 * scheduler, words and command line can never disagree. Implementations are immutable, thread-safe, and equal by meaning.
 * Calendar-based triggers look at the years 1 to 9999.
 */
public sealed interface Trigger permits CronTrigger, CronFieldsTrigger, IntervalTrigger, DateTrigger, CalendarIntervalTrigger, AnyTrigger,
        AllTrigger {
    /** The earliest run strictly after that instant; null when none follows, or none within {@link #searchedUntil}. */
    Instant next(Instant after);

    /**
     * The latest run strictly before that instant: the last time that it would have run. Null when there is none, and for a combination
     * that can only be searched step by step also when none was found in a bounded number of steps.
     */
    Instant previous(Instant before);

    /** The zone in which local times are meant. Never null: a default is written down when the trigger is made. */
    ZoneId zone();

    /** No run is earlier than this; inclusive, null where there is no such limit. */
    Instant start();

    /** No run is later than this; inclusive, null where there is no such limit. */
    Instant end();

    /** What happens to local times that a clock change leaves out or repeats. */
    ClockChange clockChange();

    /**
     * Where {@link #next} found nothing: up to when that is certain. Null when it is certain for ever, which is so for every
     * trigger but a combination that can only be searched step by step.
     */
    default Instant searchedUntil(Instant after) {
        return null;
    }
}

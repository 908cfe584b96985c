package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When a job runs: a pure function of time. The answer depends on nothing but the trigger's own components, so that preview,
 * scheduler, words and command line can never disagree. Implementations are immutable and thread-safe.
 *
 * <p>Triggers are equal if they have the same zone and the same meaning, however that is written: cron by expression and by fields, weeks and
 * days, combinations with their parts in any order, nested or repeated, and a combination of one part and that part. Two kinds of schedule
 * are two meanings, though some run at the same times for ever: an interval of 24 hours, a calendar interval of a day, {@code 0 0 * * *}.
 *
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

    /** Whether both are equal and also written in the same way, so that a person would see no difference. */
    default boolean isWrittenLike(Trigger other) {
        return equals(other) && switch (this) {
            case CronTrigger one -> other instanceof CronTrigger that && one.expression().equals(that.expression()) && one.dialect() == that.dialect();
            case CronFieldsTrigger one -> other instanceof CronFieldsTrigger that && one.fields().equals(that.fields());
            case CalendarIntervalTrigger one -> other instanceof CalendarIntervalTrigger that && one.unit() == that.unit();
            case AnyTrigger one -> other instanceof AnyTrigger that && areWrittenAlike(one.parts(), that.parts());
            case AllTrigger one -> other instanceof AllTrigger that && areWrittenAlike(one.parts(), that.parts());
            case IntervalTrigger _, DateTrigger _ -> other.getClass() == getClass();
        } && clockChange() == other.clockChange();
    }

    private static boolean areWrittenAlike(List<Trigger> some, List<Trigger> others) {
        return some.size() == others.size() && IntStream.range(0, some.size()).allMatch(i -> some.get(i).isWrittenLike(others.get(i)));
    }

    /**
     * Where {@link #next} found nothing: up to when that is certain. Null when it is certain for ever, which is so for every
     * trigger but a combination that can only be searched step by step.
     */
    default Instant searchedUntil(Instant after) {
        return null;
    }
}

package org.carillon.trigger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.message.Message;

/** What is worth knowing of a trigger before it is saved. */
public final class Preview {
    private Preview() {}

    /**
     * The next runs at or after {@code from}, each marked with what a clock change does to it, and in between the occurrences that a clock
     * change leaves out.
     *
     * <p>Fewer where combined parts meet so rarely that finding more would take too long.
     *
     * @param count how many runs at most; what is left out is not counted
     */
    public static List<Occurrence> upcoming(Trigger trigger, Instant from, int count) {
        List<Occurrence> found = new ArrayList<>();
        RunsAhead ahead = new RunsAhead(trigger, Budget.STEPS);
        Instant after = from.minusNanos(1);
        for (int runs = 0; runs < count; runs++) {
            Instant next = ahead.next(after).run();
            if (next == null || ahead.isCut()) {
                return found;
            }
            found.addAll(Gaps.leftOut(trigger, after.getEpochSecond() + 1, next.getEpochSecond()));
            found.add(Marks.of(trigger, next));
            after = next;
        }
        return found;
    }

    /** The latest run before {@code now}, marked: the last time it would have run; null when there is none. */
    public static Occurrence last(Trigger trigger, Instant now) {
        Instant previous = Answer.previous(trigger, now, new Budget(Budget.STEPS / 2)).run();
        return previous == null ? null : Marks.of(trigger, previous);
    }

    /** Why nothing runs at or after {@code from}; null when something does. */
    public static NoRun none(Trigger trigger, Instant from) {
        Answer next = Answer.next(trigger, from.minusNanos(1), new Budget());
        if (next.run() != null) {
            return null;
        }
        if (trigger instanceof CronTrigger cron && cron.isReboot()) {
            return new NoRun(NoRun.Kind.AT_START, null, trigger.zone());
        }
        if (next.reached() != null) {
            return new NoRun(NoRun.Kind.NONE_BEFORE, next.reached(), trigger.zone());
        }
        Instant last = Answer.previous(trigger, from, new Budget(Budget.STEPS / 2)).run();
        return new NoRun(last == null ? NoRun.Kind.NEVER : NoRun.Kind.NO_MORE, last, trigger.zone());
    }

    /** How often it runs, in words: "288 runs a day". Worked out over the year from {@code from} on. */
    public static Message runsPerDay(Trigger trigger, Instant from) {
        return Frequency.of(trigger, from).message();
    }

    /** What may surprise: a step that is too wide, two day fields, days that are 24 hours. */
    public static List<Message> notes(Trigger trigger) {
        List<Message> notes = new ArrayList<>();
        switch (trigger) {
            case CronTrigger cron -> {
                notes.addAll(cron.warnings());
                if (!cron.isReboot()) {
                    twoDayFields((DayRule.Fields) cron.schedule().days().rule(), notes);
                }
            }
            case IntervalTrigger interval when interval.every().toDays() > 0 -> notes.add(Message.of("trigger.note.elapsed"));
            case AnyTrigger any -> any.parts().forEach(part -> notes.addAll(notes(part)));
            case AllTrigger all -> all.parts().forEach(part -> notes.addAll(notes(part)));
            default -> { }
        }
        return notes;
    }

    private static void twoDayFields(DayRule.Fields rule, List<Message> notes) {
        if (rule.either()) {
            notes.add(Message.of("trigger.note.either"));
        } else if (!rule.ofMonth().isEveryDay() && !rule.ofWeek().isEveryDay()) {
            notes.add(Message.of("trigger.note.both"));
        }
    }
}

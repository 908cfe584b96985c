package org.carillon.ui.editor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carillon.trigger.AllTrigger;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.CalendarIntervalTrigger;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.CronFieldsTrigger;
import org.carillon.trigger.CronTranslation;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.ui.editor.ScheduleForm.Mode;

/** In which of the form's ways a trigger can be said; each answer means exactly the same as the trigger, or is empty. */
final class TriggerForms {
    private TriggerForms() {}

    /** As a cron expression. */
    static Optional<CronTrigger> cron(Trigger trigger) {
        return switch (trigger) {
            case CronTrigger it -> Optional.of(it);
            case CronFieldsTrigger it -> CronTranslation.toExpression(it);
            case AnyTrigger _, AllTrigger _ -> only(trigger).flatMap(TriggerForms::cron).or(() -> CronTranslation.together(trigger));
            case IntervalTrigger _, DateTrigger _, CalendarIntervalTrigger _ -> Optional.empty();
        };
    }

    /** As cron by fields. */
    static Optional<CronFieldsTrigger> fields(Trigger trigger) {
        return trigger instanceof CronFieldsTrigger it ? Optional.of(it)
                : only(trigger).flatMap(TriggerForms::fields).or(() -> cron(trigger).flatMap(CronTranslation::toFields));
    }

    /** Without cron. */
    static Optional<SimpleSchedule> simple(Trigger trigger) {
        return switch (trigger) {
            case IntervalTrigger it -> Optional.of(new SimpleSchedule.From(it.every(), it.start().atZone(it.zone()).toLocalDateTime()));
            case DateTrigger it -> Optional.of(new SimpleSchedule.Once(it.at().atZone(it.zone()).toLocalDateTime()));
            case CalendarIntervalTrigger it -> Optional.of(
                    new SimpleSchedule.ByCalendar(it.count(), it.unit(), it.start().atZone(it.zone()).toLocalDateTime(), it.time()));
            case CronTrigger it -> SimpleCron.read(it);
            case CronFieldsTrigger it -> CronTranslation.toExpression(it).flatMap(SimpleCron::read);
            case AnyTrigger _, AllTrigger _ -> only(trigger).flatMap(TriggerForms::simple).or(() -> cron(trigger).flatMap(TriggerForms::simple));
        };
    }

    /** The one part of a combination that is nothing but this part. */
    static Optional<Trigger> only(Trigger trigger) {
        List<Trigger> parts = switch (trigger) {
            case AnyTrigger any -> any.parts();
            case AllTrigger all -> all.parts();
            default -> List.of();
        };
        return parts.size() == 1 ? Optional.of(parts.getFirst()).filter(part -> isPlain(part, trigger)) : Optional.empty();
    }

    private static boolean isPlain(Trigger part, Trigger whole) {
        boolean startsOnItsOwn = part.start() != null && !countsFromStart(part);
        return !startsOnItsOwn && part.end() == null && part.zone().equals(whole.zone()) && part.clockChange() == whole.clockChange();
    }

    /** Whether its start is no limit, but what it is counted from. */
    static boolean countsFromStart(Trigger trigger) {
        return trigger instanceof IntervalTrigger || trigger instanceof CalendarIntervalTrigger;
    }

    /** The same with these limits (null for none) and that choice; what is counted from its start keeps it. */
    static Trigger within(Trigger trigger, Instant start, Instant end, ClockChange change) {
        return switch (trigger) {
            case CronTrigger it -> it.between(start, end).withClockChange(change);
            case CronFieldsTrigger it -> it.between(start, end).withClockChange(change);
            case IntervalTrigger it -> new IntervalTrigger(it.every(), it.start(), end, it.zone(), change);
            case DateTrigger it -> new DateTrigger(it.at(), start, end, it.zone(), change);
            case CalendarIntervalTrigger it -> new CalendarIntervalTrigger(it.count(), it.unit(), it.time(), it.start(), end, it.zone(), change);
            case AnyTrigger it -> new AnyTrigger(it.parts(), start, end, it.zone(), change);
            case AllTrigger it -> new AllTrigger(it.parts(), start, end, it.zone(), change);
        };
    }

    /** Whether that way can say it. */
    static boolean isSaidBy(Mode way, Trigger trigger) {
        return switch (way) {
            case SIMPLE -> simple(trigger).isPresent();
            case CRON -> cron(trigger).isPresent();
            case FIELDS -> fields(trigger).isPresent();
            case COMBINE -> true;
        };
    }

    /** The way that suits it best. */
    static Mode mode(Trigger trigger) {
        return switch (trigger) {
            case CronTrigger it -> it.dialect() == Dialect.UNIX && SimpleCron.read(it).isPresent() ? Mode.SIMPLE : Mode.CRON;
            case IntervalTrigger _, DateTrigger _, CalendarIntervalTrigger _ -> Mode.SIMPLE;
            case CronFieldsTrigger _ -> Mode.FIELDS;
            case AnyTrigger _, AllTrigger _ -> Mode.COMBINE;
        };
    }
}

package org.carillon.ui.editor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.carillon.message.Message;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerException;

/**
 * When the job runs. The simple form and the cron text are kept in step: a change of the one that is shown rewrites the other
 * where it can be said there; where not, a note says so. What is shown is what counts.
 */
final class ScheduleForm extends Form {
    /** Which way of saying it is shown. */
    enum Mode {
        SIMPLE,
        CRON,
        /** A schedule that neither can show, kept as it is. */
        KEPT
    }

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.SIMPLE);
    private final ObjectProperty<ZoneId> zone;
    private final ObjectProperty<ClockChange> clockChange = new SimpleObjectProperty<>(ClockChange.ONCE);
    private final ReadOnlyObjectWrapper<Message> note = new ReadOnlyObjectWrapper<>();
    private final SimpleForm simple;
    private final CronForm cron;
    private boolean rewriting;
    private final Instant opened;
    private Instant start;
    private Instant end;
    private Trigger shown;
    private Object shownValues;

    ScheduleForm(ZoneId zone, Instant now) {
        this.opened = now;
        this.zone = new SimpleObjectProperty<>(zone);
        this.simple = new SimpleForm(LocalDate.ofInstant(now, zone));
        this.cron = new CronForm(new TriggerDefaults(zone, now, ""));
        observe(mode, this.zone, clockChange);
        simple.onChange(this::simpleChanged);
        cron.onChange(this::cronChanged);
        mode.addListener((value, before, after) -> note.set(noteFor(after)));
    }

    ObjectProperty<Mode> mode() {
        return mode;
    }

    ObjectProperty<ZoneId> zone() {
        return zone;
    }

    ObjectProperty<ClockChange> clockChange() {
        return clockChange;
    }

    SimpleForm simple() {
        return simple;
    }

    CronForm cron() {
        return cron;
    }

    /** Whether it plans times of the day in a zone that changes its clocks, so that such a change matters. */
    boolean followsTheClock() {
        boolean elapsed = mode.get() == Mode.SIMPLE && List.of(SimpleForm.Kind.EVERY, SimpleForm.Kind.ONCE).contains(simple.kind().get());
        return mode.get() != Mode.KEPT && !elapsed && zone.get().getRules().nextTransition(opened) != null;
    }

    /** Whether there is a schedule that can only be kept or replaced. */
    boolean canKeep() {
        return shown != null && modeFor(shown) == Mode.KEPT;
    }

    /** That what is shown now differs from what the other way last said, and why; null while they are in step. */
    ReadOnlyObjectProperty<Message> note() {
        return note.getReadOnlyProperty();
    }

    private void simpleChanged() {
        if (!rewriting && mode.get() == Mode.SIMPLE) {
            inStep(() -> simpleExpression().ifPresent(expression -> {
                cron.dialect().set(null);
                cron.text().set(expression);
            }));
        }
        changed();
    }

    private void cronChanged() {
        if (!rewriting && mode.get() == Mode.CRON) {
            inStep(() -> cronAsSimple().ifPresent(simple::show));
        }
        changed();
    }

    private void inStep(Runnable rewrite) {
        rewriting = true;
        try {
            rewrite.run();
        } finally {
            rewriting = false;
        }
        note.set(null);
    }

    private Optional<String> simpleExpression() {
        return simple.problems().isEmpty() ? SimpleCron.expression(simple.schedule()) : Optional.empty();
    }

    private Optional<SimpleSchedule> cronAsSimple() {
        CronTrigger trigger = cron.reading().trigger();
        return trigger == null || trigger.dialect() != Dialect.UNIX ? Optional.empty() : SimpleCron.read(trigger.expression());
    }

    private Message noteFor(Mode now) {
        boolean same = simpleExpression().equals(cronAsSimple().flatMap(SimpleCron::expression)) && simpleExpression().isPresent();
        if (same || now == Mode.KEPT) {
            return null;
        }
        return Message.of(now == Mode.SIMPLE ? "ui.editor.schedule.notSimple" : "ui.editor.schedule.notCron");
    }

    /** Shows a job's trigger; as long as nothing is changed, {@link #trigger} gives exactly this one. */
    void show(Trigger trigger) {
        inStep(() -> {
            zone.set(trigger.zone());
            clockChange.set(trigger.clockChange());
            mode.set(modeFor(trigger));
            showOwn(trigger);
        });
        start = trigger instanceof IntervalTrigger ? null : trigger.start();
        end = trigger.end();
        shown = trigger;
        shownValues = values();
        changed();
    }

    private static Mode modeFor(Trigger trigger) {
        return switch (trigger) {
            case CronTrigger it -> it.dialect() == Dialect.UNIX && SimpleCron.read(it.expression()).isPresent() ? Mode.SIMPLE : Mode.CRON;
            case IntervalTrigger _, DateTrigger _ -> Mode.SIMPLE;
            default -> Mode.KEPT;
        };
    }

    private void showOwn(Trigger trigger) {
        switch (trigger) {
            case CronTrigger it -> {
                cron.show(it);
                cronAsSimple().ifPresent(simple::show);
            }
            case IntervalTrigger it -> simple.show(
                    new SimpleSchedule.From(it.every(), it.start().atZone(it.zone()).toLocalDateTime()));
            case DateTrigger it -> simple.show(new SimpleSchedule.Once(it.at().atZone(it.zone()).toLocalDateTime()));
            default -> { }
        }
    }

    /**
     * The trigger; only when nothing is wrong.
     *
     * @param now  what an interval is counted from
     * @param seed the job's id
     */
    Trigger trigger(Instant now, String seed) {
        if (shown != null && (mode.get() == Mode.KEPT || values().equals(shownValues))) {
            return shown;
        }
        TriggerDefaults defaults = new TriggerDefaults(zone.get(), now, seed);
        Trigger made = mode.get() == Mode.CRON
                ? CronTrigger.parse(cron.text().get(), cron.dialect().get(), defaults)
                : simple.schedule().trigger(defaults);
        return switch (made) {
            case CronTrigger it -> it.between(start, end).withClockChange(clockChange.get());
            case IntervalTrigger it -> new IntervalTrigger(it.every(), it.start(), end, it.zone(), clockChange.get());
            case DateTrigger it -> new DateTrigger(it.at(), start, end, it.zone(), clockChange.get());
            default -> made;
        };
    }

    @Override
    List<Problem> problems() {
        return switch (mode.get()) {
            case CRON -> cron.problems();
            case SIMPLE -> simple.problems().isEmpty() ? meaninglessProblems() : simple.problems();
            case KEPT -> List.of();
        };
    }

    /** What only the trigger itself finds out, such as an interval beyond all calendars. */
    private List<Problem> meaninglessProblems() {
        try {
            simple.schedule().trigger(new TriggerDefaults(zone.get(), Instant.EPOCH, ""));
            return List.of();
        } catch (TriggerException e) {
            return List.of(Problem.wrong(Field.SCHEDULE, e.explanation()));
        }
    }

    @Override
    Object values() {
        return List.of(super.values(), simple.values(), cron.values());
    }
}

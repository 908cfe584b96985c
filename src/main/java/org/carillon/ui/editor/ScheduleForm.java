package org.carillon.ui.editor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.carillon.message.Message;
import org.carillon.trigger.AllTrigger;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.CalendarIntervalTrigger;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.CronFieldsTrigger;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/**
 * When something runs: a job, or a part of a combined schedule. The ways of saying it are kept in step: the one that is gone to says what
 * was said last, where it can be said there; where not, a note says so. What is shown is what counts.
 */
final class ScheduleForm extends Form {
    /** Which way of saying it is shown. */
    enum Mode {
        SIMPLE,
        CRON,
        FIELDS,
        COMBINE
    }

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.SIMPLE);
    private final ObjectProperty<ZoneId> zone;
    private final ObjectProperty<ClockChange> clockChange = new SimpleObjectProperty<>(ClockChange.ONCE);
    private final ReadOnlyObjectWrapper<Message> note = new ReadOnlyObjectWrapper<>();
    private final SimpleForm simple;
    private final CronForm cron;
    private final FieldsForm fields = new FieldsForm();
    private final CombineForm combine = new CombineForm(this::newPart);
    private final LimitsForm limits = new LimitsForm();
    private final Instant opened;
    /** The way in which somebody last changed something, which the others follow. */
    private Mode said = Mode.SIMPLE;
    /** What was said so when it was last right, without limits; null if it never was. */
    private Trigger right;
    private boolean rewriting;
    private Trigger shown;
    private Object shownValues;
    private Object shownSchedule;

    ScheduleForm(ZoneId zone, Instant now) {
        this.opened = now;
        this.zone = new SimpleObjectProperty<>(zone);
        this.simple = new SimpleForm(LocalDate.ofInstant(now, zone));
        this.cron = new CronForm(new TriggerDefaults(zone, now, ""));
        this.zone.addListener((value, before, after) -> inOneChange(() -> combine.followZone(before, after)));
        clockChange.addListener((value, before, after) -> inOneChange(() -> combine.followClockChange(before, after)));
        simple.onChange(() -> edited(Mode.SIMPLE));
        cron.onChange(() -> edited(Mode.CRON));
        fields.onChange(() -> edited(Mode.FIELDS));
        combine.onChange(() -> edited(Mode.COMBINE));
        limits.onChange(() -> inOneChange(() -> { }));
        mode.addListener((value, before, after) -> enter(after));
    }

    private ScheduleForm newPart() {
        ScheduleForm part = new ScheduleForm(zone.get(), opened);
        part.clockChange.set(clockChange.get());
        return part;
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

    FieldsForm fields() {
        return fields;
    }

    CombineForm combine() {
        return combine;
    }

    LimitsForm limits() {
        return limits;
    }

    /** Whether it plans times of the day in a zone that changes its clocks, so that such a change matters. */
    boolean followsTheClock() {
        boolean elapsed = mode.get() == Mode.SIMPLE && List.of(SimpleForm.Kind.EVERY, SimpleForm.Kind.ONCE).contains(simple.kind().get());
        return !elapsed && zone.get().getRules().nextTransition(opened) != null;
    }

    /** Whether it is counted from a moment of its own, which takes the place of a first limit. */
    boolean countsFromStart() {
        return mode.get() == Mode.SIMPLE && (simple.kind().get() == SimpleForm.Kind.CALENDAR
                || simple.kind().get() == SimpleForm.Kind.EVERY && simple.problems().isEmpty() && SimpleCron.expression(simple.schedule()).isEmpty());
    }

    /** That what is shown now differs from what the other way last said, and why; null while they are in step. */
    ReadOnlyObjectProperty<Message> note() {
        return note.getReadOnlyProperty();
    }

    /** What expressions take from their surroundings: the job's id. */
    void readWith(TriggerDefaults defaults) {
        cron.readWith(defaults);
        combine.readWith(defaults);
    }

    private void edited(Mode way) {
        if (!rewriting && mode.get() == way) {
            said = way;
            core().ifPresent(now -> right = now);
            note.set(null);
        }
        if (!rewriting) {
            changed();
        }
    }

    private void inStep(Runnable rewrite) {
        rewriting = true;
        try {
            rewrite.run();
        } finally {
            rewriting = false;
        }
    }

    /** What else is set besides the schedule's own words. */
    private void inOneChange(Runnable change) {
        if (rewriting) {
            change.run();
        } else {
            inStep(change);
            changed();
        }
    }

    /** Lets a way say what was said last in another one, if it can. */
    private void rewrite(Mode way) {
        Optional<Trigger> now = core().or(() -> Optional.ofNullable(right));
        switch (way) {
            case SIMPLE -> now.flatMap(TriggerForms::simple).ifPresent(simple::show);
            case CRON -> now.flatMap(TriggerForms::cron).ifPresent(cron::show);
            case FIELDS -> now.flatMap(TriggerForms::fields).ifPresent(fields::show);
            case COMBINE -> { }
        }
    }

    /** What was last said, without limits; empty while it is wrong. */
    private Optional<Trigger> core() {
        return problems(said).isEmpty() ? Optional.of(core(said, opened, "")) : Optional.empty();
    }

    private Trigger core(Mode way, Instant now, String seed) {
        TriggerDefaults defaults = new TriggerDefaults(zone.get(), now, seed);
        return switch (way) {
            case SIMPLE -> TriggerForms.within(simple.schedule().trigger(defaults), null, null, clockChange.get());
            case CRON -> CronTrigger.parse(cron.text().get(), cron.dialect().get(), defaults).withClockChange(clockChange.get());
            case FIELDS -> fields.trigger(defaults).withClockChange(clockChange.get());
            case COMBINE -> combine.trigger(now, seed, zone.get(), clockChange.get());
        };
    }

    /** Another way is shown. The parts of a combination are made only now, since each of them is a form of its own. */
    private void enter(Mode way) {
        if (rewriting) {
            return;
        }
        if (way != said) {
            inStep(() -> rewrite(way));
        }
        Optional<Trigger> last = core();
        boolean same = way == said || last.filter(trigger -> TriggerForms.isSaidBy(way, trigger)).isPresent();
        if (way == Mode.COMBINE && (said != Mode.COMBINE && same || combine.parts().isEmpty())) {
            inStep(() -> combineAlone(last));
        }
        note.set(same ? null : Message.of("ui.editor.schedule.notSaid." + way.name().toLowerCase(Locale.ROOT)));
        changed();
    }

    private void combineAlone(Optional<Trigger> last) {
        combine.show(CombineForm.Kind.ANY, last.stream().toList());
        if (last.isEmpty()) {
            combine.add();
        } else if (said == Mode.SIMPLE) {
            combine.parts().getFirst().simple().show(simple.schedule());
        }
    }

    /** Shows a job's trigger; as long as nothing is changed, {@link #trigger} gives exactly this one. */
    void show(Trigger trigger) {
        inStep(() -> {
            zone.set(trigger.zone());
            clockChange.set(trigger.clockChange());
            limits.show(trigger);
            showOwn(trigger);
        });
        note.set(null);
        shown = trigger;
        shownValues = values();
        shownSchedule = schedule();
        changed();
    }

    /** Takes another schedule in place of the one that is there, as if it had been typed; zone and limits stay. */
    void take(Trigger trigger, Instant now) {
        inStep(() -> {
            showOwn(trigger);
            if (trigger instanceof IntervalTrigger it && it.start().equals(now.plus(it.every()))) {
                simple.show(new SimpleSchedule.FromNow(it.every()));
            }
        });
        note.set(null);
        changed();
    }

    private void showOwn(Trigger trigger) {
        said = TriggerForms.mode(trigger);
        mode.set(said);
        switch (trigger) {
            case CronTrigger it -> cron.show(it);
            case CronFieldsTrigger it -> fields.show(it);
            case AnyTrigger it -> combine.show(CombineForm.Kind.ANY, it.parts());
            case AllTrigger it -> combine.show(CombineForm.Kind.ALL, it.parts());
            case IntervalTrigger _, DateTrigger _, CalendarIntervalTrigger _ -> { }
        }
        if (said == Mode.SIMPLE) {
            TriggerForms.simple(trigger).ifPresent(simple::show);
        }
        right = null;
        Stream.of(Mode.values()).filter(way -> way != said).forEach(this::rewrite);
    }

    /**
     * The trigger; only when nothing is wrong.
     *
     * @param now  what an interval is counted from
     * @param seed the job's id
     */
    Trigger trigger(Instant now, String seed) {
        if (shown != null && values().equals(shownValues)) {
            return shown;
        }
        Trigger made = shown != null && schedule().equals(shownSchedule) ? shown : core(mode.get(), now, seed);
        return limits.around(TriggerForms.only(made).orElse(made), zone.get(), clockChange.get());
    }

    @Override
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(problems(mode.get()));
        problems.addAll(limits.problems());
        if (problems.isEmpty() && !countsFromStart() && limits.isBackwards(zone.get())) {
            problems.add(Problem.wrong(Field.NOT_AFTER, Message.of("ui.editor.limit.backwards")));
        }
        return problems;
    }

    private List<Problem> problems(Mode way) {
        return switch (way) {
            case CRON -> cron.problems();
            case FIELDS -> fields.problems();
            case SIMPLE -> simple.problems();
            case COMBINE -> combine.problems();
        };
    }

    /** What says when, without limits. */
    private Object schedule() {
        return List.of(mode.get(), zone.get(), simple.values(), cron.values(), fields.values(), combine.values());
    }

    @Override
    Object values() {
        return List.of(schedule(), clockChange.get(), limits.values());
    }
}

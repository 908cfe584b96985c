package org.carillon.ui.editor;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.carillon.message.Message;
import org.carillon.trigger.AllTrigger;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/** The schedule as several together: whenever any of them runs, or when all do at once. Each is a schedule of its own. */
final class CombineForm extends Form {
    /** How the parts count. */
    enum Kind {
        ANY,
        ALL
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.ANY);
    private final ObservableList<ScheduleForm> parts = FXCollections.observableArrayList();
    private final Supplier<ScheduleForm> newPart;
    private boolean filling;

    /** @param newPart makes a part with the zone and the clock changes of the whole */
    CombineForm(Supplier<ScheduleForm> newPart) {
        this.newPart = newPart;
        observe(kind);
    }

    ObjectProperty<Kind> kind() {
        return kind;
    }

    /** Not to be changed by others. */
    ObservableList<ScheduleForm> parts() {
        return parts;
    }

    /** Adds a part, which begins as a new schedule does. */
    ScheduleForm add() {
        ScheduleForm part = watched(newPart.get());
        parts.add(part);
        partsChanged();
        return part;
    }

    void remove(ScheduleForm part) {
        parts.remove(part);
        partsChanged();
    }

    void show(Kind how, List<Trigger> triggers) {
        filling = true;
        kind.set(how);
        parts.setAll(triggers.stream().map(trigger -> {
            ScheduleForm part = watched(newPart.get());
            part.show(trigger);
            return part;
        }).toList());
        filling = false;
        partsChanged();
    }

    private ScheduleForm watched(ScheduleForm part) {
        part.onChange(this::partsChanged);
        return part;
    }

    private void partsChanged() {
        if (!filling) {
            changed();
        }
    }

    /** Parts that were in the same zone as the whole move with it. */
    void followZone(ZoneId before, ZoneId after) {
        parts.stream().filter(part -> part.zone().get().equals(before)).forEach(part -> part.zone().set(after));
    }

    void followClockChange(ClockChange before, ClockChange after) {
        parts.stream().filter(part -> part.clockChange().get() == before).forEach(part -> part.clockChange().set(after));
    }

    void readWith(TriggerDefaults defaults) {
        parts.forEach(part -> part.readWith(defaults));
    }

    /** The combined trigger without limits of its own; only when nothing is wrong. */
    Trigger trigger(Instant now, String seed, ZoneId zone, ClockChange clockChange) {
        List<Trigger> triggers = parts.stream().map(part -> part.trigger(now, seed)).toList();
        return kind.get() == Kind.ANY
                ? new AnyTrigger(triggers, null, null, zone, clockChange)
                : new AllTrigger(triggers, null, null, zone, clockChange);
    }

    @Override
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (parts.isEmpty()) {
            problems.add(Problem.missing(Field.PART, Message.of("ui.editor.part.none")));
        }
        for (int i = 0; i < parts.size(); i++) {
            String number = Integer.toString(i + 1);
            parts.get(i).problems().forEach(problem -> problems.add(
                    new Problem(Field.PART, Message.of("ui.editor.part.problem", number, problem.message()), problem.pending())));
        }
        return problems;
    }

    @Override
    Object values() {
        return List.of(super.values(), parts.stream().map(ScheduleForm::values).toList());
    }
}

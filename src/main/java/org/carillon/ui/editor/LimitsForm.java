package org.carillon.ui.editor;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.Trigger;

/** Between which moments something runs at all; both may be left open. */
final class LimitsForm extends Form {
    private final LimitForm notBefore = LimitForm.notBefore();
    private final LimitForm notAfter = LimitForm.notAfter();

    LimitsForm() {
        notBefore.onChange(this::changed);
        notAfter.onChange(this::changed);
    }

    LimitForm notBefore() {
        return notBefore;
    }

    LimitForm notAfter() {
        return notAfter;
    }

    boolean isOpen() {
        return notBefore.date().get() == null && notAfter.date().get() == null;
    }

    void show(Trigger trigger) {
        notBefore.show(TriggerForms.countsFromStart(trigger) ? null : trigger.start(), trigger.zone());
        notAfter.show(trigger.end(), trigger.zone());
    }

    /** That trigger within these limits. Only when nothing is wrong. */
    Trigger around(Trigger trigger, ZoneId zone, ClockChange change) {
        return TriggerForms.within(trigger, notBefore.instant(zone), notAfter.instant(zone), change);
    }

    /** Whether the end comes before the beginning. Only when nothing is wrong. */
    boolean isBackwards(ZoneId zone) {
        return notBefore.date().get() != null && notAfter.date().get() != null
                && notAfter.instant(zone).isBefore(notBefore.instant(zone));
    }

    @Override
    List<Problem> problems() {
        return Stream.of(notBefore, notAfter).flatMap(limit -> limit.problems().stream()).toList();
    }

    @Override
    Object values() {
        return List.of(notBefore.values(), notAfter.values());
    }
}

package org.carillon.ui.editor;

import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import org.carillon.ui.editor.ScheduleController.Tab;
import org.carillon.ui.editor.ScheduleForm.Mode;

/** The tab that holds the way in which a schedule is said; going back to cron finds the notation that was there last. */
final class TabProperty extends SimpleObjectProperty<Tab> {
    private Mode notation;

    TabProperty(Property<Mode> mode) {
        super(Tab.of(mode.getValue()));
        notation = mode.getValue() == Mode.FIELDS ? Mode.FIELDS : Mode.CRON;
        mode.addListener((value, before, after) -> {
            notation = Tab.of(after) == Tab.CRON ? after : notation;
            set(Tab.of(after));
        });
        addListener((value, before, after) -> {
            if (Tab.of(mode.getValue()) != after) {
                mode.setValue(switch (after) {
                    case SIMPLE -> Mode.SIMPLE;
                    case CRON -> notation;
                    case COMBINE -> Mode.COMBINE;
                });
            }
        });
    }
}

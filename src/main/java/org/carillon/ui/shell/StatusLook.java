package org.carillon.ui.shell;

import org.carillon.engine.SchedulerStatus.State;
import org.kordamp.ikonli.feather.Feather;

/** The icon in front of the strip at the bottom, and its colour. */
record StatusLook(Feather icon, String style) {
    /** @param state null while it is not known */
    static StatusLook of(State state) {
        return switch (state) {
            case null -> new StatusLook(Feather.LOADER, "state-muted");
            case SCHEDULING -> new StatusLook(Feather.CHECK_CIRCLE, "state-success");
            case PAUSED -> new StatusLook(Feather.PAUSE_CIRCLE, "state-attention");
            case TROUBLED, STOPPED -> new StatusLook(Feather.ALERT_TRIANGLE, "state-danger");
        };
    }
}

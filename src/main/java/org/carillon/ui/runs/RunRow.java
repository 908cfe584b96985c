package org.carillon.ui.runs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.carillon.job.Run;

/** A run in the table. Updated in place as it goes on. For the FX thread alone. */
public final class RunRow {
    private final ReadOnlyObjectWrapper<Run> run;

    RunRow(Run run) {
        this.run = new ReadOnlyObjectWrapper<>(this, "run", run);
    }

    void update(Run now) {
        if (!now.equals(run.get())) {
            run.set(now);
        }
    }

    public long id() {
        return run.get().id();
    }

    /** The run as it is now. */
    public ReadOnlyObjectProperty<Run> run() {
        return run.getReadOnlyProperty();
    }
}

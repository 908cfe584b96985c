package org.carillon.ui.runs;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.store.RunOrder;

/** What the person has chosen to see, and in which order. For the FX thread alone. */
public final class RunChoice {
    private final StringProperty jobId = new SimpleStringProperty(this, "jobId");
    private final StringProperty tag = new SimpleStringProperty(this, "tag");
    private final ObjectProperty<StateFilter> state = new SimpleObjectProperty<>(this, "state", StateFilter.ALL);
    private final ObjectProperty<TimeFilter> time = new SimpleObjectProperty<>(this, "time", TimeFilter.EVER);
    private final ObjectProperty<RunSort> sort = new SimpleObjectProperty<>(this, "sort", RunSort.NEWEST);
    private final BooleanProperty descending = new SimpleBooleanProperty(this, "descending");

    void whenChanged(Runnable changed) {
        jobId.addListener((property, before, now) -> changed.run());
        tag.addListener((property, before, now) -> changed.run());
        state.addListener((property, before, now) -> changed.run());
        time.addListener((property, before, now) -> changed.run());
        sort.addListener((property, before, now) -> changed.run());
        descending.addListener((property, before, now) -> changed.run());
    }

    /** The job whose runs are shown, null for all jobs. It goes before {@link #tag}. */
    public StringProperty jobId() {
        return jobId;
    }

    /** Only runs of jobs that have this tag now; null for all. */
    public StringProperty tag() {
        return tag;
    }

    public ObjectProperty<StateFilter> state() {
        return state;
    }

    public ObjectProperty<TimeFilter> time() {
        return time;
    }

    public ObjectProperty<RunSort> sort() {
        return sort;
    }

    public BooleanProperty descending() {
        return descending;
    }

    /** What the store is asked for; null for newest first. */
    RunOrder order() {
        return sort.get().order(descending.get());
    }

    boolean isByAge() {
        return sort.get() == RunSort.NEWEST;
    }

    boolean isEverything() {
        return state.get() == StateFilter.ALL && time.get() == TimeFilter.EVER && tag.get() == null;
    }
}

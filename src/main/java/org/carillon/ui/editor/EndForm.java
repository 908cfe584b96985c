package org.carillon.ui.editor;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.carillon.job.Policy;

/** When a job is done for good, and what becomes of it then. */
final class EndForm extends Form {
    private static final long MOST = 999_999_999_999_999_999L;

    private final CountForm maxRuns = new CountForm(Field.MAX_RUNS, MOST);
    private final BooleanProperty removeWhenDone = new SimpleBooleanProperty();

    EndForm() {
        observe(removeWhenDone);
        maxRuns.onChange(this::changed);
    }

    /** How many planned runs it may have in all; empty for no limit. */
    CountForm maxRuns() {
        return maxRuns;
    }

    /** Whether it is removed when it cannot run again. */
    BooleanProperty removeWhenDone() {
        return removeWhenDone;
    }

    void show(Policy policy) {
        maxRuns.show(policy.maxRuns());
        removeWhenDone.set(policy.removeWhenDone());
    }

    /** That policy with what is set here; only when nothing is wrong. */
    Policy onto(Policy policy) {
        return policy.withMaxRuns(maxRuns.count().orElse(null)).withRemoveWhenDone(removeWhenDone.get());
    }

    @Override
    List<Problem> problems() {
        return maxRuns.problems();
    }

    @Override
    Object values() {
        return List.of(super.values(), maxRuns.values());
    }
}

package org.carillon.ui.editor;

import java.util.List;
import java.util.stream.Stream;
import org.carillon.job.Policy;
import org.carillon.ui.controls.DurationUnit;
import org.carillon.ui.editor.DurationForm.Rule;

/** How much of a job's past is kept; what is left empty is as the settings say. */
final class KeepForm extends Form {
    private final CountForm runs = new CountForm(Field.KEEP_RUNS, Integer.MAX_VALUE);
    private final DurationForm time = new DurationForm(Field.KEEP_FOR, Rule.POSITIVE_OR_EMPTY, DurationUnit.DAYS);
    private final CountForm megabytes = new CountForm(Field.KEEP_MEGABYTES, Integer.MAX_VALUE);

    KeepForm() {
        parts().forEach(part -> part.onChange(this::changed));
    }

    private List<Form> parts() {
        return List.of(runs, time, megabytes);
    }

    CountForm runs() {
        return runs;
    }

    DurationForm time() {
        return time;
    }

    CountForm megabytes() {
        return megabytes;
    }

    /** Whether any of it is the job's own. */
    boolean saysAnything() {
        return Stream.of(runs.text(), time.amount(), megabytes.text()).anyMatch(text -> !text.get().isBlank());
    }

    void show(Policy policy) {
        runs.show(policy.keepRuns());
        time.show(policy.keepFor());
        megabytes.show(policy.keepMegabytes());
    }

    /** That policy with what is set here; only when nothing is wrong. */
    Policy onto(Policy policy) {
        return policy
                .withKeepRuns(runs.count().map(Long::intValue).orElse(null))
                .withKeepFor(time.duration().orElse(null))
                .withKeepMegabytes(megabytes.count().map(Long::intValue).orElse(null));
    }

    @Override
    List<Problem> problems() {
        return parts().stream().flatMap(part -> part.problems().stream()).toList();
    }

    @Override
    Object values() {
        return parts().stream().map(Form::values).toList();
    }
}

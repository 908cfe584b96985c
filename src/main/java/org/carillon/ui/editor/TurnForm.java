package org.carillon.ui.editor;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.ui.controls.DurationUnit;
import org.carillon.ui.editor.DurationForm.Rule;

/** Where a job runs, and when among others it is its turn. */
final class TurnForm extends Form {
    private final ObjectProperty<String> executor = new SimpleObjectProperty<>(Job.DEFAULT_EXECUTOR);
    private final ObservableList<String> executors = FXCollections.observableArrayList(Job.DEFAULT_EXECUTOR);
    private final ObjectProperty<Integer> priority = new SimpleObjectProperty<>(Policy.DEFAULT.priority());
    private final DurationForm jitter = new DurationForm(Field.JITTER, Rule.NOT_NEGATIVE, DurationUnit.SECONDS);

    TurnForm() {
        show(Policy.DEFAULT);
        observe(executor, priority);
        jitter.onChange(this::changed);
    }

    /** The name of the one that runs it. */
    ObjectProperty<String> executor() {
        return executor;
    }

    /** The names to choose from; the job's own is always among them. */
    ObservableList<String> executors() {
        return executors;
    }

    /** 1 (first) to 10. */
    ObjectProperty<Integer> priority() {
        return priority;
    }

    /** By how much it may start later, at random. */
    DurationForm jitter() {
        return jitter;
    }

    /** Lets choose among these, too. */
    void offer(List<String> names) {
        List<String> missing = Stream.concat(Stream.of(executor.get()), names.stream()).distinct().filter(name -> !executors.contains(name)).toList();
        executors.addAll(missing);
    }

    void showExecutor(String name) {
        offer(List.of(name));
        executor.set(name);
    }

    void show(Policy policy) {
        priority.set(policy.priority());
        jitter.show(policy.jitter());
    }

    /** That policy with what is set here; only when nothing is wrong. */
    Policy onto(Policy policy) {
        return policy.withPriority(priority.get()).withJitter(jitter.duration().orElseThrow());
    }

    @Override
    List<Problem> problems() {
        return jitter.problems();
    }

    @Override
    Object values() {
        return List.of(super.values(), jitter.values());
    }
}

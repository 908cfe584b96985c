package org.carillon.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.carillon.engine.ExecutorStatus;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.FormatException;
import org.carillon.job.Job;
import org.carillon.message.Message;
import org.carillon.ui.controls.Choices;

/** The pools in which runs go on. Changes take effect at once, also while they are full. */
final class ExecutorsPage extends SettingsPage {
    private final VBox list = new VBox();
    private final ObjectProperty<ExecutorSpec.Kind> kind = new SimpleObjectProperty<>(ExecutorSpec.Kind.THREAD);
    private final CheckedField name;

    ExecutorsPage(SettingsParts parts) {
        super(parts);
        heading("page.executors");
        getChildren().add(quiet(say("executors.hint")));
        list.getStyleClass().add("settings-list");
        list.setId("settings-executors");
        list.getChildren().setAll(quiet(say("loading")));
        getChildren().add(list);
        name = new CheckedField(parts, "settings-executor-name", "", this::wrongName, text -> { }).prompt(say("executor.name")).wide(12);
        ComboBox<ExecutorSpec.Kind> kinds = new ComboBox<>();
        Choices.bind(kinds, List.of(ExecutorSpec.Kind.values()), each -> say("executor." + each.name().toLowerCase(Locale.ROOT)), kind);
        Button add = new Button(say("executor.add"));
        add.setId("settings-executor-add");
        add.setOnAction(event -> add());
        row("executor.new", line(name, kinds, add));
        show();
    }

    private Optional<Message> wrongName(String text) {
        try {
            ExecutorSpec.of(text, 1);
            return Optional.empty();
        } catch (FormatException e) {
            return Optional.of(e.plainExplanation());
        }
    }

    private void add() {
        String text = name.field().getText().strip();
        if (wrongName(text).isPresent()) {
            name.field().requestFocus();
            return;
        }
        ExecutorSpec spec = new ExecutorSpec(text, kind.get(), ExecutorSpec.DEFAULT_SIZE, ExecutorSpec.DEFAULT_QUEUE_LIMIT, List.of());
        parts.run(() -> parts.scheduler().addExecutor(spec), () -> {
            name.field().clear();
            show();
        }, "executor");
    }

    private void show() {
        parts.background().run(() -> parts.scheduler().executors(),
                executors -> list.getChildren().setAll(executors.stream().map(this::executor).toList()),
                failure -> list.getChildren().setAll(problem(say("failed.executors"), failure)));
    }

    private VBox executor(ExecutorStatus status) {
        ExecutorSpec spec = status.spec();
        Label title = new Label(spec.name() + " · " + say("executor." + spec.kind().name().toLowerCase(Locale.ROOT)));
        title.getStyleClass().add("settings-item");
        CheckedField size = new CheckedField(parts, "settings-size-" + spec.name(), Integer.toString(spec.size()), Checks.whole(1, ExecutorSpec.LARGEST_SIZE),
                text -> change(spec.name(), Integer.parseInt(text), null)).wide(6);
        CheckedField queue = new CheckedField(parts, "settings-queue-" + spec.name(), Integer.toString(spec.queueLimit()),
                Checks.whole(0, ExecutorSpec.LARGEST_QUEUE - 1), text -> change(spec.name(), null, Integer.parseInt(text))).wide(9);
        Button remove = new Button(say("executor.remove"));
        remove.setDisable(spec.name().equals(Job.DEFAULT_EXECUTOR));
        remove.setOnAction(event -> parts.run(() -> parts.scheduler().removeExecutor(spec.name()), this::show, "executor"));
        return new VBox(title, line(new Label(say("executor.size")), size, new Label(say("executor.queue")), queue, remove),
                quiet(say("executor.load", status.running(), status.queued())));
    }

    /** What is null stays as it is. */
    private void change(String executor, Integer size, Integer queue) {
        parts.run(() -> parts.scheduler().executors().stream().map(ExecutorStatus::spec).filter(spec -> spec.name().equals(executor)).findFirst()
                .ifPresent(spec -> parts.scheduler().changeExecutor(new ExecutorSpec(spec.name(), spec.kind(), size == null ? spec.size() : size,
                        queue == null ? spec.queueLimit() : queue, spec.javaOptions()))), () -> { }, "executor");
    }
}

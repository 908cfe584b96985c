package org.carillon.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.ui.controls.Choices;
import org.carillon.ui.controls.DurationField;
import org.carillon.ui.controls.ProblemLabel;

/** What is seldom set of how a job is run: its turn among others, its end, and what is kept of it. Each folded, with what it says in one line. */
final class FurtherController {
    private static final int FIRST = 1;
    private static final int LAST = 10;

    private final JobEditorViewModel model;
    private final TurnForm turns;
    private final EndForm ends;
    private final KeepForm kept;
    private final Surroundings surroundings;

    @FXML private TitledPane turn;
    @FXML private ComboBox<String> executor;
    @FXML private ComboBox<Integer> priority;
    @FXML private DurationField jitter;
    @FXML private ProblemLabel jitterProblem;
    @FXML private TitledPane end;
    @FXML private TextField maxRuns;
    @FXML private ProblemLabel maxRunsProblem;
    @FXML private CheckBox removeWhenDone;
    @FXML private TitledPane keep;
    @FXML private TextField keepRuns;
    @FXML private ProblemLabel keepRunsProblem;
    @FXML private DurationField keepFor;
    @FXML private ProblemLabel keepForProblem;
    @FXML private TextField keepMegabytes;
    @FXML private ProblemLabel keepMegabytesProblem;

    FurtherController(JobEditorViewModel model, Surroundings surroundings) {
        this.model = model;
        this.turns = model.policy().turn();
        this.ends = model.policy().end();
        this.kept = model.policy().keep();
        this.surroundings = surroundings;
    }

    @FXML
    private void initialize() {
        executor.setItems(turns.executors());
        executor.valueProperty().bindBidirectional(turns.executor());
        executor.setAccessibleText(surroundings.say("executor"));
        Choices.bind(priority, IntStream.rangeClosed(FIRST, LAST).boxed().toList(), this::priorityWords, turns.priority());
        priority.setAccessibleText(surroundings.say("priority"));
        jitter.bind(turns.jitter().amount(), turns.jitter().unit(), surroundings.say("jitter"), surroundings.language());
        bind(maxRuns, ends.maxRuns().text(), "maxRuns", "maxRuns.none");
        removeWhenDone.selectedProperty().bindBidirectional(ends.removeWhenDone());
        bind(keepRuns, kept.runs().text(), "keepRuns", "keep.unset");
        keepFor.bind(kept.time().amount(), kept.time().unit(), surroundings.say("keepFor"), surroundings.language());
        keepFor.setPromptText(surroundings.say("keep.unset"));
        bind(keepMegabytes, kept.megabytes().text(), "keepMegabytes", "keep.unset");
        model.draft().subscribe(draft -> show());
    }

    private void bind(TextField field, StringProperty text, String key, String whenEmpty) {
        field.textProperty().bindBidirectional(text);
        field.setAccessibleText(surroundings.say(key));
        field.setPromptText(surroundings.say(whenEmpty));
    }

    void register(ProblemPlaces places) {
        places.add(Field.JITTER, jitter.amount(), jitterProblem);
        places.add(Field.MAX_RUNS, maxRuns, maxRunsProblem);
        places.add(Field.KEEP_RUNS, keepRuns, keepRunsProblem);
        places.add(Field.KEEP_FOR, keepFor.amount(), keepForProblem);
        places.add(Field.KEEP_MEGABYTES, keepMegabytes, keepMegabytesProblem);
    }

    private String priorityWords(int value) {
        return switch (value) {
            case FIRST -> surroundings.say("priority.first");
            case LAST -> surroundings.say("priority.last");
            default -> value == Policy.DEFAULT.priority() ? surroundings.say("priority.usual") : Integer.toString(value);
        };
    }

    private void show() {
        turn.setText(turns.problems().isEmpty() ? surroundings.say("turn", turnWords()) : surroundings.say("turn.faulty"));
        end.setText(ends.problems().isEmpty() ? surroundings.say("end", endWords()) : surroundings.say("end.faulty"));
        keep.setText(kept.problems().isEmpty() ? surroundings.say("keep", surroundings.say(kept.saysAnything() ? "keep.own" : "keep.usual"))
                : surroundings.say("keep.faulty"));
    }

    private String turnWords() {
        Policy policy = turns.onto(Policy.DEFAULT);
        List<String> words = new ArrayList<>();
        if (!turns.executor().get().equals(Job.DEFAULT_EXECUTOR)) {
            words.add(surroundings.say("turn.executor", turns.executor().get()));
        }
        if (policy.priority() != Policy.DEFAULT.priority()) {
            words.add(surroundings.say("turn.priority", policy.priority()));
        }
        if (!policy.jitter().isZero()) {
            words.add(surroundings.say("turn.jitter", surroundings.times().duration(policy.jitter())));
        }
        return words.isEmpty() ? surroundings.say("turn.usual") : String.join(" · ", words);
    }

    private String endWords() {
        Policy policy = ends.onto(Policy.DEFAULT);
        List<String> words = new ArrayList<>();
        if (policy.maxRuns() != null) {
            words.add(surroundings.say("end.runs", policy.maxRuns()));
        }
        if (policy.removeWhenDone()) {
            words.add(surroundings.say("end.removed"));
        }
        return words.isEmpty() ? surroundings.say("end.never") : String.join(" · ", words);
    }
}

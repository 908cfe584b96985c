package org.carillon.ui.editor;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.carillon.job.OnInterrupted;
import org.carillon.job.OnOrphans;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.ui.controls.Choices;
import org.carillon.ui.controls.DurationField;
import org.carillon.ui.controls.ProblemLabel;
import org.carillon.ui.fx.Views;

/** The part of the form that says how the job is run; folded, with what it says in one line. */
final class HowController {
    private final JobEditorViewModel model;
    private final PolicyForm form;
    private final Surroundings surroundings;
    private final FurtherController furtherPart;

    @FXML private TitledPane fold;
    @FXML private ComboBox<Overlap> overlap;
    @FXML private HBox instances;
    @FXML private TextField maxInstances;
    @FXML private ProblemLabel maxInstancesProblem;
    @FXML private DurationField timeout;
    @FXML private ProblemLabel timeoutProblem;
    @FXML private DurationField killGrace;
    @FXML private ProblemLabel killGraceProblem;
    @FXML private TextField attempts;
    @FXML private ProblemLabel attemptsProblem;
    @FXML private HBox backoffRow;
    @FXML private DurationField backoff;
    @FXML private TextField factor;
    @FXML private DurationField maxBackoff;
    @FXML private DurationField retryJitter;
    @FXML private ProblemLabel backoffProblem;
    @FXML private ComboBox<PolicyForm.Missed> missed;
    @FXML private VBox catchUp;
    @FXML private DurationField catchUpWindow;
    @FXML private DurationField catchUpSpacing;
    @FXML private ProblemLabel catchUpProblem;
    @FXML private DurationField misfireGrace;
    @FXML private ProblemLabel misfireGraceProblem;
    @FXML private ComboBox<OnInterrupted> onInterrupted;
    @FXML private ComboBox<OnOrphans> orphans;

    @FXML private CheckBox keepAwake;
    @FXML private VBox notices;
    @FXML private VBox further;

    HowController(JobEditorViewModel model, Surroundings surroundings) {
        this.model = model;
        this.form = model.policy();
        this.surroundings = surroundings;
        this.furtherPart = new FurtherController(model, surroundings);
    }

    @FXML
    private void initialize() {
        choose(overlap, Overlap.values(), "overlap", form.overlap());
        choose(missed, PolicyForm.Missed.values(), "missed", form.missed());
        choose(onInterrupted, OnInterrupted.values(), "onInterrupted", form.onInterrupted());
        choose(orphans, OnOrphans.values(), "orphans", form.orphans());
        bind(maxInstances, form.maxInstances(), "maxInstances");
        bind(attempts, form.attempts(), "attempts");
        bind(factor, form.factor(), "factor");
        bind(timeout, form.timeout(), "timeout");
        timeout.setPromptText(surroundings.say("timeout.none"));
        bind(killGrace, form.killGrace(), "killGrace");
        bind(backoff, form.backoff(), "backoff");
        bind(maxBackoff, form.maxBackoff(), "maxBackoff");
        bind(retryJitter, form.retryJitter(), "retryJitter");
        bind(catchUpWindow, form.catchUpWindow(), "catchUp.window");
        bind(catchUpSpacing, form.catchUpSpacing(), "catchUp.spacing");
        bind(misfireGrace, form.misfireGrace(), "misfireGrace");
        misfireGrace.setPromptText(surroundings.say("misfireGrace.none"));
        NoticesPart.fill(notices, form.notices(), surroundings);
        keepAwake.selectedProperty().bindBidirectional(form.keepAwake());
        further.getChildren().setAll(Views.<Node>load(furtherPart, surroundings.language()));
        Nodes.showWhen(instances, form.overlap().isNotEqualTo(Overlap.PARALLEL));
        Nodes.showWhen(catchUp, form.missed().isEqualTo(PolicyForm.Missed.ALL));
        model.draft().subscribe(draft -> show());
    }

    private <E extends Enum<E>> void choose(ComboBox<E> box, E[] values, String key, ObjectProperty<E> property) {
        Choices.bind(box, List.of(values), each -> say(key, each), property);
        box.setAccessibleText(surroundings.say(key));
    }

    private void bind(TextField field, StringProperty property, String key) {
        field.textProperty().bindBidirectional(property);
        field.setAccessibleText(surroundings.say(key));
    }

    private void bind(DurationField field, DurationForm duration, String key) {
        field.bind(duration.amount(), duration.unit(), surroundings.say(key), surroundings.language());
    }

    void register(ProblemPlaces places) {
        places.add(Field.MAX_INSTANCES, maxInstances, maxInstancesProblem);
        places.add(Field.TIMEOUT, timeout.amount(), timeoutProblem);
        places.add(Field.KILL_GRACE, killGrace.amount(), killGraceProblem);
        places.add(Field.ATTEMPTS, attempts, attemptsProblem);
        places.add(Field.BACKOFF, backoff.amount(), backoffProblem);
        places.add(Field.FACTOR, factor, backoffProblem);
        places.add(Field.MAX_BACKOFF, maxBackoff.amount(), backoffProblem);
        places.add(Field.RETRY_JITTER, retryJitter.amount(), backoffProblem);
        places.add(Field.CATCH_UP_WINDOW, catchUpWindow.amount(), catchUpProblem);
        places.add(Field.CATCH_UP_SPACING, catchUpSpacing.amount(), catchUpProblem);
        places.add(Field.MISFIRE_GRACE, misfireGrace.amount(), misfireGraceProblem);
        furtherPart.register(places);
    }

    private void show() {
        Nodes.show(backoffRow, form.retries());
        fold.setText(form.problems().isEmpty() ? summary(form.policy()) : surroundings.say("how"));
    }

    private String summary(Policy policy) {
        String limit = policy.timeout() == null
                ? surroundings.say("how.noTimeout")
                : surroundings.say("how.timeout", surroundings.times().duration(policy.timeout()));
        String retries = policy.retry().attempts() == 0
                ? surroundings.say("how.noRetry")
                : surroundings.say("how.retry", policy.retry().attempts());
        return surroundings.say("how.summary", say("how.overlap", policy.overlap()), limit, retries, say("how.missed", form.missed().get()));
    }

    private String say(String key, Enum<?> value) {
        return surroundings.say(key + "." + value.name().toLowerCase(Locale.ROOT));
    }
}

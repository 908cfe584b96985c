package org.carillon.ui.editor;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.carillon.job.Job;
import org.carillon.ui.dialogs.Answer;
import org.carillon.ui.dialogs.Question;
import org.carillon.ui.fx.Views;

/** The form as a whole: its parts, what its buttons and keys do, and the way to the first thing that is wrong. */
final class JobEditorController {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SAVE_FROM_ANYWHERE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination TEST = new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN);

    private static final double PREVIEW_SHARE = 0.36;

    private final JobEditorViewModel model;
    private final TestRunViewModel testRun;
    private final JobSaver saver;
    private final Surroundings surroundings;
    private final Runnable closeWindow;
    private final ProblemPlaces places;
    private final WhatController what;
    private final PreviewController previewPart;

    @FXML private BorderPane root;
    @FXML private ScrollPane scroll;
    @FXML private VBox form;
    @FXML private ScrollPane side;
    @FXML private VBox trial;
    @FXML private Button test;
    @FXML private Hyperlink firstProblem;
    @FXML private Button cancel;
    @FXML private Button save;

    JobEditorController(JobEditorViewModel model, TestRunViewModel testRun, JobSaver saver, Surroundings surroundings, Runnable closeWindow) {
        this.model = model;
        this.testRun = testRun;
        this.saver = saver;
        this.surroundings = surroundings;
        this.closeWindow = closeWindow;
        this.places = new ProblemPlaces(surroundings.language());
        this.what = new WhatController(model, surroundings);
        this.previewPart = new PreviewController(model, surroundings);
    }

    @FXML
    private void initialize() {
        WhenController when = new WhenController(model, surroundings);
        HowController how = new HowController(model, surroundings);
        form.getChildren().addAll(List.<Node>of(load(what), load(when), load(how)));
        side.setContent(load(previewPart));
        side.prefWidthProperty().bind(root.widthProperty().multiply(PREVIEW_SHARE));
        trial.getChildren().add(load(new TestRunController(testRun, surroundings)));
        what.register(places);
        when.register(places);
        how.register(places);
        test.setOnAction(event -> test());
        test.disableProperty().bind(testRun.active());
        save.setOnAction(event -> save());
        cancel.setOnAction(event -> cancel());
        firstProblem.setOnAction(event -> {
            model.tried().set(true);
            focusFirstProblem();
        });
        saver.saving().addListener((saving, before, after) -> show(model.draft().get()));
        model.draft().subscribe(this::show);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::enterOrEscape);
    }

    private Node load(Object controller) {
        return Views.load(controller, surroundings.language());
    }

    /** Gives the first field the focus. */
    void opened() {
        what.focusName();
    }

    /** Shows what has changed because a second has passed. */
    void tick() {
        previewPart.tick();
    }

    private void show(Draft draft) {
        places.show(draft.problems(), draft.tried());
        save.setDisable(draft.job() == null || saver.saving().get());
        Optional<Problem> first = model.firstProblem();
        Nodes.show(firstProblem, first.isPresent());
        long told = draft.problems().stream().filter(draft::shows).count();
        firstProblem.setText(first.map(problem -> draft.shows(problem) ? surroundings.say("problem.mistakes", told)
                : problem.message().in(surroundings.language())).orElse(""));
        firstProblem.pseudoClassStateChanged(WRONG, first.filter(draft::shows).isPresent());
    }

    private void shortcut(KeyEvent event) {
        if (SAVE.match(event) || SAVE_FROM_ANYWHERE.match(event)) {
            event.consume();
            save();
        } else if (TEST.match(event)) {
            event.consume();
            test();
        }
    }

    private void enterOrEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            cancel();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
            event.consume();
            save();
        }
    }

    /** Saves; where something is wrong, shows what, and goes to the first of it. */
    void save() {
        model.tried().set(true);
        if (saver.saving().get()) {
            return;
        }
        model.finished().ifPresentOrElse(job -> saver.save(this::finish), this::focusFirstProblem);
    }

    private void finish() {
        testRun.close();
        closeWindow.run();
    }

    private void test() {
        if (testRun.active().get()) {
            return;
        }
        Optional<Job> draft = model.forTest(surroundings.say("trial.name"));
        if (draft.isPresent()) {
            testRun.start(draft.get());
        } else {
            model.tried().set(true);
            focusFirstProblem();
        }
    }

    /** Closes the form; asks first when something would be lost. */
    void cancel() {
        if (!model.isChanged()) {
            finish();
            return;
        }
        Answer discard = new Answer(surroundings.say("discard"), Answer.Kind.DANGER);
        Answer stay = new Answer(surroundings.say("discard.stay"), Answer.Kind.CANCEL);
        surroundings.dialogs().ask(
                new Question(surroundings.say("discard.title"), surroundings.say("discard.text"), List.of(discard, stay)),
                answer -> {
                    if (answer.equals(discard)) {
                        finish();
                    }
                });
    }

    private void focusFirstProblem() {
        model.firstProblem().map(Problem::field).ifPresent(field -> places.node(field).ifPresent(node -> {
            for (Node outer = node; outer != null; outer = outer.getParent()) {
                if (outer instanceof TitledPane fold) {
                    fold.setExpanded(true);
                }
            }
            places.focus(field);
            Node focused = root.getScene().getFocusOwner();
            Nodes.scrollTo(focused == null ? node : focused);
        }));
    }
}

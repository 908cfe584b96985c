package org.carillon.ui.editor;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.carillon.message.Message;
import org.carillon.trigger.NoRun;
import org.carillon.trigger.Occurrence;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerWords;
import org.carillon.ui.controls.ZoneSearch;
import org.carillon.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/** What the schedule as it stands in the form means; redrawn at every keystroke, and every second for what is relative. */
final class PreviewController {
    private final JobEditorViewModel model;
    private final Surroundings surroundings;
    private OccurrenceRows nextRows;
    private OccurrenceRows lastRows;
    private LabelPool badgeLabels;
    private LabelPool warningLabels;

    @FXML private VBox root;
    @FXML private Label words;
    @FXML private FlowPane badges;
    @FXML private VBox warnings;
    @FXML private Label nextTitle;
    @FXML private GridPane next;
    @FXML private Label lastTitle;
    @FXML private GridPane last;

    PreviewController(JobEditorViewModel model, Surroundings surroundings) {
        this.model = model;
        this.surroundings = surroundings;
    }

    @FXML
    private void initialize() {
        nextRows = new OccurrenceRows(next, surroundings);
        lastRows = new OccurrenceRows(last, surroundings);
        badgeLabels = new LabelPool(badges.getChildren());
        warningLabels = new LabelPool(warnings.getChildren());
        warningLabels.prepare("warning", PreviewController::warning);
        model.draft().subscribe(draft -> show(draft));
    }

    /** Shows what has changed because time has passed. */
    void tick() {
        show(model.draft().get());
    }

    private void show(Draft draft) {
        if (draft.trigger() == null) {
            showProblem(draft);
        } else {
            show(draft.trigger(), surroundings.clock().instant());
        }
    }

    private void showProblem(Draft draft) {
        Optional<Problem> problem = model.schedule().problems().stream().findFirst();
        boolean red = problem.filter(draft::shows).isPresent();
        // What is wrong is said at its field, and nowhere else.
        words.setText(red ? surroundings.say("preview.mistake") : problem.map(each -> each.message().in(surroundings.language())).orElse(""));
        style(red ? "preview-problem" : "preview-pending");
        badgeLabels.begin();
        badgeLabels.end();
        show(List.of());
        showRuns(List.of(), List.of(), surroundings.zone(), surroundings.clock().instant());
    }

    private void show(Trigger trigger, Instant now) {
        SchedulePreview preview = SchedulePreview.of(trigger, now);
        words.setText(TriggerWords.describe(trigger, surroundings.language(), now));
        style("preview-words");
        showBadges(trigger, preview, now);
        show(warnings(preview));
        showRuns(preview.next(), preview.last() == null ? List.of() : List.of(preview.last()), trigger.zone(), now);
    }

    /** Without any there is nothing in their grids, and no gap. */
    private void showRuns(List<Occurrence> toCome, List<Occurrence> before, ZoneId zone, Instant now) {
        nextRows.show(toCome, zone, now);
        lastRows.show(before, zone, now);
        Nodes.show(nextTitle, !toCome.isEmpty());
        next.setManaged(!toCome.isEmpty());
        Nodes.show(lastTitle, !before.isEmpty());
        last.setManaged(!before.isEmpty());
    }

    private static List<Message> warnings(SchedulePreview preview) {
        List<Message> found = new ArrayList<>();
        if (preview.none() != null && preview.none().kind() != NoRun.Kind.AT_START) {
            found.add(preview.none().message());
        }
        found.addAll(preview.notes());
        return found;
    }

    private void showBadges(Trigger trigger, SchedulePreview preview, Instant now) {
        badgeLabels.begin();
        badge(Feather.GLOBE, trigger.zone() + "  " + ZoneSearch.offset(trigger.zone(), now));
        if (preview.none() == null) {
            badge(Feather.REPEAT, preview.runsPerDay().in(surroundings.language()));
        }
        badgeLabels.end();
    }

    private void badge(Feather icon, String text) {
        badgeLabels.next(icon.name(), text, () -> {
            Label badge = new Label(null, Icons.of(icon, "quiet-icon"));
            badge.getStyleClass().add("badge");
            return badge;
        });
    }

    /** Styles that are set are looked up anew, also where they are the same. */
    private void style(String style) {
        if (!words.getStyleClass().contains(style)) {
            words.getStyleClass().setAll("label", style);
        }
    }

    private void show(List<Message> found) {
        List<String> texts = found.stream().map(each -> each.in(surroundings.language())).toList();
        warningLabels.begin();
        texts.forEach(text -> warningLabels.next("warning", text, PreviewController::warning));
        warningLabels.end();
        Nodes.show(warnings, !texts.isEmpty());
        root.setAccessibleText(words.getText());
    }

    private static Label warning() {
        Label warning = new Label(null, Icons.of(Feather.ALERT_TRIANGLE));
        warning.getStyleClass().add("preview-warning");
        warning.setWrapText(true);
        return warning;
    }
}

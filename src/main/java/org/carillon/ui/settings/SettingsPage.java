package org.carillon.ui.settings;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.carillon.ui.dialogs.Failures;

/** One page of the settings: rows of a label, a control and what it means. */
abstract class SettingsPage extends VBox {
    final SettingsParts parts;

    SettingsPage(SettingsParts parts) {
        this.parts = parts;
        getStyleClass().add("settings-page");
    }

    final void heading(String key) {
        Label label = new Label(say(key));
        label.getStyleClass().add("settings-heading");
        getChildren().add(label);
    }

    /** @param key of the label; with {@code .hint} behind it that of the words below the control, if there are any */
    final void row(String key, Node control) {
        row(key, control, null);
    }

    final void row(String key, Node control, String hint) {
        Label label = new Label(say(key));
        label.getStyleClass().add("settings-label");
        label.setWrapText(true);
        label.setLabelFor(control instanceof CheckedField field ? field.field() : control);
        (control instanceof CheckedField field ? field.field() : control).setAccessibleText(say(key));
        VBox right = new VBox(control);
        right.getStyleClass().add("settings-control");
        if (control instanceof CheckBox) {
            right.getStyleClass().add("settings-check");
        }
        HBox.setHgrow(right, Priority.ALWAYS);
        if (hint != null) {
            right.getChildren().add(quiet(hint));
        }
        HBox row = new HBox(label, right);
        row.getStyleClass().add("settings-row");
        getChildren().add(row);
    }

    final Label quiet(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("quiet");
        return label;
    }

    /** In the place of what could not be had. */
    final Label problem(String title, Throwable failure) {
        Label label = quiet(title + ": " + Failures.words(failure, parts.language()));
        label.getStyleClass().setAll("label", "state-danger", "state-text");
        return label;
    }

    final CheckBox check(String key, String id, boolean initial) {
        CheckBox box = new CheckBox(say(key));
        box.setId(id);
        box.setSelected(initial);
        box.setWrapText(true);
        return box;
    }

    /** Beside each other; where there is no room, below each other. */
    final FlowPane line(Node... nodes) {
        FlowPane line = new FlowPane(nodes);
        for (Node node : nodes) {
            if (node instanceof Labeled words) {
                words.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("settings-line");
        return line;
    }

    final String say(String key, Object... arguments) {
        return parts.say(key, arguments);
    }
}

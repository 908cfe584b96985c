package org.carillon.ui.editor;

import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.carillon.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/** Names and values as rows to type in: name, value, and a button that takes the row away. */
final class EnvironmentRows {
    private final VBox pane;
    private final EnvironmentForm form;
    private final Surroundings surroundings;

    EnvironmentRows(VBox pane, EnvironmentForm form, Surroundings surroundings) {
        this.pane = pane;
        this.form = form;
        this.surroundings = surroundings;
    }

    /** @param add the button that adds a row */
    void show(Button add) {
        form.rows().forEach(row -> pane.getChildren().add(row(row)));
        form.rows().addListener((ListChangeListener<EnvironmentVariable>) this::changed);
        add.setOnAction(event -> {
            form.add();
            ((HBox) pane.getChildren().getLast()).getChildren().getFirst().requestFocus();
        });
        form.rows().addListener((Observable rows) -> Nodes.show(pane, !form.rows().isEmpty()));
        Nodes.show(pane, !form.rows().isEmpty());
        pane.focusedProperty().addListener((value, before, focused) -> {
            if (focused) {
                form.firstWrong().ifPresent(row -> focus(form.rows().indexOf(row)));
            }
        });
    }

    private void focus(int index) {
        ((HBox) pane.getChildren().get(index)).getChildren().getFirst().requestFocus();
    }

    private void changed(ListChangeListener.Change<? extends EnvironmentVariable> change) {
        while (change.next()) {
            if (change.wasRemoved()) {
                pane.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            }
            if (change.wasAdded()) {
                pane.getChildren().addAll(change.getFrom(), change.getAddedSubList().stream().map(this::row).toList());
            }
        }
    }

    private Node row(EnvironmentVariable variable) {
        TextField name = new TextField();
        name.textProperty().bindBidirectional(variable.name());
        name.getStyleClass().addAll("monospaced", "variable-name");
        name.setPromptText(surroundings.say(form.key() + ".name"));
        name.setAccessibleText(surroundings.say(form.key() + ".name"));
        TextField value = new TextField();
        value.textProperty().bindBidirectional(variable.value());
        value.getStyleClass().add("monospaced");
        value.setPromptText(surroundings.say(form.key() + ".value"));
        value.setAccessibleText(surroundings.say(form.key() + ".value"));
        HBox.setHgrow(value, Priority.ALWAYS);
        Button remove = new Button(null, Icons.of(Feather.X));
        remove.getStyleClass().addAll("button-icon", "flat");
        remove.setAccessibleText(surroundings.say(form.key() + ".remove"));
        remove.setTooltip(new Tooltip(surroundings.say(form.key() + ".remove")));
        remove.setOnAction(event -> form.rows().remove(variable));
        HBox row = new HBox(name, new Label(surroundings.say(form.key() + ".sign")), value, remove);
        row.getStyleClass().add("inline-row");
        return row;
    }
}

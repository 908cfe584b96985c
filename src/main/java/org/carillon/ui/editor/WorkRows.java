package org.carillon.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.carillon.ui.controls.Choices;
import org.carillon.ui.controls.ProblemLabel;

/** The rows of one kind of work: each a label, a control, and below it the place where its problem is told. */
final class WorkRows extends VBox {
    private record Place(Field field, Node control, ProblemLabel label) {}

    private final Surroundings surroundings;
    private final List<Place> places = new ArrayList<>();

    WorkRows(Surroundings surroundings) {
        this.surroundings = surroundings;
        getStyleClass().add("section");
    }

    /** @param key names label, prompt and id @param field null where nothing can be wrong */
    TextField text(String key, StringProperty value, Field field) {
        TextField control = plainText(key, value);
        row(key, control, control, field);
        return control;
    }

    /** One that stands in no row yet. */
    TextField plainText(String key, StringProperty value) {
        TextField control = new TextField();
        control.textProperty().bindBidirectional(value);
        named(control, key);
        return control;
    }

    TextArea area(String key, StringProperty value, Field field, int lines) {
        TextArea control = new TextArea();
        control.textProperty().bindBidirectional(value);
        control.setPrefRowCount(lines);
        control.setWrapText(true);
        control.getStyleClass().add("short-area");
        Nodes.tabLeaves(control);
        named(control, key);
        row(key, control, control, field);
        return control;
    }

    <T> ComboBox<T> choice(String key, List<T> values, Function<? super T, String> name, Property<T> value) {
        ComboBox<T> box = new ComboBox<>();
        Choices.bind(box, values, name, value);
        named(box, key);
        return box;
    }

    /** @param shown holds the control, or is it */
    void row(String key, Node control, Node shown, Field field) {
        Label label = new Label(surroundings.say(key));
        label.getStyleClass().add("row-label");
        label.setLabelFor(control);
        VBox right = new VBox(shown);
        right.getStyleClass().add("row-field");
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox row = new HBox(label, right);
        row.getStyleClass().add("row");
        getChildren().add(row);
        if (field != null) {
            ProblemLabel problem = new ProblemLabel();
            right.getChildren().add(problem);
            places.add(new Place(field, control, problem));
        }
    }

    /** Two or more controls side by side. */
    static HBox joined(Node... controls) {
        HBox joined = new HBox(controls);
        joined.getStyleClass().add("joined");
        return joined;
    }

    private void named(Node control, String key) {
        control.setId(key.replace('.', '-'));
        control.setAccessibleText(surroundings.say(key));
        if (control instanceof TextField field) {
            field.setPromptText(surroundings.prompt(key));
        } else if (control instanceof TextArea area) {
            area.setPromptText(surroundings.prompt(key));
        }
    }

    void register(ProblemPlaces all) {
        places.forEach(place -> all.add(place.field(), place.control(), place.label()));
    }
}

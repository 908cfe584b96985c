package org.carillon.ui.controls;

import java.util.List;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** A number and its unit of time, such as “5 minutes”. */
public final class DurationField extends HBox {
    private final TextField amount = new TextField();
    private final ComboBox<DurationUnit> unit = new ComboBox<>();

    public DurationField() {
        getStyleClass().add("duration-field");
        setAlignment(Pos.CENTER_LEFT);
        amount.getStyleClass().add("amount");
        unit.getStyleClass().add("unit");
        getChildren().addAll(amount, unit);
    }

    /** Shows and changes these two, in that language. @param title what the duration is, for screen readers */
    public void bind(Property<String> amountText, Property<DurationUnit> chosenUnit, String title, Language language) {
        amount.textProperty().bindBidirectional(amountText);
        Choices.bind(unit, List.of(DurationUnit.values()), each -> each.named().in(language), chosenUnit);
        amount.setAccessibleText(title);
        unit.setAccessibleText(Message.of("ui.controls.unit.of", title).in(language));
    }

    /** The field for the number, which takes the focus. */
    public TextField amount() {
        return amount;
    }

    public void setPromptText(String text) {
        amount.setPromptText(text);
    }

    @Override
    public void requestFocus() {
        amount.requestFocus();
    }
}

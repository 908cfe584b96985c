package org.carillon.ui.controls;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.carillon.message.Language;
import org.carillon.trigger.Mend;

/** A button for each offer to correct a mistake; takes no room while there is none. */
public final class MendButtons extends FlowPane {
    public MendButtons() {
        getStyleClass().add("mends");
        managedProperty().bind(visibleProperty());
    }

    /** @param taken gets the offer whose button is pressed */
    public void show(List<Mend> offers, Language language, Consumer<Mend> taken) {
        getChildren().setAll(offers.stream().map(offer -> {
            Button button = new Button(offer.label().in(language));
            button.getStyleClass().addAll("small", "mend");
            button.setOnAction(event -> taken.accept(offer));
            return button;
        }).toList());
        setVisible(!offers.isEmpty());
    }
}

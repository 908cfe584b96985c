package org.carillon.ui.controls;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is wrong with the field above it; takes no room while nothing is. */
public final class ProblemLabel extends Label {
    public ProblemLabel() {
        super("", FontIcon.of(Feather.ALERT_CIRCLE));
        getStyleClass().add("problem-label");
        setWrapText(true);
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(textProperty().isNotEmpty());
    }

    /** @param problem null or empty for none */
    public void show(String problem) {
        setText(problem == null ? "" : problem);
    }
}

package org.carillon.ui.shell;

import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Wires what lies over the window while it quits: what is waited for, and the ways not to wait. */
final class QuitVeilController {
    private final QuitViewModel quit;
    @FXML private StackPane root;
    @FXML private Label progress;
    @FXML private HBox actions;

    QuitVeilController(QuitViewModel quit) {
        this.quit = quit;
    }

    @FXML
    private void initialize() {
        root.visibleProperty().bind(quit.stage().isNotEqualTo(QuitViewModel.Stage.NOT));
        progress.textProperty().bind(quit.progress());
        BooleanBinding waiting = quit.stage().isEqualTo(QuitViewModel.Stage.WAITING);
        actions.visibleProperty().bind(waiting);
        actions.managedProperty().bind(waiting);
    }

    @FXML
    private void cancel() {
        quit.cancel();
    }

    @FXML
    private void stopNow() {
        quit.stopNow();
    }
}

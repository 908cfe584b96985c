package org.carillon.ui.editor;

import javafx.fxml.FXML;
import javafx.scene.layout.VBox;
import org.carillon.ui.fx.Views;

/** The part of the form that says when the job runs. */
final class WhenController {
    private final Surroundings surroundings;
    private final ScheduleController schedule;

    @FXML private VBox place;

    WhenController(JobEditorViewModel model, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.schedule = new ScheduleController(model.schedule(), surroundings);
    }

    @FXML
    private void initialize() {
        place.getChildren().add(Views.load(schedule, surroundings.language()));
    }

    void register(ProblemPlaces places) {
        schedule.register(places);
    }
}

package org.carillon.ui.editor;

import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.carillon.trigger.ClockChange;
import org.carillon.ui.controls.Choices;
import org.carillon.ui.controls.ProblemLabel;
import org.carillon.ui.controls.Segments;
import org.carillon.ui.controls.ZonePicker;
import org.carillon.ui.fx.Views;

/** The part of the form that says when the job runs: by the simple form or by cron, and in which zone. */
final class WhenController {
    private final JobEditorViewModel model;
    private final Surroundings surroundings;
    private final SimpleController simple;
    private final CronController cron;

    @FXML private Segments<ScheduleForm.Mode> mode;
    @FXML private Label note;
    @FXML private VBox kept;
    @FXML private ProblemLabel scheduleProblem;
    @FXML private VBox ways;
    @FXML private ZonePicker zone;
    @FXML private HBox clockChangeRow;
    @FXML private ComboBox<ClockChange> clockChange;

    WhenController(JobEditorViewModel model, Surroundings surroundings) {
        this.model = model;
        this.surroundings = surroundings;
        this.simple = new SimpleController(model.schedule().simple(), surroundings);
        this.cron = new CronController(model.schedule().cron(), surroundings);
    }

    @FXML
    private void initialize() {
        ScheduleForm schedule = model.schedule();
        mode.bind(List.of(ScheduleForm.Mode.values()), each -> say("mode", each), schedule.mode());
        mode.setOffered(ScheduleForm.Mode.KEPT, schedule.canKeep());
        Nodes.showWhen(kept, schedule.mode().isEqualTo(ScheduleForm.Mode.KEPT));
        addWay(Views.load(simple, surroundings.language()), ScheduleForm.Mode.SIMPLE);
        addWay(Views.load(cron, surroundings.language()), ScheduleForm.Mode.CRON);
        zone.bind(schedule.zone(), surroundings.say("zone"), surroundings.language(), surroundings.clock().instant());
        zone.disableProperty().bind(schedule.mode().isEqualTo(ScheduleForm.Mode.KEPT));
        Choices.bind(clockChange, List.of(ClockChange.values()), each -> say("clockChange", each), schedule.clockChange());
        schedule.note().subscribe(message -> {
            note.setText(message == null ? "" : message.in(surroundings.language()));
            Nodes.show(note, message != null);
        });
        model.draft().subscribe(draft -> Nodes.show(clockChangeRow, schedule.followsTheClock()));
    }

    private void addWay(Node view, ScheduleForm.Mode way) {
        Nodes.showWhen(view, model.schedule().mode().isEqualTo(way));
        ways.getChildren().add(view);
    }

    void register(ProblemPlaces places) {
        simple.register(places);
        cron.register(places);
        places.add(Field.SCHEDULE, mode, scheduleProblem);
    }

    private String say(String key, Enum<?> value) {
        return surroundings.say(key + "." + value.name().toLowerCase(Locale.ROOT));
    }
}

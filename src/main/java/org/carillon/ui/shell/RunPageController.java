package org.carillon.ui.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.ui.fx.Views;
import org.carillon.ui.jobs.JobRow;
import org.carillon.ui.log.LogController;
import org.carillon.ui.runs.JobChoice;
import org.carillon.ui.runs.RunWords;
import org.carillon.ui.runs.RunsController;
import org.carillon.ui.runs.RunsNavigation;

/** Puts the ledger above the output of the run that was opened in it. */
final class RunPageController {
    private final Models models;
    private final ObservableList<JobChoice> choices = FXCollections.observableArrayList();
    private final RunsController runs;
    private final LogController log;
    @FXML private SplitPane split;
    @FXML private StackPane table;
    @FXML private VBox output;
    @FXML private Label exit;
    @FXML private Label circumstances;
    @FXML private Button close;
    @FXML private StackPane opened;

    RunPageController(Models models) {
        this.models = models;
        this.runs = new RunsController(models.runs(), models.runDesk(), navigation(), choices);
        this.log = new LogController(models.runLog(), models.desk());
    }

    private RunsNavigation navigation() {
        return new RunsNavigation() {
            @Override
            public void openLog(Run run) {
                RunPageController.this.openLog(run);
            }

            @Override
            public void makeRoom() {
                closeLog();
            }
        };
    }

    @FXML
    private void initialize() {
        Node ledger = Views.load(runs, models.language());
        models.memory().table("runs", runs.table());
        log.wrap().bindBidirectional(models.memory().wrap());
        table.getChildren().setAll(ledger);
        Node printed = Views.load(log, models.language());
        opened.getChildren().setAll(printed);
        shownWhereItSays(circumstances);
        shownWhereItSays(exit);
        RunWords words = new RunWords(models.runLog().times());
        exit.textProperty().bind(models.runLog().run().map(words::exitCodeMeaning).orElse(""));
        close.setTooltip(new Tooltip(Message.of("ui.shell.closeLog").in(models.language())));
        split.getItems().remove(output);
        models.shell().page().subscribe(page -> {
            models.runs().active().set(page == Page.RUNS);
            models.runLog().active().set(page == Page.RUNS);
        });
        // Once for all that came together, not for each job: there may be thousands.
        models.jobs().updates().subscribe(this::choose);
        choose();
    }

    private static void shownWhereItSays(Label label) {
        label.managedProperty().bind(label.visibleProperty());
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
    }

    /** Changes the list of jobs to choose from only where it differs, so that the choice stays. */
    private void choose() {
        List<JobChoice> now = new ArrayList<>();
        now.add(new JobChoice(null, Message.of("ui.shell.allJobs").in(models.language()), Set.of()));
        models.jobs().all().stream().map(RunPageController::choice).forEach(now::add);
        Set<JobChoice> there = new HashSet<>(now);
        choices.removeIf(choice -> !there.contains(choice));
        for (int i = 0; i < now.size(); i++) {
            if (i >= choices.size() || !choices.get(i).equals(now.get(i))) {
                choices.add(i, now.get(i));
            }
        }
    }

    private static JobChoice choice(JobRow row) {
        return new JobChoice(row.id(), row.name(), row.status().get().job() == null ? Set.of() : row.status().get().job().tags());
    }

    /** Shows the output of a run below the ledger. */
    void openLog(Run run) {
        runs.closePanel();
        models.runLog().run().set(run);
        circumstances.setText("");
        models.circumstances().tell(run, words -> {
            Run shown = models.runLog().run().get();
            if (shown != null && shown.id() == run.id()) {
                circumstances.setText(words);
                circumstances.setTooltip(new Tooltip(words));
            }
        });
        if (!split.getItems().contains(output)) {
            split.getItems().add(output);
            split.setDividerPositions(models.memory().divider("runs", split, 0.55));
        }
    }

    @FXML
    private void closeLog() {
        if (split.getItems().remove(output)) {
            models.runLog().run().set(null);
            runs.focus();
        }
    }

    void focus() {
        runs.focus();
    }
}

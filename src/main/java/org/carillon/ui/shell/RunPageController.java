package org.carillon.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.ui.fx.Views;
import org.carillon.ui.jobs.JobRow;
import org.carillon.ui.log.LogController;
import org.carillon.ui.runs.JobChoice;
import org.carillon.ui.runs.RunsController;

/** Puts the ledger above the output of the run that was opened in it. */
final class RunPageController {
    private final Models models;
    private final ObservableList<JobChoice> choices = FXCollections.observableArrayList();
    private final RunsController runs;
    private final LogController log;
    @FXML private SplitPane split;
    @FXML private StackPane table;
    @FXML private StackPane output;

    RunPageController(Models models) {
        this.models = models;
        choose();
        this.runs = new RunsController(models.runs(), this::openLog, choices);
        this.log = new LogController(models.runLog());
    }

    @FXML
    private void initialize() {
        Node ledger = Views.load(runs, models.language());
        Node opened = Views.load(log, models.language());
        table.getChildren().setAll(ledger);
        output.getChildren().setAll(opened);
        split.getItems().remove(output);
        models.shell().page().subscribe(page -> {
            models.runs().active().set(page == Page.RUNS);
            models.runLog().active().set(page == Page.RUNS);
        });
        models.jobs().all().addListener((InvalidationListener) jobs -> choose());
    }

    /** Changes the list of jobs to choose from only where it differs, so that the choice stays. */
    private void choose() {
        List<JobChoice> now = new ArrayList<>();
        now.add(new JobChoice(null, Message.of("ui.shell.allJobs").in(models.language())));
        models.jobs().all().stream().map(RunPageController::choice).forEach(now::add);
        List<JobChoice> gone = choices.stream().filter(choice -> !now.contains(choice)).toList();
        choices.removeAll(gone);
        for (int i = 0; i < now.size(); i++) {
            if (i >= choices.size() || !choices.get(i).equals(now.get(i))) {
                choices.add(i, now.get(i));
            }
        }
    }

    private static JobChoice choice(JobRow row) {
        return new JobChoice(row.id(), row.name());
    }

    private void openLog(Run run) {
        models.runLog().run().set(run);
        if (!split.getItems().contains(output)) {
            split.getItems().add(output);
            split.setDividerPositions(0.55);
        }
    }

    void focus() {
        runs.focus();
    }
}

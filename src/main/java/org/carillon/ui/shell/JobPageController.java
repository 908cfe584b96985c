package org.carillon.ui.shell;

import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import org.carillon.job.Run;
import org.carillon.ui.fx.Views;
import org.carillon.ui.jobs.JobsController;
import org.carillon.ui.jobs.NextRunsController;
import org.carillon.ui.jobs.OverviewController;
import org.carillon.ui.jobs.VersionsController;
import org.carillon.ui.log.LogController;
import org.carillon.ui.runs.RunsController;

/** Puts the jobs table above the details of the selected job, which come from several features. */
final class JobPageController {
    private final Models models;
    private final JobsController jobs;
    private final RunsController history;
    private final LogController log;
    @FXML private SplitPane split;
    @FXML private StackPane table;
    @FXML private TabPane details;
    @FXML private Tab overviewTab;
    @FXML private Tab nextRunsTab;
    @FXML private Tab historyTab;
    @FXML private Tab logTab;
    @FXML private Tab versionsTab;
    /** Held here, because what it depends on knows it only weakly. */
    private BooleanBinding thereAreJobs;

    JobPageController(Models models, JobsController jobs) {
        this.models = models;
        this.jobs = jobs;
        this.history = new RunsController(models.history(), models.runDesk(), this::openLog, null);
        this.log = new LogController(models.jobLog().log(), models.desk());
    }

    @FXML
    private void initialize() {
        table.getChildren().setAll(view(jobs));
        models.memory().table("jobs", jobs.table());
        whenSelected(overviewTab, () -> view(new OverviewController(models.jobs())));
        whenSelected(nextRunsTab, () -> view(new NextRunsController(models.jobs())));
        whenSelected(historyTab, this::history);
        whenSelected(logTab, this::log);
        whenSelected(versionsTab, () -> view(new VersionsController(models.versions())));
        models.versions().active().bind(onPage(versionsTab));
        models.history().active().bind(onPage(historyTab));
        models.jobLog().log().active().bind(onPage(logTab));
        thereAreJobs = models.jobs().loaded().and(models.jobs().empty().not());
        thereAreJobs.subscribe(this::showDetails);
    }

    /** What a tab shows is made when somebody looks at it for the first time: the window need not wait for it. */
    private static void whenSelected(Tab tab, Supplier<Node> content) {
        tab.selectedProperty().subscribe(selected -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(content.get());
            }
        });
    }

    private Node history() {
        Node view = view(history);
        models.memory().table("history", history.table());
        return view;
    }

    private Node log() {
        Node view = view(log);
        log.wrap().bindBidirectional(models.memory().wrap());
        return view;
    }

    private Node view(Object controller) {
        return Views.load(controller, models.language());
    }

    private BooleanBinding onPage(Tab tab) {
        return tab.selectedProperty().and(models.shell().page().isEqualTo(Page.JOBS));
    }

    private void showDetails(boolean wanted) {
        if (wanted && !split.getItems().contains(details)) {
            split.getItems().add(details);
            split.setDividerPositions(models.memory().divider("jobs", split, 0.56));
        } else if (!wanted) {
            split.getItems().remove(details);
        }
    }

    private void openLog(Run run) {
        models.jobLog().show(run);
        details.getSelectionModel().select(logTab);
    }

    /** Shows the output of the selected job's newest run. */
    void openNewestLog() {
        models.jobLog().showNewest();
        details.getSelectionModel().select(logTab);
    }

    /** Which of the details is shown, from 0. */
    int tab() {
        return details.getSelectionModel().getSelectedIndex();
    }

    /** How many there are. */
    int tabs() {
        return details.getTabs().size();
    }

    void showTab(int index) {
        details.getSelectionModel().select(index);
    }
}

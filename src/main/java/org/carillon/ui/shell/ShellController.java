package org.carillon.ui.shell;

import atlantafx.base.controls.CustomTextField;
import java.util.Map;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.Theme;
import org.carillon.ui.fx.Views;
import org.carillon.ui.jobs.JobsController;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Wires what stands around the pages: toolbar, navigation and the strip at the bottom. */
final class ShellController {
    private final Models models;
    private final QuitViewModel quit;
    private final ShellActions actions;
    private final JobsController jobs;
    private final JobPageController jobPage;
    private final RunPageController runPage;
    @FXML private SplitMenuButton newJob;
    @FXML private MenuItem newItem;
    @FXML private MenuItem crontabItem;
    @FXML private MenuItem fileItem;
    @FXML private Button run;
    @FXML private Button stop;
    @FXML private MenuButton pause;
    @FXML private MenuItem pauseItem;
    @FXML private Button resume;
    @FXML private CustomTextField filter;
    @FXML private MenuButton look;
    @FXML private FontIcon lookIcon;
    @FXML private RadioMenuItem lookSystem;
    @FXML private RadioMenuItem lookLight;
    @FXML private RadioMenuItem lookDark;
    @FXML private MenuButton language;
    @FXML private RadioMenuItem english;
    @FXML private RadioMenuItem chinese;
    @FXML private ToggleButton jobsButton;
    @FXML private ToggleButton runsButton;
    @FXML private Label jobCount;
    @FXML private StackPane center;
    @FXML private FontIcon stateIcon;
    @FXML private Label state;
    @FXML private Label activity;
    @FXML private StackPane notices;
    @FXML private StackPane quitting;
    @FXML private Label quitProgress;
    @FXML private HBox quitActions;

    ShellController(Models models, QuitViewModel quit, ShellActions actions) {
        this.models = models;
        this.quit = quit;
        this.actions = actions;
        this.jobs = new JobsController(models.jobs(), actions.navigation(this::openNewestLog));
        this.jobPage = new JobPageController(models, jobs);
        this.runPage = new RunPageController(models);
    }

    @FXML
    private void initialize() {
        notices.getChildren().setAll(actions.toasts());
        pages();
        tips();
        toolbar();
        choices();
        strip();
        quitting.visibleProperty().bind(quit.stage().isNotEqualTo(QuitViewModel.Stage.NOT));
        quitProgress.textProperty().bind(quit.progress());
        shown(quitActions, quit.stage().isEqualTo(QuitViewModel.Stage.WAITING));
    }

    private void pages() {
        Node jobsNode = Views.load(jobPage, models.language());
        Node runsNode = Views.load(runPage, models.language());
        Map<Page, Node> nodes = Map.of(Page.JOBS, jobsNode, Page.RUNS, runsNode);
        center.getChildren().setAll(jobsNode, runsNode);
        models.shell().page().subscribe(page -> {
            nodes.forEach((other, node) -> node.setVisible(other == page));
            jobsButton.setSelected(page == Page.JOBS);
            runsButton.setSelected(page == Page.RUNS);
        });
        shown(filter, models.shell().page().isEqualTo(Page.JOBS));
        jobCount.textProperty().bind(models.jobs().count().map(String::valueOf));
    }

    private static void shown(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private void toolbar() {
        BooleanBinding onJobs = models.shell().page().isEqualTo(Page.JOBS);
        run.disableProperty().bind(models.jobs().canRun().and(onJobs).not());
        stop.disableProperty().bind(models.jobs().canStop().and(onJobs).not());
        shown(pause, models.shell().paused().not());
        shown(resume, models.shell().paused());
        filter.textProperty().bindBidirectional(models.jobs().filter());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.DOWN) {
                if (event.getCode() == KeyCode.ESCAPE) {
                    filter.clear();
                }
                event.consume();
                jobs.focus();
            }
        });
    }

    private void tips() {
        tip(newJob, "newJobTip", Shortcuts.NEW_JOB);
        tip(run, "runTip", Shortcuts.RUN);
        tip(stop, "stopTip", Shortcuts.STOP);
        tip(pause, "pauseAllTip", Shortcuts.PAUSE_ALL);
        tip(resume, "resumeAllTip", Shortcuts.PAUSE_ALL);
        tip(filter, "filterTip", Shortcuts.FILTER);
        tip(jobsButton, "page.jobsTip", Shortcuts.JOBS);
        tip(runsButton, "page.runsTip", Shortcuts.RUNS);
        look.setTooltip(new Tooltip(say("look")));
        language.setTooltip(new Tooltip(say("language")));
        newItem.setAccelerator(Shortcuts.NEW_JOB.keys());
        crontabItem.setAccelerator(Shortcuts.IMPORT_CRONTAB.keys());
        fileItem.setAccelerator(Shortcuts.IMPORT_FILE.keys());
        jobsButton.setAccessibleText(say("page.jobs"));
        runsButton.setAccessibleText(say("page.runs"));
    }

    private void tip(Control control, String key, Shortcuts shortcut) {
        control.setTooltip(new Tooltip(Message.of("ui.shell." + key, shortcut.words()).in(models.language())));
    }

    private void choices() {
        RadioMenuItem chosen = switch (actions.appearance()) {
            case SYSTEM -> lookSystem;
            case LIGHT -> lookLight;
            case DARK -> lookDark;
        };
        chosen.setSelected(true);
        actions.dark().subscribe(dark -> lookIcon.setIconCode(dark ? Feather.MOON : Feather.SUN));
        (models.language() == Language.ENGLISH ? english : chinese).setSelected(true);
    }

    private void strip() {
        state.textProperty().bind(models.shell().state());
        activity.textProperty().bind(models.shell().activity());
        models.shell().status().subscribe(status -> {
            StatusLook drawn = StatusLook.of(status == null ? null : status.state());
            stateIcon.setIconCode(drawn.icon());
            stateIcon.getStyleClass().setAll("ikonli-font-icon", "state-icon", drawn.style());
        });
    }

    /** The keys that work on every page. */
    Map<KeyCombination, Runnable> keys() {
        return Map.ofEntries(
                Map.entry(Shortcuts.NEW_JOB.keys(), this::newJob),
                Map.entry(Shortcuts.IMPORT_CRONTAB.keys(), this::importCrontab),
                Map.entry(Shortcuts.IMPORT_FILE.keys(), this::importFile),
                Map.entry(Shortcuts.RUN.keys(), run::fire),
                Map.entry(Shortcuts.STOP.keys(), stop::fire),
                Map.entry(Shortcuts.DUPLICATE.keys(), jobs::duplicate),
                Map.entry(Shortcuts.PAUSE_ALL.keys(), this::pauseOrResumeAll),
                Map.entry(Shortcuts.FILTER.keys(), this::find),
                Map.entry(Shortcuts.JOBS.keys(), this::showJobs),
                Map.entry(Shortcuts.RUNS.keys(), this::showRuns),
                Map.entry(Shortcuts.LOG.keys(), this::openNewestLog),
                Map.entry(Shortcuts.QUIT.keys(), quit::quit));
    }

    private void pauseOrResumeAll() {
        if (models.shell().paused().get()) {
            resumeAll();
        } else {
            pauseUntilResumed();
        }
    }

    private void find() {
        showJobs();
        filter.requestFocus();
        filter.selectAll();
    }

    private void openNewestLog() {
        showJobs();
        jobPage.openNewestLog();
    }

    JobPageController jobPage() {
        return jobPage;
    }

    JobsController jobs() {
        return jobs;
    }

    @FXML private void newJob() {
        actions.newJob();
    }

    @FXML private void importCrontab() {
        actions.importCrontab();
    }

    @FXML private void importFile() {
        actions.importFile();
    }

    @FXML private void run() {
        models.jobs().run();
    }

    @FXML private void stop() {
        models.jobs().stop();
    }

    @FXML private void pauseQuarter() {
        models.shell().pauseAll(PauseLength.QUARTER);
    }

    @FXML private void pauseHour() {
        models.shell().pauseAll(PauseLength.HOUR);
    }

    @FXML private void pauseTomorrow() {
        models.shell().pauseAll(PauseLength.TOMORROW);
    }

    @FXML private void pauseUntilResumed() {
        models.shell().pauseAll(PauseLength.UNTIL_RESUMED);
    }

    @FXML private void resumeAll() {
        models.shell().resumeAll();
    }

    @FXML private void showJobs() {
        models.shell().page().set(Page.JOBS);
        jobsButton.setSelected(true);
        jobs.focus();
    }

    @FXML private void showRuns() {
        models.shell().page().set(Page.RUNS);
        runsButton.setSelected(true);
        runPage.focus();
    }

    @FXML private void looksAsSystem() {
        actions.look(Theme.SYSTEM);
    }

    @FXML private void looksLight() {
        actions.look(Theme.LIGHT);
    }

    @FXML private void looksDark() {
        actions.look(Theme.DARK);
    }

    @FXML private void speakEnglish() {
        actions.speak(Language.ENGLISH);
    }

    @FXML private void speakChinese() {
        actions.speak(Language.CHINESE);
    }

    @FXML private void cancelQuit() {
        quit.cancel();
    }

    @FXML private void quitNow() {
        quit.stopNow();
    }

    private String say(String key) {
        return Message.of("ui.shell." + key).in(models.language());
    }
}

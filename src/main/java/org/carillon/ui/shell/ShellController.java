package org.carillon.ui.shell;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import org.carillon.message.Language;
import org.carillon.settings.Theme;
import org.carillon.ui.controls.Narrowness;
import org.carillon.ui.controls.PauseLength;
import org.carillon.ui.fx.Views;
import org.carillon.ui.jobs.JobMark;
import org.carillon.ui.jobs.JobsController;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Wires what stands around the pages: toolbar, navigation and the strip at the bottom. */
final class ShellController {
    /** Below these widths, in the size of the text, there is no room for words beside the icons. */
    private static final double WORDS_IN_TOOLBAR = 66;
    private static final double WORDS_IN_NAVIGATION = 60;

    private final Models models;
    private final QuitViewModel quit;
    private final ShellActions actions;
    private final Pages pages;
    private final PageViews views;
    private final JobsController jobs;
    private final WindowActions actionList = new WindowActions();
    private Finder finder;
    @FXML private StackPane root;
    @FXML private SplitMenuButton newJob;
    @FXML private MenuItem newItem;
    @FXML private SplitMenuButton run;
    @FXML private MenuItem runWith;
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
    @FXML private RadioMenuItem lookContrast;
    @FXML private Button settings;
    @FXML private MenuButton language;
    @FXML private RadioMenuItem english;
    @FXML private RadioMenuItem chinese;
    @FXML private MenuButton help;
    @FXML private ToggleButton jobsButton;
    @FXML private ToggleButton timelineButton;
    @FXML private ToggleButton runsButton;
    @FXML private ToggleButton logsButton;
    @FXML private Label jobCount;
    @FXML private ListView<JobMark.Counted> marks;
    @FXML private StackPane center;
    @FXML private FontIcon stateIcon;
    @FXML private Label state;
    @FXML private Label activity;
    @FXML private StackPane notices;
    @FXML private StackPane quitting;

    ShellController(Models models, QuitViewModel quit, ShellActions actions) {
        this.models = models;
        this.quit = quit;
        this.actions = actions;
        this.pages = new Pages(models.shell());
        this.views = new PageViews(models, actions, pages);
        this.jobs = views.jobs();
    }

    @FXML
    private void initialize() {
        notices.getChildren().setAll(actions.toasts());
        pages();
        toolbar();
        choices();
        strip();
        actionList();
        Narrowness.install(root, state, WORDS_IN_TOOLBAR, WORDS_IN_NAVIGATION);
        quit.stage().subscribe(this::veil);
    }

    /** What lies over the window while it quits is made then: most windows never need it. */
    private void veil(QuitViewModel.Stage now) {
        if (now != QuitViewModel.Stage.NOT && quitting.getChildren().isEmpty()) {
            quitting.getChildren().add(Views.load(new QuitVeilController(quit), models.language()));
        }
    }

    private void pages() {
        pages.add(Page.JOBS, jobsButton, views::makeJobs)
                .add(Page.TIMELINE, timelineButton, views::makeTimeline)
                .add(Page.RUNS, runsButton, views::makeRuns)
                .add(Page.LOGS, logsButton, views::makeLogs)
                .showIn(center);
        models.timeline().active().bind(models.shell().page().isEqualTo(Page.TIMELINE));
        models.liveLogs().active().bind(models.shell().page().isEqualTo(Page.LOGS));
        shown(filter, models.shell().page().isEqualTo(Page.JOBS));
        MarkList.install(marks, models.jobs(), () -> pages.show(Page.JOBS));
        jobCount.textProperty().bind(models.jobs().count().map(String::valueOf));
    }

    private static void shown(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private void toolbar() {
        BooleanBinding onJobs = models.shell().page().isEqualTo(Page.JOBS);
        run.disableProperty().bind(models.jobs().canRun().and(onJobs).not());
        runWith.disableProperty().bind(models.jobs().canRunWith().and(onJobs).not());
        stop.disableProperty().bind(models.jobs().canStop().and(onJobs).not());
        // Elsewhere a page has its own, for what is selected there.
        shown(run, onJobs);
        shown(stop, onJobs);
        shown(pause, models.shell().paused().not());
        shown(resume, models.shell().paused());
        filter.textProperty().bindBidirectional(models.jobs().filter());
        FilterKeys.install(filter, jobs::focus);
    }

    /** Tells what the buttons do to whoever points at them; nobody can before they are there. */
    void tips() {
        new KeyTips(models.language()).add(newJob, "newJobTip", Shortcuts.NEW_JOB).add(run, "runTip", Shortcuts.RUN).add(stop, "stopTip", Shortcuts.STOP)
                .add(pause, "pauseAllTip", Shortcuts.PAUSE_ALL).add(resume, "resumeAllTip", Shortcuts.PAUSE_ALL)
                .add(filter, "filterTip", Shortcuts.FILTER).add(settings, "settingsTip", Shortcuts.SETTINGS)
                .add(jobsButton, "page.jobsTip", Shortcuts.JOBS).add(timelineButton, "page.timelineTip", Shortcuts.TIMELINE)
                .add(runsButton, "page.runsTip", Shortcuts.RUNS).add(logsButton, "page.logsTip", Shortcuts.LOGS)
                .addMenu(look, "look", Shortcuts.LOOK_LIGHT, Shortcuts.LOOK_DARK, Shortcuts.LOOK_CONTRAST)
                .addMenu(language, "language", Shortcuts.LANGUAGE_EN, Shortcuts.LANGUAGE_ZH)
                .addMenu(help, "help", Shortcuts.SHOW_SHORTCUTS, Shortcuts.PALETTE);
    }

    private void choices() {
        actions.appearance().subscribe(now -> (switch (now) {
            case SYSTEM -> lookSystem;
            case LIGHT -> lookLight;
            case DARK -> lookDark;
            case HIGH_CONTRAST -> lookContrast;
        }).setSelected(true));
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
        return actionList.keys(finder::closeOthers);
    }

    private void actionList() {
        BooleanSupplier oneJob = () -> models.shell().page().get() == Page.JOBS && models.jobs().current().get() != null;
        actionList.add(Shortcuts.PALETTE, () -> finder.togglePalette()).add(Shortcuts.SHOW_SHORTCUTS, () -> finder.toggleShortcuts())
                .add(Shortcuts.NEW_JOB, actions::newJob).add(Shortcuts.EDIT, jobs::edit, oneJob)
                .add(Shortcuts.RUN, run::fire, () -> !run.isDisabled()).add(Shortcuts.RUN_WITH, jobs::runWith, () -> !runWith.isDisable())
                .add(Shortcuts.STOP, stop::fire, () -> !stop.isDisabled())
                .add(Shortcuts.PAUSE_OR_RESUME, models.jobs()::pauseOrResume, oneJob)
                .add(Shortcuts.DUPLICATE, jobs::duplicate, oneJob).add(Shortcuts.TAGS, models.jobs()::changeTags, () -> !run.isDisabled())
                .add(Shortcuts.REMOVE, models.jobs()::remove, oneJob).add(Shortcuts.UNDO, actions.toasts()::undoLast, actions.toasts()::canUndo)
                .add(Shortcuts.LOG, views::openNewestLog, oneJob).add(Shortcuts.FILTER, this::find)
                .add(Shortcuts.IMPORT_CRONTAB, actions::importCrontab).add(Shortcuts.IMPORT_FILE, actions::importFile)
                .add(Shortcuts.IMPORT_ENVIRONMENT, actions::importEnvironment).add(Shortcuts.PAUSE_ALL, this::pauseOrResumeAll)
                .add(Shortcuts.PAUSE_QUARTER, () -> models.shell().pauseAll(PauseLength.QUARTER))
                .add(Shortcuts.PAUSE_HOUR, () -> models.shell().pauseAll(PauseLength.HOUR))
                .add(Shortcuts.PAUSE_TOMORROW, () -> models.shell().pauseAll(PauseLength.TOMORROW))
                .add(Shortcuts.JOBS, this::showJobs).add(Shortcuts.TIMELINE, this::showTimeline).add(Shortcuts.RUNS, this::showRuns).add(Shortcuts.LOGS, this::showLogs)
                .add(Shortcuts.SETTINGS, actions::openSettings).add(Shortcuts.LOOK_SYSTEM, () -> actions.look(Theme.SYSTEM))
                .add(Shortcuts.LOOK_LIGHT, () -> actions.look(Theme.LIGHT)).add(Shortcuts.LOOK_DARK, () -> actions.look(Theme.DARK))
                .add(Shortcuts.LOOK_CONTRAST, () -> actions.look(Theme.HIGH_CONTRAST)).add(Shortcuts.LANGUAGE_EN, () -> actions.speak(Language.ENGLISH))
                .add(Shortcuts.LANGUAGE_ZH, () -> actions.speak(Language.CHINESE)).add(Shortcuts.SHOW_ABOUT, actions::about).add(Shortcuts.QUIT, quit::quit);
        List.of(newJob, run, pause, look, language, help).forEach(menu -> actionList.install(menu.getItems()));
        newItem.setAccelerator(Shortcuts.NEW_JOB.keys());
        pauseItem.setAccelerator(Shortcuts.PAUSE_ALL.keys());
        TemplateChoice templates = new TemplateChoice(models.jobs().times(), models.jobs().clock(), actions::fillIn);
        newJob.getItems().add(1, templates.menu());
        finder = new Finder(root, models.background(), actions.recent(), actionList, models.jobs(), jobs, views::openNewestLog, actions::select,
                actions::openSettings, templates);
    }

    private void pauseOrResumeAll() {
        if (models.shell().paused().get()) {
            resumeAll();
        } else {
            pauseUntilResumed();
        }
    }

    private void find() {
        pages.show(Page.JOBS);
        filter.requestFocus();
        filter.selectAll();
    }

    /** Leads through all pages, and the details of the selected job. @return one step after the other */
    List<Runnable> tour() {
        List<Runnable> steps = new ArrayList<>();
        JobPageController jobPage = views.jobPage();
        for (int i = 1; i < jobPage.tabs(); i++) {
            int tab = i;
            steps.add(() -> jobPage.showTab(tab));
        }
        steps.add(() -> jobPage.showTab(0));
        steps.addAll(List.of(this::showTimeline, this::showRuns, this::showLogs, finder::togglePalette, finder::togglePalette, this::showJobs));
        return steps;
    }

    PageViews views() {
        return views;
    }

    @FXML private void newJob() {
        actions.newJob();
    }

    @FXML private void run() {
        models.jobs().run();
    }

    @FXML private void stop() {
        models.jobs().stop();
    }

    @FXML private void pauseUntilResumed() {
        models.shell().pauseAll(PauseLength.UNTIL_RESUMED);
    }

    @FXML private void resumeAll() {
        models.shell().resumeAll();
    }

    /** All of them, whatever group or tag was chosen. */
    @FXML private void showJobs() {
        models.jobs().mark().set(null);
        pages.show(Page.JOBS);
    }

    @FXML private void showTimeline() {
        pages.show(Page.TIMELINE);
    }

    @FXML private void showRuns() {
        pages.show(Page.RUNS);
    }

    @FXML private void showLogs() {
        pages.show(Page.LOGS);
    }

    @FXML private void openSettings() {
        actions.openSettings();
    }
}

package org.carillon.ui.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.ui.controls.ColumnRoom;
import org.carillon.ui.controls.Narrowness;
import org.carillon.ui.dialogs.Failures;
import org.carillon.ui.fx.LiveCell;

/** Wires the ledger's table to its view model. */
public final class RunsController {
    /** Below these widths, in the size of the text, there is no room for words beside the icons in one row. */
    private static final double WORDS = 72;
    private static final double WORDS_FOR_ONE_JOB = 52;

    private final RunsViewModel model;
    private final RunsNavigation navigation;
    private final ObservableList<JobChoice> jobs;
    private final RunWords words;
    private final RunDesk desk;
    private RunPanel panels;
    private RunActions actions;
    @FXML private FlowPane bar;
    @FXML private ComboBox<StateFilter> state;
    @FXML private ComboBox<JobChoice> job;
    @FXML private ComboBox<TimeFilter> time;
    @FXML private ComboBox<String> tag;
    @FXML private VBox panel;
    @FXML private MenuButton more;
    @FXML private MenuItem compare;
    @FXML private MenuItem chart;
    @FXML private Button openLog;
    @FXML private Button repeat;
    @FXML private Button stop;
    @FXML private TableView<RunRow> table;
    @FXML private TableColumn<RunRow, RunRow> stateColumn;
    @FXML private TableColumn<RunRow, RunRow> jobColumn;
    @FXML private TableColumn<RunRow, RunRow> planned;
    @FXML private TableColumn<RunRow, RunRow> started;
    @FXML private TableColumn<RunRow, RunRow> duration;
    @FXML private TableColumn<RunRow, RunRow> why;
    @FXML private TableColumn<RunRow, RunRow> exitCode;
    @FXML private TableColumn<RunRow, RunRow> attempt;
    @FXML private TableColumn<RunRow, RunRow> startedBy;
    @FXML private ProgressIndicator loading;
    @FXML private Button newer;

    /** @param jobs the jobs to choose from, the first one for all; null where the runs of one job are shown */
    public RunsController(RunsViewModel model, RunDesk desk, RunsNavigation navigation, ObservableList<JobChoice> jobs) {
        this.desk = desk;
        this.model = model;
        this.navigation = navigation;
        this.jobs = jobs;
        this.words = new RunWords(model.times());
    }

    @FXML
    private void initialize() {
        columns();
        table.setItems(model.rows());
        ColumnRoom.install(table, openLog.fontProperty(), room());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setRowFactory(made -> row());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openLog();
            }
        });
        table.skinProperty().subscribe(skin -> watchScrolling());
        filters();
        actions = new RunActions(table, model.times().language());
        actions.bind(openLog, RunsViewModel::hasLog);
        actions.bind(repeat, RunsViewModel::canRepeat);
        actions.bind(stop, RunsViewModel::canStop);
        actions.name(repeat);
        openLog.setTooltip(new Tooltip(say("openLogTip")));
        repeat.setTooltip(new Tooltip());
        repeat.getTooltip().textProperty().bind(repeat.textProperty());
        stop.setTooltip(new Tooltip(say("stopTip")));
        Narrowness.install(bar, openLog, jobs == null ? WORDS_FOR_ONE_JOB : WORDS, 0);
        table.setContextMenu(actions.menu(openLog, repeat, stop));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        panels = new RunPanel(panel, desk, words, navigation::makeRoom);
        more.setTooltip(new Tooltip(say("more")));
        compare.disableProperty().bind(Bindings.size(table.getSelectionModel().getSelectedItems()).isNotEqualTo(2));
        chart.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        states();
    }

    private void columns() {
        LiveCell.install(stateColumn, () -> new RunCell.State(model, words));
        column(jobColumn, (run, now) -> run.jobName());
        column(planned, words::planned);
        column(started, words::started);
        column(duration, words::duration);
        column(why, words::why);
        LiveCell.install(exitCode, () -> new RunCell.Exit(model, words));
        column(attempt, (run, now) -> words.attempt(run));
        column(startedBy, (run, now) -> words.startedBy(run));
    }

    private void column(TableColumn<RunRow, RunRow> column, BiFunction<Run, Instant, String> text) {
        LiveCell.install(column, () -> new RunCell(model, text));
    }

    /** Why tells of the exit code too, and of most runs the try and who started them is the same. */
    private List<ColumnRoom.Need> room() {
        List<ColumnRoom.Need> needs = new ArrayList<>(List.of(new ColumnRoom.Need(stateColumn, 8.9, 0), new ColumnRoom.Need(started, 7, 0),
                new ColumnRoom.Need(why, 10, 0), new ColumnRoom.Need(duration, 6.6, 1), new ColumnRoom.Need(planned, 7, 2),
                new ColumnRoom.Need(exitCode, 4.9, 3), new ColumnRoom.Need(startedBy, 7.4, 4), new ColumnRoom.Need(attempt, 4, 5)));
        if (jobs != null) {
            needs.add(new ColumnRoom.Need(jobColumn, 11, 0));
        }
        return needs;
    }

    private TableRow<RunRow> row() {
        TableRow<RunRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !row.isEmpty()) {
                openLog();
            }
        });
        return row;
    }

    private void filters() {
        RunFilters filters = new RunFilters(model.choice());
        filters.states(state, time, model.times().language());
        Map<TableColumn<RunRow, ?>, RunSort> sorts = Map.of(stateColumn, RunSort.STATE, jobColumn, RunSort.JOB, planned, RunSort.TIME,
                duration, RunSort.DURATION, exitCode, RunSort.EXIT_CODE);
        filters.order(table, column -> sorts.getOrDefault(column, RunSort.NEWEST));
        boolean chooses = jobs != null;
        jobColumn.setVisible(chooses);
        for (Node node : List.of(job, tag)) {
            node.setVisible(chooses);
            node.setManaged(chooses);
        }
        if (chooses) {
            filters.jobs(job, tag, jobs, say("tag.all"));
        }
    }

    private void states() {
        loading.visibleProperty().bind(model.loading());
        Label placeholder = new Label();
        placeholder.setWrapText(true);
        placeholder.textProperty().bind(Bindings.createStringBinding(this::placeholder,
                model.unchosen(), model.loading(), model.failure(), model.filter(), model.choice().time(), model.choice().tag()));
        table.setPlaceholder(placeholder);
        newer.visibleProperty().bind(model.waiting().greaterThan(0));
        newer.textProperty().bind(Bindings.createStringBinding(
                () -> Message.of("ui.runs.newer", model.waiting().get()).in(model.times().language()), model.waiting()));
    }

    private String placeholder() {
        if (!model.unchosen().get().isEmpty()) {
            return model.unchosen().get();
        }
        if (model.loading().get()) {
            return "";
        }
        if (model.failure().get() != null) {
            return Failures.words(model.failure().get(), model.times().language());
        }
        return say(model.choice().isEverything() ? "none" : "noneMatch");
    }

    private void watchScrolling() {
        for (Node node : table.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                bar.valueProperty().subscribe(value -> scrolled(bar));
                bar.visibleProperty().subscribe(visible -> scrolled(bar));
            }
        }
    }

    private void scrolled(ScrollBar bar) {
        model.atTop().set(!bar.isVisible() || bar.getValue() <= bar.getMin());
        if (bar.isVisible() && bar.getValue() > 0.9 * bar.getMax()) {
            model.loadMore();
        }
    }

    /** Closes what is shown below the runs. */
    public void closePanel() {
        panels.close();
    }

    /** The table, for those who remember its columns. */
    public TableView<?> table() {
        return table;
    }

    /** Gives the table the keyboard. */
    public void focus() {
        table.requestFocus();
    }

    @FXML
    private void openLog() {
        if (RunsViewModel.hasLog(actions.selected())) {
            navigation.openLog(actions.selected());
        }
    }

    @FXML
    private void repeat() {
        model.repeat(actions.selected());
    }

    @FXML
    private void stop() {
        model.stop(actions.selected());
    }

    @FXML
    private void compare() {
        List<Run> runs = table.getSelectionModel().getSelectedItems().stream().map(row -> row.run().get())
                .sorted(Comparator.comparingLong(Run::id)).toList();
        if (runs.size() == 2) {
            panels.difference(runs.getFirst(), runs.getLast(), model.clock().instant());
        }
    }

    @FXML
    private void chart() {
        Run run = actions.selected();
        if (run != null) {
            panels.chart(run, model.clock().instant(), this::select);
        }
    }

    private void select(long runId) {
        model.rows().stream().filter(row -> row.id() == runId).findFirst().ifPresent(row -> {
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().select(row);
            table.scrollTo(row);
        });
    }

    @FXML
    private void export() {
        desk.export(model.passing(), model.times().zone(), words);
    }

    @FXML
    private void showNewer() {
        table.scrollTo(0);
        model.showNewer();
    }

    private String say(String key) {
        return Message.of("ui.runs." + key).in(model.times().language());
    }
}

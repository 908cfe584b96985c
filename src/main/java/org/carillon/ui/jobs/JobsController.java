package org.carillon.ui.jobs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.carillon.interchange.ExportFormat;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.ui.controls.ColumnRoom;
import org.carillon.message.Message;
import org.carillon.ui.fx.LiveCell;

/** Wires the jobs table to its view model. */
public final class JobsController {
    /** Of what is scrolled to, so many rows before it are seen, too. */
    private static final int ROWS_ABOVE = 3;

    private final JobsViewModel model;
    private final JobsNavigation navigation;
    @FXML private Label letters;
    @FXML private TableView<JobRow> table;
    @FXML private TableColumn<JobRow, JobRow> name;
    @FXML private TableColumn<JobRow, JobRow> schedule;
    @FXML private TableColumn<JobRow, JobRow> nextRun;
    @FXML private TableColumn<JobRow, JobRow> lastRun;
    @FXML private TableColumn<JobRow, JobRow> history;
    @FXML private VBox empty;
    @FXML private VBox loading;
    /** The job to select as soon as it is there. */
    private String awaited;
    private boolean selectedOnce;

    public JobsController(JobsViewModel model, JobsNavigation navigation) {
        this.model = model;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        column(name, () -> new JobCells.Name(model), JobRow.BY_NAME);
        column(schedule, () -> new JobCells.Schedule(model), Comparator.comparing(JobRow::schedule));
        column(nextRun, () -> new JobCells.NextRun(model),
                Comparator.comparing(row -> row.status().get().nextRun(), Comparator.nullsLast(Comparator.naturalOrder())));
        column(lastRun, () -> new JobCells.LastRun(model),
                Comparator.comparing(row -> row.status().get().lastRun(), Comparator.nullsLast(Comparator.comparing(Run::state)
                        .thenComparing(Run::startedAt, Comparator.nullsLast(Comparator.reverseOrder())))));
        column(history, () -> new JobCells.History(model), null);
        SortedList<JobRow> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        ColumnRoom.install(table, letters.fontProperty(), room());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<JobRow>) change -> select());
        model.updates().subscribe(this::selectSomething);
        table.setRowFactory(made -> row());
        table.setContextMenu(menu());
        table.setPlaceholder(new Label(Message.of("ui.jobs.noMatch").in(model.times().language())));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        show(table, model.empty().not().and(model.loaded()));
        show(empty, model.empty());
        show(loading, model.loaded().not());
    }

    private static void column(TableColumn<JobRow, JobRow> column, Supplier<LiveCell<JobRow>> cells, Comparator<JobRow> order) {
        LiveCell.install(column, cells);
        column.setComparator(order);
    }

    /** Of two lines each. What the icons tell of the last run is in front of the name, too; the schedule is in the overview. */
    private List<ColumnRoom.Need> room() {
        return List.of(new ColumnRoom.Need(name, 10.6, 0), new ColumnRoom.Need(nextRun, 8.4, 0), new ColumnRoom.Need(lastRun, 10.4, 1),
                new ColumnRoom.Need(schedule, 12.6, 2), new ColumnRoom.Need(history, 7, 3));
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private void select() {
        selectedOnce = true;
        model.selected().setAll(table.getSelectionModel().getSelectedItems().stream().filter(row -> row != null).toList());
        if (model.current().get() != null) {
            reveal(table.getItems().indexOf(model.current().get()));
        }
    }

    /** Scrolls only if it must: what a person clicks on is in sight. */
    private void reveal(int index) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> rows && rows.getFirstVisibleCell() != null
                && index >= rows.getFirstVisibleCell().getIndex() && index <= rows.getLastVisibleCell().getIndex()) {
            return;
        }
        table.scrollTo(Math.max(0, index - ROWS_ABOVE));
    }

    private TableRow<JobRow> row() {
        TableRow<JobRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                edit();
            }
        });
        return row;
    }

    private ContextMenu menu() {
        JobMenu items = new JobMenu(model.times().language());
        ContextMenu menu = new ContextMenu(
                items.item("run", KeyCode.F5, model.canRun(), model::run),
                items.item("runWith", null, model.canRunWith(), this::runWith),
                items.item("stop", null, model.canStop(), model::stop),
                items.item("pause", KeyCode.SPACE, model.canPause(), model::pause),
                items.item("resume", KeyCode.SPACE, model.canResume(), model::resume),
                items.separator(),
                items.item("edit", KeyCode.ENTER, model.current().isNotNull(), this::edit),
                items.item("duplicate", null, model.current().isNotNull(), this::duplicate),
                items.item("tags", null, model.canRun(), model::changeTags),
                items.item("showLog", null, model.current().isNotNull(), navigation::showLog),
                items.submenu("export", model.canRun(), Arrays.stream(ExportFormat.values())
                        .map(format -> items.item("export." + format.label(), null, model.canRun(), () -> model.export(format))).toList()),
                items.separator(),
                items.item("remove", KeyCode.DELETE, model.canRun().or(model.current().isNotNull()), model::remove));
        menu.setId("jobs-menu");
        return menu;
    }

    private void key(KeyEvent event) {
        Runnable action = switch (event.getCode()) {
            case ENTER -> this::edit;
            case SPACE -> model::pauseOrResume;
            case DELETE -> model::remove;
            default -> null;
        };
        if (action != null && !event.isShortcutDown() && !event.isAltDown()) {
            event.consume();
            action.run();
        }
    }

    /** Opens the form for the selected job. */
    public void edit() {
        withJob(navigation::edit);
    }

    /** Asks what the selected job is to be run with, this once; nothing where it cannot be run with anything else. */
    public void runWith() {
        withJob(navigation::runWith);
    }

    /** Opens the form for a copy of the selected job. */
    public void duplicate() {
        withJob(navigation::duplicate);
    }

    private void withJob(Consumer<Job> action) {
        JobRow row = model.current().get();
        if (row != null && row.job().get() != null) {
            action.accept(row.job().get());
        }
    }

    /** Selects a job and brings it into sight, now or, if it is not there yet, when it appears. */
    public void select(String jobId) {
        awaited = jobId;
        selectAwaited();
    }

    /** The job that is waited for; at the beginning the first one, so that the details have something to show. */
    private void selectSomething() {
        selectAwaited();
        if (!selectedOnce && awaited == null && model.loaded().get() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    private void selectAwaited() {
        JobRow row = awaited == null ? null : model.row(awaited);
        int index = row == null ? -1 : table.getItems().indexOf(row);
        if (index >= 0) {
            awaited = null;
            table.getSelectionModel().clearAndSelect(index);
            reveal(index);
        }
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
    private void newJob() {
        navigation.newJob();
    }

    @FXML
    private void importCrontab() {
        navigation.importCrontab();
    }

    @FXML
    private void addExamples() {
        model.addExamples();
    }
}

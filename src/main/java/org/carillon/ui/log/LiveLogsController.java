package org.carillon.ui.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import org.carillon.job.Run;
import org.carillon.ui.controls.HeadingWidths;

/** Wires the table of all runs' lines to its view model. */
public final class LiveLogsController {
    private static final LiveJob ALL_JOBS = new LiveJob(null, "", Set.of());

    private final LiveLogsViewModel model;
    private final LogDesk desk;
    private final Consumer<Run> open;
    private final LogWords words;
    private final LogLook look = new LogLook();
    private LogEnd<LiveLine> end;
    private LogFolds<LiveLine> folds;
    private LogFind finding;
    private LiveLogsMenu menu;
    @FXML private ComboBox<LiveJob> job;
    @FXML private ComboBox<String> tag;
    @FXML private ToggleButton errors;
    @FXML private TextField find;
    @FXML private ToggleButton matchCase;
    @FXML private ToggleButton regex;
    @FXML private ToggleButton matchesOnly;
    @FXML private Button previous;
    @FXML private Button next;
    @FXML private Label matches;
    @FXML private HBox searching;
    @FXML private ProgressBar progress;
    @FXML private Button cancel;
    @FXML MenuButton jump;
    @FXML CustomMenuItem placeItem;
    @FXML TextField place;
    @FXML MenuButton more;
    @FXML MenuItem reveal;
    @FXML RadioMenuItem wrap;
    @FXML TableView<LiveLine> table;
    @FXML private TableColumn<LiveLine, LiveLine> time;
    @FXML private TableColumn<LiveLine, LiveLine> jobColumn;
    @FXML private TableColumn<LiveLine, LiveLine> run;
    @FXML private TableColumn<LiveLine, LiveLine> stream;
    @FXML private TableColumn<LiveLine, LiveLine> text;
    @FXML private Button newLines;

    /** @param open shows the log of a run */
    public LiveLogsController(LiveLogsViewModel model, LogDesk desk, Consumer<Run> open) {
        this.model = model;
        this.desk = desk;
        this.open = open;
        this.words = new LogWords(model.times());
    }

    @FXML
    private void initialize() {
        LogCells<LiveLine> cells = new LogCells<>(LiveLine::line);
        LogCells.text(time, line -> model.times().precise(line.line().time()));
        LogCells.text(jobColumn, line -> line.run().jobName());
        LogCells.text(run, line -> "#" + line.run().id());
        cells.stream(stream, words);
        AnsiCarry<LiveLine> carry = new AnsiCarry<>(model.lines(), LiveLine::line, line -> List.of(line.run().id(), line.line().stream()));
        folds = new LogFolds<>(new LiveLongLines(model), table, look, words);
        LogCells.install(text, () -> new LogTextCell<>(LiveLine::line, folds, look, model.find().query()::get, link -> desk.browse(link, words))
                .from(line -> model.showsWholeRuns() ? carry.before(line) : AnsiStyle.PLAIN));
        table.setRowFactory(made -> opening(cells.row()));
        table.setItems(model.lines());
        HeadingWidths.install(table);
        new LogWidth<>(table, text, LiveLine::line, look);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label(words.say("live.nothing")));
        finding = new LogFind(new LogFind.Controls(find, matchCase, regex, previous, next, matches, searching, progress, cancel), model.find(), words,
                forward -> model.next(table.getSelectionModel().getSelectedIndex(), forward));
        menu = new LiveLogsMenu(this, model, desk, words, look);
        table.addEventFilter(KeyEvent.KEY_PRESSED, menu::key);
        look.size().subscribe(size -> {
            table.getStylesheets().setAll(look.sheet());
            dress();
        });
        look.wrap().subscribe(wrapped -> dress());
        folds.whenChanged(this::dress);
        filters();
        model.whenRevealed(this::reveal);
        // What is marked in a line changes with what is looked for.
        model.find().query().addListener((property, before, now) -> table.refresh());
        end = new LogEnd<>(table, model.following());
        model.lines().addListener((ListChangeListener<LiveLine>) change -> end.stay());
        table.addEventFilter(ScrollEvent.SCROLL, event -> wheel(event.getDeltaY()));
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> model.freeze());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        newLines.visibleProperty().bind(model.following().not());
        newLines.textProperty().bind(Bindings.createStringBinding(() -> words.newLines(model.newLines().get()), model.newLines()));
    }

    private void dress() {
        table.setFixedCellSize(look.isTall() ? -1 : look.lineHeight());
        table.refresh();
    }

    private void reveal(int index) {
        table.getSelectionModel().clearAndSelect(index);
        if (index < end.first() || index > end.last()) {
            table.scrollTo(Math.max(0, index - (end.last() - end.first()) / 2));
        }
        LiveLine line = model.lines().get(index);
        if (LogFolds.isLong(line.line()) && model.find().isOn()) {
            folds.showMatch(line.place());
        }
    }

    private TableRow<LiveLine> opening(TableRow<LiveLine> row) {
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !row.isEmpty()) {
                open.accept(row.getItem().run());
            }
        });
        return row;
    }

    private void filters() {
        job.setConverter(words.choices(choice -> choice == null || choice.id() == null ? words.say("live.allJobs") : choice.name()));
        tag.setConverter(words.choices(choice -> choice == null || choice.isEmpty() ? words.say("live.allTags") : choice));
        fill();
        model.jobs().addListener((InvalidationListener) changed -> fill());
        model.tags().addListener((InvalidationListener) changed -> fill());
        job.valueProperty().subscribe(choice -> model.jobId().set(choice == null ? null : choice.id()));
        tag.valueProperty().subscribe(choice -> model.tag().set(choice == null || choice.isEmpty() ? null : choice));
        errors.selectedProperty().bindBidirectional(model.errorsOnly());
        matchesOnly.selectedProperty().bindBidirectional(model.matchesOnly());
        matchesOnly.disableProperty().bind(find.textProperty().isEmpty());
        matchesOnly.setTooltip(new Tooltip(words.say("live.matchesTip")));
    }

    private void fill() {
        LiveJob chosenJob = job.getValue();
        String chosenTag = tag.getValue();
        List<LiveJob> jobs = new ArrayList<>(List.of(ALL_JOBS));
        jobs.addAll(model.jobs());
        job.getItems().setAll(jobs);
        job.setValue(chosenJob == null ? ALL_JOBS : jobs.stream().filter(one -> Objects.equals(one.id(), chosenJob.id())).findFirst().orElse(ALL_JOBS));
        List<String> tags = new ArrayList<>(List.of(""));
        tags.addAll(model.tags());
        tag.getItems().setAll(tags);
        tag.setValue(tags.contains(chosenTag) ? chosenTag : "");
    }

    private void wheel(double up) {
        if (up > 0 && end.isScrollable()) {
            model.freeze();
        } else if (up < 0 && end.isInSight()) {
            model.follow();
        }
    }

    private void key(KeyEvent event) {
        if (LogKey.FOLLOW.isCode(event.getCode()) || isDown(event.getCode()) && end.isInSight()) {
            model.follow();
        } else if (event.getCode() == KeyCode.ENTER && table.getSelectionModel().getSelectedItem() != null) {
            open.accept(table.getSelectionModel().getSelectedItem().run());
        } else if (event.getCode().isNavigationKey()) {
            model.freeze();
        }
    }

    private static boolean isDown(KeyCode key) {
        return key == KeyCode.DOWN || key == KeyCode.PAGE_DOWN;
    }

    /** Gives the table the keyboard. */
    public void focus() {
        table.requestFocus();
    }

    /** Gives the search field the keyboard. */
    void focusSearch() {
        finding.focus();
    }

    /** Shows the selected line whole if it is folded, folds it if it is not. */
    void fold() {
        folds.toggle(table.getSelectionModel().getSelectedItem());
    }

    @FXML void previous() {
        finding.go(false);
    }

    @FXML void next() {
        finding.go(true);
    }

    @FXML private void follow() {
        model.follow();
    }

    @FXML private void goToStart() {
        model.goToStart();
    }

    @FXML private void goToFirstError() {
        menu.goToFirstError();
    }

    @FXML private void goToPlace() {
        menu.goToPlace();
    }

    @FXML private void copyText() {
        menu.copyText();
    }

    @FXML private void copyRows() {
        menu.copyRows();
    }

    @FXML private void saveAs() {
        menu.saveAs();
    }

    @FXML private void revealFile() {
        menu.reveal();
    }

    @FXML private void larger() {
        look.larger();
    }

    @FXML private void smaller() {
        look.smaller();
    }

    @FXML private void usualSize() {
        look.usual();
    }
}

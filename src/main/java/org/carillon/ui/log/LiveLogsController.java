package org.carillon.ui.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.StringConverter;
import org.carillon.job.Run;
import org.carillon.log.LineQuery;
import org.carillon.log.LogLine;
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
    @FXML private ComboBox<LiveJob> job;
    @FXML private ComboBox<String> tag;
    @FXML private ToggleButton errors;
    @FXML private TextField find;
    @FXML private TableView<LiveLine> table;
    @FXML private TableColumn<LiveLine, LiveLine> time;
    @FXML private TableColumn<LiveLine, LiveLine> jobColumn;
    @FXML private TableColumn<LiveLine, LiveLine> run;
    @FXML private TableColumn<LiveLine, LogLine> stream;
    @FXML private TableColumn<LiveLine, LogLine> text;
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
        LineQuery nothing = LineQuery.ALL;
        AnsiCarry<LiveLine> carry = new AnsiCarry<>(model.lines(), LiveLine::line, line -> List.of(line.run().id(), line.line().stream()));
        cells.install(text, () -> new LogTextCell<LiveLine>(look, () -> nothing, link -> desk.browse(link, words))
                .from(line -> model.showsWholeRuns() ? carry.before(line) : AnsiStyle.PLAIN));
        table.setRowFactory(made -> opening(cells.row()));
        table.setItems(model.lines());
        HeadingWidths.install(table);
        new LogWidth<>(table, text, LiveLine::line, look);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label(words.say("live.nothing")));
        table.addEventFilter(KeyEvent.KEY_PRESSED, new LiveLogsMenu(table, look, words)::key);
        look.size().subscribe(size -> dress());
        look.wrap().subscribe(wrapped -> dress());
        filters();
        end = new LogEnd<>(table, model.following());
        model.lines().addListener((ListChangeListener<LiveLine>) change -> end.stay());
        table.addEventFilter(ScrollEvent.SCROLL, event -> wheel(event.getDeltaY()));
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> model.freeze());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        newLines.visibleProperty().bind(model.following().not());
        newLines.textProperty().bind(Bindings.createStringBinding(() -> words.newLines(model.newLines().get()), model.newLines()));
    }

    private void dress() {
        table.getStylesheets().setAll(look.sheet());
        table.setFixedCellSize(look.isTall() ? -1 : look.lineHeight());
        table.refresh();
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
        job.setConverter(words(choice -> choice == null || choice.id() == null ? words.say("live.allJobs") : choice.name()));
        tag.setConverter(words(choice -> choice == null || choice.isEmpty() ? words.say("live.allTags") : choice));
        fill();
        model.jobs().addListener((InvalidationListener) changed -> fill());
        model.tags().addListener((InvalidationListener) changed -> fill());
        job.valueProperty().subscribe(choice -> model.jobId().set(choice == null ? null : choice.id()));
        tag.valueProperty().subscribe(choice -> model.tag().set(choice == null || choice.isEmpty() ? null : choice));
        errors.selectedProperty().bindBidirectional(model.errorsOnly());
        find.textProperty().bindBidirectional(model.text());
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

    private static <T> StringConverter<T> words(Function<T, String> say) {
        return new StringConverter<>() {
            @Override
            public String toString(T choice) {
                return say.apply(choice);
            }

            @Override
            public T fromString(String typed) {
                return null;
            }
        };
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

    @FXML private void follow() {
        model.follow();
    }
}

package org.carillon.ui.log;

import javafx.beans.property.BooleanProperty;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.carillon.log.LogLine;
import org.carillon.ui.controls.HeadingWidths;
import org.carillon.ui.dialogs.Failures;

/** Wires the log table to its view model. */
public final class LogController {
    private final LogViewModel model;
    private final LogDesk desk;
    private final LogWords words;
    private final LogLook look = new LogLook();
    private LogFind finding;
    private LogMenus menus;
    private LogFolds<LogLine> folds;
    private LineCopy<LogLine> copy;
    @FXML Label title;
    @FXML Label matches;
    @FXML TextField find;
    @FXML ToggleButton regex;
    @FXML ToggleButton matchCase;
    @FXML Button previous;
    @FXML Button next;
    @FXML HBox searching;
    @FXML ProgressBar progress;
    @FXML Button cancel;
    @FXML ComboBox<LogFilter> filter;
    @FXML MenuButton jump;
    @FXML CustomMenuItem placeItem;
    @FXML TextField place;
    @FXML MenuButton more;
    @FXML Menu encodings;
    @FXML RadioMenuItem wrap;
    @FXML TableView<LogLine> table;
    @FXML ScrollBar bar;
    @FXML TableColumn<LogLine, LogLine> time;
    @FXML TableColumn<LogLine, LogLine> stream;
    @FXML TableColumn<LogLine, LogLine> text;
    @FXML ProgressIndicator loading;
    @FXML Button newLines;

    public LogController(LogViewModel model, LogDesk desk) {
        this.model = model;
        this.desk = desk;
        this.words = new LogWords(model.times());
    }

    @FXML
    private void initialize() {
        table.setItems(model.pager().lines());
        LogCells<LogLine> cells = new LogCells<>(line -> line);
        LogCells.text(time, line -> model.times().precise(line.time()));
        cells.stream(stream, words);
        AnsiCarry<LogLine> carry = new AnsiCarry<>(table.getItems(), line -> line, LogLine::stream);
        folds = new LogFolds<>(new RunLongLines(model), table, look, words);
        model.run().addListener((property, before, now) -> {
            if (before == null || now == null || before.id() != now.id()) {
                folds.clear();
            }
        });
        model.whenMatchShown(folds::showMatch);
        LogCells.install(text, () -> new LogTextCell<LogLine>(line -> line, folds, look, model.search().query()::get, link -> desk.browse(link, words))
                .from(line -> model.search().filter().get() == LogFilter.ALL ? carry.before(line) : AnsiStyle.PLAIN));
        table.setRowFactory(made -> cells.row());
        HeadingWidths.install(table);
        new LogWidth<>(table, text, line -> line, look);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        new LogScrolling(table, bar, model.pager());
        bindLook();
        bindStates();
        finding = new LogFind(new LogFind.Controls(find, matchCase, regex, previous, next, matches, searching, progress, cancel), model.search(), words,
                this::goToMatch);
        bindFilter();
        copy = new LineCopy<>(table, model::texts, words::row, this::copied);
        menus = new LogMenus(this, model, copy, desk, words, look);
        // What is marked in a line changes with what is looked for.
        model.search().query().addListener((property, before, now) -> table.refresh());
        model.search().count().addListener((property, before, now) -> markLong());
        table.addEventFilter(KeyEvent.KEY_PRESSED, menus::key);
        title.textProperty().bind(Bindings.createStringBinding(
                () -> words.title(model.run().get(), model.clock().instant()), model.run(), model.clock().now()));
    }

    /** Whoever has selected all has selected what is in memory, and should know. */
    private void copied(int lines) {
        if (lines == model.pager().lines().size() && !model.pager().isAll()) {
            desk.notices().tell(words.say("copiedPart", lines));
        }
    }

    private void goToMatch(boolean forward) {
        model.pager().freeze();
        model.next(here(), forward);
    }

    private void bindFilter() {
        filter.setConverter(words.choices(choice -> choice == null ? "" : words.say("filter." + choice.key())));
        filter.getItems().setAll(LogFilter.values());
        filter.valueProperty().bindBidirectional(model.search().filter());
        filter.setTooltip(new Tooltip(words.say("filterTip")));
    }

    /** Lines of which only the search can tell whether what is looked for is in them say it now. */
    private void markLong() {
        if (table.getItems().stream().anyMatch(LogLine::mayBeCut)) {
            table.refresh();
        }
    }

    private void bindLook() {
        look.size().subscribe(size -> {
            table.getStylesheets().setAll(look.sheet());
            apply();
        });
        look.wrap().subscribe(this::apply);
        look.unfolded().subscribe(this::apply);
        folds.whenChanged(this::apply);
        wrap.selectedProperty().bindBidirectional(look.wrap());
    }

    private void apply() {
        table.setFixedCellSize(look.isTall() ? -1 : look.lineHeight());
        table.refresh();
    }

    private void bindStates() {
        LogPager pager = model.pager();
        Label nothing = new Label();
        nothing.setWrapText(true);
        nothing.textProperty().bind(Bindings.createStringBinding(
                this::nothing, model.unchosen(), model.run(), pager.failure(), pager.loading(), model.search().filter(), model.search().searching()));
        table.setPlaceholder(nothing);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(title.textProperty());
        title.setTooltip(whole);
        loading.visibleProperty().bind(pager.loading().and(Bindings.isEmpty(pager.lines())));
        newLines.visibleProperty().bind(pager.following().not());
        newLines.textProperty().bind(Bindings.createStringBinding(() -> words.newLines(pager.newLines().get()), pager.newLines()));
    }

    private String nothing() {
        if (!model.unchosen().get().isEmpty()) {
            return model.unchosen().get();
        }
        LogPager pager = model.pager();
        if (pager.failure().get() != null) {
            return Failures.words(pager.failure().get(), model.times().language());
        }
        if (model.search().filter().get() != LogFilter.ALL && model.run().get() != null) {
            return words.say(model.search().searching().get() ? "none.searching" : "none.match");
        }
        return pager.loading().get() ? "" : words.nothing(model.run().get());
    }

    /** The offset of the line that the person is at: the selected one, else the first in memory. */
    long here() {
        LogLine selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            return selected.offset();
        }
        return model.pager().lines().isEmpty() ? 0 : model.pager().lines().getFirst().offset();
    }

    /** Gives the search field the keyboard. */
    public void focusSearch() {
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
        model.pager().follow();
    }

    @FXML private void goToStart() {
        model.pager().goToStart();
    }

    @FXML private void goToFirstError() {
        menus.goToFirstError();
    }

    @FXML private void goToPlace() {
        menus.goToPlace();
    }

    @FXML private void copyText() {
        copy.text();
    }

    @FXML private void copyRows() {
        copy.rows();
    }

    @FXML private void saveAs() {
        desk.saveAs(model, words);
    }

    @FXML private void reveal() {
        desk.reveal(model, words);
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

    /** Whether long lines go on below. */
    public BooleanProperty wrap() {
        return look.wrap();
    }
}

package org.carillon.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.carillon.ui.dialogs.Failures;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Wires the timeline to its view model: rows, times, the coming week and what falls together. */
public final class TimelineController {
    private static final double CLOSER = 0.6;
    private static final double STEP = 0.125;
    /** So many items of the menu are about the job; the others are about one planned run. */
    private static final int OF_THE_JOB = 3;

    private final TimelineViewModel model;
    private final TimelineNavigation navigation;
    private final TimelineWords words;
    private final TimeAxis axis;
    private final LoadMap map;
    private final TickMenu ticks;
    @FXML private Button earlier;
    @FXML private Button present;
    @FXML private Button later;
    @FXML private Button closer;
    @FXML private Button farther;
    @FXML private Label cut;
    @FXML private HBox head;
    @FXML private ListView<TimelineRow> list;
    @FXML private ProgressIndicator loading;
    @FXML private VBox week;
    @FXML private ListView<Load.Collision> collisions;

    public TimelineController(TimelineViewModel model, TimelineNavigation navigation) {
        this.model = model;
        this.navigation = navigation;
        words = new TimelineWords(model.times());
        axis = new TimeAxis(model.times());
        map = new LoadMap(words, this::goTo);
        ticks = new TickMenu(model, navigation, words);
    }

    @FXML
    private void initialize() {
        HBox.setHgrow(axis, Priority.ALWAYS);
        head.getChildren().add(axis);
        ScrollPane scroll = new ScrollPane(map);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(Region.USE_PREF_SIZE);
        scroll.getStyleClass().add("details-scroll");
        week.getChildren().add(scroll);
        list.setItems(model.rows());
        list.setCellFactory(_ -> new TimelineCell(model, navigation, ticks::about));
        list.setContextMenu(menu());
        list.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuWanted);
        list.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setPlaceholder(placeholder());
        loading.visibleProperty().bind(model.loading());
        cut.visibleProperty().bind(model.cut());
        cut.setText(words.say("cut", TimelineViewModel.MOST_RUNS));
        collisions.setCellFactory(_ -> collision());
        collisions.setPlaceholder(new Label(words.say("noCollisions")));
        model.span().subscribe(axis::show);
        model.load().subscribe(load -> {
            map.show(load, model.clock().instant());
            collisions.getItems().setAll(load == null ? List.of() : load.collisions());
        });
        tips();
    }

    private void tips() {
        tip(earlier, "earlier", "←");
        tip(later, "later", "→");
        tip(present, "present", "Home");
        tip(closer, "closer", "+");
        tip(farther, "farther", "−");
    }

    private void tip(Button button, String key, String keys) {
        button.setTooltip(new Tooltip(words.say("tip", words.say(key), keys)));
        button.setAccessibleText(words.say(key));
    }

    private Label placeholder() {
        Label text = new Label();
        text.setWrapText(true);
        text.textProperty().bind(Bindings.createStringBinding(() -> {
            if (model.loading().get()) {
                return "";
            }
            Throwable problem = model.failure().get();
            return problem == null ? words.say("none") : Failures.words(problem, model.times().language());
        }, model.loading(), model.failure()));
        return text;
    }

    /** With the mouse, the cell that it is on says which planned run is meant. */
    private void menuWanted(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            ticks.aboutNext(selected());
        } else {
            ticks.about(selected(), null);
        }
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu(item("runNow", Feather.PLAY, this::runNow), item("showJob", Feather.LIST, this::showJob),
                item("openLog", Feather.FILE_TEXT, this::openNewest));
        menu.setOnShowing(_ -> {
            menu.getItems().stream().limit(OF_THE_JOB).forEach(item -> item.setDisable(selected() == null));
        });
        menu.getItems().addAll(ticks.items());
        return menu;
    }

    private MenuItem item(String key, Feather icon, Runnable action) {
        MenuItem item = new MenuItem(words.say(key), FontIcon.of(icon));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private ListCell<Load.Collision> collision() {
        ListCell<Load.Collision> cell = new ListCell<>() {
            @Override
            protected void updateItem(Load.Collision collision, boolean empty) {
                super.updateItem(collision, empty);
                String text = empty ? null : words.of(collision);
                setText(text);
                setTooltip(text == null ? null : new Tooltip(text));
            }
        };
        cell.setPrefWidth(0);
        cell.setOnMouseClicked(_ -> {
            if (!cell.isEmpty()) {
                goTo(cell.getItem().at());
            }
        });
        return cell;
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            double share = Math.clamp((event.getX() - list.getWidth() + axis.getWidth()) / Math.max(1, axis.getWidth()), 0, 1);
            model.span().set(model.span().get().zoomed(event.getDeltaY() > 0 ? CLOSER : 1 / CLOSER, share));
            event.consume();
        } else if (event.getDeltaX() != 0 || event.isShiftDown()) {
            double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            model.span().set(model.span().get().moved(-delta / Math.max(1, axis.getWidth())));
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        Runnable action = event.isShortcutDown() || event.isAltDown() ? null : switch (event.getCode()) {
            case LEFT -> this::earlier;
            case RIGHT -> this::later;
            case HOME -> this::present;
            case PLUS, ADD, EQUALS -> this::closer;
            case MINUS, SUBTRACT -> this::farther;
            case ENTER -> this::showJob;
            default -> null;
        };
        if (action != null) {
            action.run();
            event.consume();
        }
    }

    private TimelineRow selected() {
        return list.getSelectionModel().getSelectedItem();
    }

    private void goTo(Instant time) {
        model.show(Duration.ofHours(3));
        model.goTo(time);
    }

    /** Gives the rows the keyboard. */
    public void focus() {
        list.requestFocus();
        if (selected() == null) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void runNow() {
        if (selected() != null) {
            model.run(selected());
        }
    }

    private void showJob() {
        if (selected() != null) {
            navigation.showJob(selected().id());
        }
    }

    private void openNewest() {
        if (selected() != null) {
            selected().runs().reversed().stream().filter(run -> run.startedAt() != null).findFirst().ifPresent(navigation::openLog);
        }
    }

    @FXML private void earlier() {
        model.span().set(model.span().get().moved(-STEP));
    }

    @FXML private void later() {
        model.span().set(model.span().get().moved(STEP));
    }

    @FXML private void present() {
        model.goTo(model.clock().instant());
    }

    @FXML private void closer() {
        model.span().set(model.span().get().zoomed(CLOSER, 0.5));
    }

    @FXML private void farther() {
        model.span().set(model.span().get().zoomed(1 / CLOSER, 0.5));
    }

    @FXML private void hour() {
        model.show(Duration.ofHours(1));
    }

    @FXML private void quarter() {
        model.show(Duration.ofHours(6));
    }

    @FXML private void day() {
        model.show(Duration.ofDays(1));
    }

    @FXML private void week() {
        model.show(Duration.ofDays(7));
    }
}

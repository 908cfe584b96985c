package org.carillon.ui.palette;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** The field over the window, and below it what was found. The keyboard stays in the field. */
public final class Palette extends Overlay {
    private static final int PAGE = 8;

    private final PaletteViewModel model;
    private final Language language;
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();

    public Palette(StackPane host, PaletteViewModel model, Language language) {
        super(host);
        this.model = model;
        this.language = language;
        setId("palette");
        field.setId("palette-field");
        field.setPromptText(say("prompt"));
        field.setAccessibleText(say("prompt"));
        field.textProperty().bindBidirectional(model.typed());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list();
        card.getStyleClass().add("palette-card");
        card.getChildren().setAll(field, list);
    }

    private void list() {
        list.setId("palette-found");
        list.setAccessibleText(say("found"));
        list.setFocusTraversable(false);
        list.setItems(model.found());
        list.setCellFactory(made -> new EntryCell());
        Label nothing = new Label();
        nothing.setWrapText(true);
        nothing.getStyleClass().add("quiet");
        list.setPlaceholder(nothing);
        model.searchedFor().subscribe(typed -> nothing.setText(typed == null ? say("searching") : say("nothing")));
        model.failure().subscribe(words -> {
            if (!words.isEmpty()) {
                nothing.setText(words);
            }
        });
        model.chosen().subscribe(entry -> {
            list.getSelectionModel().select(entry);
            field.setAccessibleHelp(entry == null ? "" : entry.title());
            if (entry != null) {
                list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - PAGE / 2));
            }
        });
    }

    /** Opens it, or closes it if it is open. @param all what can be chosen; asked in the background */
    public void toggle(Supplier<List<PaletteEntry>> all) {
        if (isOpen()) {
            close();
        } else {
            model.open(all);
            open(field);
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(event, 1);
            case UP -> move(event, -1);
            case PAGE_DOWN -> move(event, PAGE);
            case PAGE_UP -> move(event, -PAGE);
            case ENTER -> {
                event.consume();
                run();
            }
            default -> { }
        }
    }

    private void move(KeyEvent event, int lines) {
        event.consume();
        model.move(lines);
    }

    private void run() {
        // What it does may want the keyboard: first give it back, then do it.
        if (model.chosen().get() != null) {
            close();
            model.run();
        }
    }

    private String say(String key) {
        return Message.of("ui.palette." + key).in(language);
    }

    private final class EntryCell extends ListCell<PaletteEntry> {
        private final Label title = new Label();
        private final Label keys = new Label();
        private final HBox line = new HBox(title, keys);

        EntryCell() {
            HBox.setHgrow(title, Priority.ALWAYS);
            title.setMaxWidth(Double.MAX_VALUE);
            title.setMinWidth(0);
            keys.setMinWidth(USE_PREF_SIZE);
            keys.getStyleClass().add("key-cap");
            line.getStyleClass().add("palette-line");
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    model.point(getItem());
                    run();
                }
            });
        }

        @Override
        protected void updateItem(PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty || entry == null ? null : line);
            setAccessibleText(empty || entry == null ? null : entry.title() + " " + entry.keys());
            if (!empty && entry != null) {
                title.setText(entry.title());
                keys.setText(entry.keys());
                keys.setVisible(!entry.keys().isEmpty());
            }
        }
    }
}

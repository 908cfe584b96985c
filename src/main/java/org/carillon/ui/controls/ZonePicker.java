package org.carillon.ui.controls;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.Property;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.Screen;
import org.carillon.message.Language;

/**
 * A field for a time zone: typing searches, up and down choose, Enter takes. What is no zone is undone when the field is left.
 */
public final class ZonePicker extends StackPane {
    private static final double ROW = 2.2;
    private static final int MOST_ROWS = 8;
    /** For the list's shadow. */
    private static final double MARGIN = 16;

    private final TextField text = new TextField();
    private final Label offset = new Label();
    private final ListView<ZoneId> found = new ListView<>();
    private final Popup popup = new Popup();
    private Property<ZoneId> zone;
    private Language spoken;
    /** Made when first needed: it knows the names of 600 zones. */
    private ZoneSearch search;
    private Instant now;
    private boolean showing;

    public ZonePicker() {
        getStyleClass().add("zone-picker");
        offset.getStyleClass().add("quiet");
        offset.setMouseTransparent(true);
        setAlignment(offset, Pos.CENTER_RIGHT);
        getChildren().addAll(text, offset);
        found.getStyleClass().addAll("zone-list", "dense");
        found.setCellFactory(list -> new ZoneCell());
        found.setFocusTraversable(false);
        popup.getContent().add(found);
        popup.setAutoHide(true);
        text.textProperty().addListener((value, before, after) -> typed(after));
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        text.focusedProperty().addListener((value, before, focused) -> focused(focused));
        text.setOnMouseClicked(event -> open(""));
    }

    /** Shows and changes that zone. @param title what the zone is of, for screen readers */
    public void bind(Property<ZoneId> property, String title, Language language, Instant moment) {
        zone = property;
        now = moment;
        spoken = language;
        text.setAccessibleText(title);
        property.addListener((value, before, after) -> show());
        show();
    }

    /** The field to type in, which takes the focus. */
    public TextField text() {
        return text;
    }

    private void show() {
        showing = true;
        text.setText(zone.getValue().getId());
        showing = false;
        offset.setText(ZoneSearch.offset(zone.getValue(), now));
    }

    private void focused(boolean focused) {
        if (focused) {
            text.selectAll();
        } else {
            popup.hide();
            show();
        }
    }

    private void typed(String sought) {
        if (!showing && text.isFocused()) {
            open(sought);
        }
    }

    private void open(String sought) {
        if (search == null) {
            search = new ZoneSearch(spoken, now);
        }
        List<ZoneId> zones = search.find(sought);
        found.getItems().setAll(zones);
        if (zones.isEmpty()) {
            popup.hide();
            return;
        }
        ZoneId selected = sought.isEmpty() ? zone.getValue() : zones.getFirst();
        found.getSelectionModel().select(selected);
        found.scrollTo(selected);
        double em = text.getFont().getSize();
        found.setPrefWidth(getWidth());
        found.setFixedCellSize(ROW * em);
        Bounds field = localToScreen(getBoundsInLocal());
        double most = MOST_ROWS * ROW * em + 2;
        boolean above = field.getMaxY() + most + MARGIN > endOfScreen(field);
        // above the field it keeps its height, so that it stays where it is
        found.setPrefHeight(above ? most : Math.min(zones.size() * ROW * em + 2, most));
        if (!popup.isShowing() && getScene() != null) {
            popup.show(this, field.getMinX(), above ? field.getMinY() - most : field.getMaxY());
        }
    }

    private static double endOfScreen(Bounds field) {
        return Screen.getScreensForRectangle(field.getMinX(), field.getMinY(), 1, 1).stream().findFirst().orElse(Screen.getPrimary())
                .getVisualBounds().getMaxY();
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (!popup.isShowing()) {
            if (code == KeyCode.DOWN) {
                open("");
                event.consume();
            }
            return;
        }
        switch (code) {
            case DOWN -> select(1);
            case UP -> select(-1);
            case ENTER -> take(found.getSelectionModel().getSelectedItem());
            case ESCAPE -> {
                popup.hide();
                show();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int step) {
        int index = Math.clamp(found.getSelectionModel().getSelectedIndex() + step, 0, found.getItems().size() - 1);
        found.getSelectionModel().select(index);
        found.scrollTo(Math.max(0, index - MOST_ROWS / 2));
    }

    private void take(ZoneId chosen) {
        popup.hide();
        if (chosen != null) {
            zone.setValue(chosen);
        }
        show();
        text.selectAll();
    }

    @Override
    public void requestFocus() {
        text.requestFocus();
    }

    private final class ZoneCell extends ListCell<ZoneId> {
        private final Label name = new Label();
        private final Label distance = new Label();
        private final HBox row = new HBox(name, distance);

        ZoneCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            distance.getStyleClass().add("quiet");
            setOnMouseClicked(event -> take(getItem()));
        }

        @Override
        protected void updateItem(ZoneId item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty ? null : row);
            if (!empty) {
                name.setText(item.getId());
                distance.setText(ZoneSearch.offset(item, now));
                setAccessibleText(String.format(Locale.ROOT, "%s %s", item.getId(), distance.getText()));
            }
        }
    }
}

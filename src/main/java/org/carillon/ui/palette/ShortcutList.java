package org.carillon.ui.palette;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** All keys of the window, in groups. */
public final class ShortcutList extends Overlay {
    /** Keys and what they do. */
    public record Line(String title, String keys) {}

    /** Lines that belong together. */
    public record Group(String title, List<Line> lines) {}

    private final ScrollPane scroll;

    public ShortcutList(StackPane host, List<Group> groups, Language language) {
        super(host);
        setId("shortcut-list");
        Label heading = new Label(Message.of("ui.palette.shortcuts").in(language));
        heading.getStyleClass().add("title-4");
        HBox columns = new HBox(column(groups.subList(0, groups.size() / 2)), column(groups.subList(groups.size() / 2, groups.size())));
        columns.getStyleClass().add("shortcut-columns");
        scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("shortcut-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label close = new Label(Message.of("ui.palette.close").in(language));
        close.getStyleClass().add("quiet");
        card.getStyleClass().add("shortcut-card");
        StackPane.setAlignment(card, Pos.CENTER);
        card.getChildren().setAll(heading, scroll, close);
    }

    private static VBox column(List<Group> groups) {
        VBox column = new VBox();
        column.getStyleClass().add("shortcut-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        for (Group group : groups) {
            Label title = new Label(group.title());
            title.getStyleClass().add("shortcut-group");
            column.getChildren().add(title);
            group.lines().forEach(line -> column.getChildren().add(line(line)));
        }
        return column;
    }

    private static HBox line(Line line) {
        Label title = new Label(line.title());
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label keys = new Label(line.keys());
        keys.setMinWidth(Region.USE_PREF_SIZE);
        keys.getStyleClass().add("key-cap");
        HBox row = new HBox(title, keys);
        row.getStyleClass().add("palette-line");
        return row;
    }

    /** Opens it, or closes it if it is open. */
    public void toggle() {
        if (isOpen()) {
            close();
        } else {
            open(scroll);
        }
    }
}

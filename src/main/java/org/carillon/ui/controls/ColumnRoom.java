package org.carillon.ui.controls;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;

/**
 * Shows of a table's columns those for which there is room, each wide enough for what it says: where the table is narrow, or the text
 * large, those that can be done without go first. For the FX thread alone.
 */
public final class ColumnRoom {
    /**
     * A column and the room that it needs.
     *
     * @param ems  how wide it is at least: so many times the size of the text
     * @param rank those of the highest rank go first; 0 for one that always stays
     */
    public record Need(TableColumn<?, ?> column, double ems, int rank) {}

    private static final double SCROLL_BAR = 10;

    private final TableView<?> table;
    private final ObservableValue<Font> font;
    private final List<Need> needs;
    /** How wide they are at least however small the text is, in pixels. */
    private final Map<Need, Double> least;

    private ColumnRoom(TableView<?> table, ObservableValue<Font> font, List<Need> needs) {
        this.table = table;
        this.font = font;
        this.needs = needs;
        this.least = needs.stream().collect(Collectors.toMap(Function.identity(), need -> need.column().getMinWidth()));
    }

    /**
     * For as long as the table is there. Columns that are not named stay as they are, and none gets narrower than its own least width.
     *
     * @param font of the text beside the table
     */
    public static void install(TableView<?> table, ObservableValue<Font> font, List<Need> needs) {
        ColumnRoom room = new ColumnRoom(table, font, needs);
        table.widthProperty().subscribe(width -> room.share());
        font.subscribe(now -> room.share());
    }

    private void share() {
        if (table.getWidth() <= 0) {
            return;
        }
        double letter = font.getValue().getSize();
        double left = table.getWidth() - SCROLL_BAR;
        for (int rank = 0; rank <= needs.size(); rank++) {
            for (Need need : needs) {
                if (need.rank() == rank) {
                    double width = Math.max(least.get(need), Math.ceil(need.ems() * letter));
                    left -= width;
                    show(need.column(), width, rank == 0 || left >= 0);
                }
            }
        }
    }

    private static void show(TableColumn<?, ?> column, double width, boolean fits) {
        column.setMaxWidth(Math.max(column.getMaxWidth(), width));
        column.setMinWidth(width);
        if (column.isVisible() != fits) {
            column.setVisible(fits);
        }
    }
}

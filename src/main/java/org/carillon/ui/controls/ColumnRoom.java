package org.carillon.ui.controls;

import java.util.List;
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

    private final TableView<?> table;
    private final ObservableValue<Font> font;
    private final List<Need> needs;

    private ColumnRoom(TableView<?> table, ObservableValue<Font> font, List<Need> needs) {
        this.table = table;
        this.font = font;
        this.needs = needs;
    }

    /** For as long as the table is there. Columns that are not named stay as they are. @param font of the text beside the table */
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
        double left = table.getWidth() / letter;
        for (int rank = 0; rank <= needs.size(); rank++) {
            for (Need need : needs) {
                if (need.rank() == rank) {
                    left -= need.ems();
                    show(need, letter, rank == 0 || left >= 0);
                }
            }
        }
    }

    private static void show(Need need, double letter, boolean fits) {
        double least = Math.ceil(need.ems() * letter);
        need.column().setMaxWidth(Math.max(need.column().getMaxWidth(), least));
        need.column().setMinWidth(least);
        if (need.column().isVisible() != fits) {
            need.column().setVisible(fits);
        }
    }
}

package org.carillon.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.util.Subscription;

/** Keeps every column of a table at least as wide as its heading, however large the text is. */
public final class HeadingWidths {
    /** Beside the words: the arrow of a sorted column. */
    private static final double BESIDE = 1.6;

    private HeadingWidths() {}

    /** For as long as the table is there. */
    public static void install(TableView<?> table) {
        Subscription[] once = new Subscription[1];
        once[0] = table.widthProperty().subscribe((before, now) -> {
            if (table.lookupAll(".column-header").stream().filter(HeadingWidths::follow).count() > 0) {
                once[0].unsubscribe();
            }
        });
    }

    private static boolean follow(Node node) {
        if (!(node instanceof TableColumnHeader header) || header.getTableColumn() == null || !(header.lookup(".label") instanceof Label label)) {
            return false;
        }
        TableColumnBase<?, ?> column = header.getTableColumn();
        double least = column.getMinWidth();
        label.fontProperty().subscribe(font -> {
            double needed = Math.max(least, Math.ceil(label.prefWidth(-1) + BESIDE * font.getSize()));
            column.setMaxWidth(Math.max(column.getMaxWidth(), needed));
            column.setMinWidth(needed);
        });
        return true;
    }
}

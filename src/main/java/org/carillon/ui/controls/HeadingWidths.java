package org.carillon.ui.controls;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.NestedTableColumnHeader;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.util.Subscription;

/** Keeps every column of a table at least as wide as its heading, however large the text is. */
public final class HeadingWidths {
    /** Beside the words: the arrow of a sorted column. */
    private static final double BESIDE = 1.6;

    private final Set<TableColumnHeader> followed = Collections.newSetFromMap(new WeakHashMap<>());

    private HeadingWidths() {}

    /** For as long as the table is there. */
    public static void install(TableView<?> table) {
        HeadingWidths widths = new HeadingWidths();
        Subscription[] once = new Subscription[1];
        once[0] = table.widthProperty().subscribe((before, now) -> {
            if (table.lookup(".nested-column-header") instanceof NestedTableColumnHeader headings && !headings.getColumnHeaders().isEmpty()) {
                once[0].unsubscribe();
                headings.getColumnHeaders().forEach(widths::follow);
                // A column that was hidden gets its heading when it is shown.
                headings.getColumnHeaders().addListener((ListChangeListener<TableColumnHeader>) change -> change.getList().forEach(widths::follow));
            }
        });
    }

    private void follow(TableColumnHeader header) {
        if (header.getTableColumn() == null || !(header.lookup(".label") instanceof Label label) || !followed.add(header)) {
            return;
        }
        TableColumnBase<?, ?> column = header.getTableColumn();
        double least = column.getMinWidth();
        Runnable fit = () -> {
            double needed = Math.max(least, Math.ceil(label.prefWidth(-1) + BESIDE * label.getFont().getSize()));
            column.setMaxWidth(Math.max(column.getMaxWidth(), needed));
            column.setMinWidth(needed);
        };
        label.fontProperty().subscribe(fit);
        label.textProperty().subscribe(fit);
    }
}

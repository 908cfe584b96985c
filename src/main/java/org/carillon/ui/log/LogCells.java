package org.carillon.ui.log;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import org.carillon.log.LogLine;
import org.carillon.log.LogStream;
import org.carillon.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The cells of tables of lines: made once, and cheap to fill, because they are filled all the time.
 *
 * @param line the line that a row shows
 */
record LogCells<R>(Function<R, LogLine> line) {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("stderr");

    /** A column that says something of each row. */
    static <R> void text(TableColumn<R, R> column, Function<R, String> text) {
        install(column, () -> clipped(new TableCell<>() {
            @Override
            protected void updateItem(R row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : text.apply(row));
            }
        }));
    }

    private static <R, T> TableCell<R, T> clipped(TableCell<R, T> cell) {
        cell.setTextOverrun(OverrunStyle.CLIP);
        return cell;
    }

    /** The stream as a word; an icon beside it marks the error stream. */
    void stream(TableColumn<R, R> column, LogWords words) {
        install(column, () -> clipped(new TableCell<>() {
            private final FontIcon mark = Icons.of(Feather.ALERT_CIRCLE, "state-icon", "state-danger");

            @Override
            protected void updateItem(R row, boolean empty) {
                super.updateItem(row, empty);
                LogStream stream = empty || row == null ? null : line.apply(row).stream();
                setText(stream == null ? null : words.stream(stream));
                setGraphic(stream == LogStream.ERR ? mark : null);
            }
        }));
    }

    static <R> void install(TableColumn<R, R> column, Supplier<TableCell<R, R>> cells) {
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(made -> cells.get());
    }

    /** A row that is tinted where the line was printed to the error stream. */
    TableRow<R> row() {
        return new TableRow<>() {
            @Override
            protected void updateItem(R row, boolean empty) {
                super.updateItem(row, empty);
                pseudoClassStateChanged(ERROR, !empty && row != null && line.apply(row).stream() == LogStream.ERR);
            }
        };
    }
}

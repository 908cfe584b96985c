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
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(made -> clipped(new TableCell<>() {
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
    void stream(TableColumn<R, LogLine> column, LogWords words) {
        install(column, () -> clipped(new TableCell<>() {
            private final FontIcon mark = Icons.of(Feather.ALERT_CIRCLE, "state-icon", "state-danger");

            @Override
            protected void updateItem(LogLine shown, boolean empty) {
                super.updateItem(shown, empty);
                setText(empty || shown == null ? null : words.stream(shown.stream()));
                setGraphic(!empty && shown != null && shown.stream() == LogStream.ERR ? mark : null);
            }
        }));
    }

    void install(TableColumn<R, LogLine> column, Supplier<TableCell<R, LogLine>> cells) {
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(line.apply(features.getValue())));
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

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

/** The cells of the log table: made once, and cheap to fill, because they are filled all the time. */
final class LogCells {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("stderr");

    private LogCells() {}

    static void text(TableColumn<LogLine, LogLine> column, Function<LogLine, String> text) {
        install(column, () -> new TableCell<>() {
            @Override
            protected void updateItem(LogLine line, boolean empty) {
                super.updateItem(line, empty);
                setText(empty || line == null ? null : text.apply(line));
            }
        });
    }

    /** The stream as a word; an icon beside it marks the error stream. */
    static void stream(TableColumn<LogLine, LogLine> column, LogWords words) {
        install(column, () -> new TableCell<>() {
            private final FontIcon mark = Icons.of(Feather.ALERT_CIRCLE, "state-icon", "state-danger");

            @Override
            protected void updateItem(LogLine line, boolean empty) {
                super.updateItem(line, empty);
                setText(empty || line == null ? null : words.stream(line.stream()));
                setGraphic(!empty && line != null && line.stream() == LogStream.ERR ? mark : null);
            }
        });
    }

    private static void install(TableColumn<LogLine, LogLine> column, Supplier<TableCell<LogLine, LogLine>> cells) {
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(made -> {
            TableCell<LogLine, LogLine> cell = cells.get();
            cell.setTextOverrun(OverrunStyle.CLIP);
            return cell;
        });
    }

    /** A row that is tinted where the line was printed to the error stream. */
    static TableRow<LogLine> row() {
        return new TableRow<>() {
            @Override
            protected void updateItem(LogLine line, boolean empty) {
                super.updateItem(line, empty);
                pseudoClassStateChanged(ERROR, !empty && line != null && line.stream() == LogStream.ERR);
            }
        };
    }
}

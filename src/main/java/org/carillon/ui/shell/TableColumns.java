package org.carillon.ui.shell;

import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.carillon.settings.TableShape;

/** The order, widths and sorting of a table's columns, which are known by their ids. */
final class TableColumns {
    private TableColumns() {}

    static TableShape of(TableView<?> table) {
        List<TableShape.Column> columns = table.getColumns().stream()
                .map(column -> new TableShape.Column(column.getId(), Math.rint(column.getWidth()))).toList();
        TableColumn<?, ?> sorted = table.getSortOrder().isEmpty() ? null : table.getSortOrder().getFirst();
        return new TableShape(columns, sorted == null ? "" : sorted.getId(),
                sorted != null && sorted.getSortType() == TableColumn.SortType.DESCENDING);
    }

    /** Columns that it does not name come last, as they are. */
    static <T> void restore(TableView<T> table, TableShape shape) {
        List<String> order = shape.columns().stream().map(TableShape.Column::id).toList();
        FXCollections.sort(table.getColumns(), Comparator.comparingInt(column -> order.contains(column.getId()) ? order.indexOf(column.getId()) : order.size()));
        for (TableColumn<T, ?> column : table.getColumns()) {
            shape.columns().stream().filter(known -> known.id().equals(column.getId()))
                    .forEach(known -> column.setPrefWidth(known.width()));
            if (!shape.sortedBy().isEmpty() && shape.sortedBy().equals(column.getId()) && column.isSortable()) {
                column.setSortType(shape.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                table.getSortOrder().setAll(List.of(column));
            }
        }
    }
}

package org.carillon.settings;

import java.util.List;

/**
 * How the columns of a table stand.
 *
 * @param columns    in their order
 * @param sortedBy   the id of the column that the table is sorted by, empty for none
 * @param descending whether it is sorted the other way round
 */
public record TableShape(List<Column> columns, String sortedBy, boolean descending) {
    /** @param width in pixels */
    public record Column(String id, double width) {}

    public TableShape {
        columns = List.copyOf(columns);
    }
}

package org.carillon.ui.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.carillon.job.Run;

/**
 * The rows of the runs table: known runs are updated in place, new ones come on top in one change, and the
 * oldest go when there are too many (they can be fetched again).
 */
final class RunList {
    /** More rows than this are never kept. */
    static final int MOST = 5_000;

    private static final Comparator<RunRow> NEWEST_FIRST = Comparator.comparingLong(RunRow::id).reversed();

    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final Map<Long, RunRow> byId = new HashMap<>();

    ObservableList<RunRow> rows() {
        return rows;
    }

    /** Puts these in the place of all others, in their order. */
    void replaceAll(List<Run> runs) {
        List<RunRow> made = new ArrayList<>(runs.size());
        Map<Long, RunRow> kept = new HashMap<>();
        for (Run run : runs) {
            RunRow row = byId.getOrDefault(run.id(), new RunRow(run));
            row.update(run);
            kept.put(run.id(), row);
            made.add(row);
        }
        byId.clear();
        byId.putAll(kept);
        if (!made.equals(rows)) {
            rows.setAll(made);
        }
    }

    /** Adds those that follow at the end, in their order. */
    void addOlder(List<Run> runs) {
        rows.addAll(runs.stream().filter(run -> !byId.containsKey(run.id())).map(this::made).toList());
    }

    /** Adds newer ones on top, in any order. @return whether older ones had to go */
    boolean addNewer(List<Run> runs) {
        rows.addAll(0, runs.stream().map(this::made).sorted(NEWEST_FIRST).toList());
        if (rows.size() <= MOST) {
            return false;
        }
        rows.subList(MOST, rows.size()).forEach(row -> byId.remove(row.id()));
        rows.remove(MOST, rows.size());
        return true;
    }

    private RunRow made(Run run) {
        RunRow row = new RunRow(run);
        byId.put(run.id(), row);
        return row;
    }

    /** Updates a row in place. @return whether there is such a row */
    boolean update(Run run) {
        RunRow row = byId.get(run.id());
        if (row != null) {
            row.update(run);
        }
        return row != null;
    }

    /** The highest id, or 0. */
    long newest() {
        return byId.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The id of the last one. */
    long last() {
        return rows.getLast().id();
    }
}

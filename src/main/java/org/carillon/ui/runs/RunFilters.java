package org.carillon.ui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.carillon.message.Language;

/** Wires the choices above the runs table, and the order that the table's headers choose. */
final class RunFilters {
    private final RunChoice choice;

    RunFilters(RunChoice choice) {
        this.choice = choice;
    }

    void states(ComboBox<StateFilter> state, ComboBox<TimeFilter> time, Language language) {
        choose(state, filter -> filter.word().in(language));
        state.getItems().setAll(StateFilter.values());
        state.valueProperty().bindBidirectional(choice.state());
        choose(time, filter -> filter.word().in(language));
        time.getItems().setAll(TimeFilter.values());
        time.valueProperty().bindBidirectional(choice.time());
    }

    /** @param all how it is called that no tag is chosen */
    void jobs(ComboBox<JobChoice> job, ComboBox<String> tag, ObservableList<JobChoice> jobs, String all) {
        choose(job, JobChoice::name);
        job.setItems(jobs);
        job.getSelectionModel().selectFirst();
        job.valueProperty().subscribe(chosen -> choice.jobId().set(chosen == null ? null : chosen.id()));
        choose(tag, name -> name.isEmpty() ? all : name);
        fill(tag, jobs);
        jobs.addListener((InvalidationListener) changed -> {
            fill(tag, jobs);
            if (job.getValue() == null) {
                job.getSelectionModel().selectFirst();
            }
        });
        tag.valueProperty().subscribe(chosen -> choice.tag().set(chosen == null || chosen.isEmpty() ? null : chosen));
    }

    private static void fill(ComboBox<String> tag, List<JobChoice> jobs) {
        TreeSet<String> tags = new TreeSet<>();
        jobs.forEach(job -> tags.addAll(job.tags()));
        List<String> items = new ArrayList<>(List.of(""));
        items.addAll(tags);
        if (!items.equals(tag.getItems())) {
            String chosen = tag.getValue();
            tag.getItems().setAll(items);
            tag.setValue(items.contains(chosen) ? chosen : "");
        }
    }

    private static <T> void choose(ComboBox<T> box, Function<T, String> words) {
        box.setCellFactory(list -> cell(words));
        box.setButtonCell(cell(words));
    }

    private static <T> ListCell<T> cell(Function<T, String> words) {
        return new ListCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.apply(item));
            }
        };
    }

    /** A click on a header asks the store for another order instead of sorting what happens to be in memory. */
    void order(TableView<RunRow> table, Function<TableColumn<RunRow, ?>, RunSort> sorts) {
        table.setSortPolicy(sorted -> {
            if (sorted.getSortOrder().isEmpty()) {
                choice.sort().set(RunSort.NEWEST);
            } else {
                TableColumn<RunRow, ?> column = sorted.getSortOrder().getFirst();
                choice.descending().set(column.getSortType() == TableColumn.SortType.DESCENDING);
                choice.sort().set(sorts.apply(column));
            }
            return true;
        });
    }
}

package org.carillon.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.carillon.ui.jobs.JobMark;
import org.carillon.ui.jobs.JobsViewModel;
import org.carillon.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/** The groups and tags beside the table, of which one can be chosen; a second click on it lets all jobs be seen again. */
final class MarkList {
    private final JobsViewModel jobs;
    private final Runnable chosen;
    private final ListView<JobMark.Counted> list;
    private boolean following;

    private MarkList(ListView<JobMark.Counted> list, JobsViewModel jobs, Runnable chosen) {
        this.list = list;
        this.jobs = jobs;
        this.chosen = chosen;
    }

    /** @param chosen called when a person has chosen one */
    static void install(ListView<JobMark.Counted> list, JobsViewModel jobs, Runnable chosen) {
        new MarkList(list, jobs, chosen).install();
    }

    private void install() {
        list.setItems(jobs.marks());
        list.managedProperty().bind(Bindings.isNotEmpty(jobs.marks()));
        list.setCellFactory(made -> new Cell());
        jobs.marks().subscribe(this::follow);
        jobs.mark().subscribe(this::follow);
        list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            if (!following && now != null) {
                jobs.mark().set(now.mark());
                chosen.run();
            }
        });
    }

    private void follow() {
        following = true;
        list.getSelectionModel().clearSelection();
        jobs.marks().stream().filter(each -> each.mark().equals(jobs.mark().get())).findFirst().ifPresent(list.getSelectionModel()::select);
        following = false;
    }

    private final class Cell extends ListCell<JobMark.Counted> {
        Cell() {
            addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                if (getItem() != null && getItem().mark().equals(jobs.mark().get())) {
                    event.consume();
                    jobs.mark().set(null);
                }
            });
        }

        @Override
        protected void updateItem(JobMark.Counted item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            Label name = new Label(item.mark().name());
            Label count = new Label(Integer.toString(item.jobs()));
            count.getStyleClass().add("count");
            count.setMinWidth(Label.USE_PREF_SIZE);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            HBox line = new HBox(Icons.of(item.mark().kind() == JobMark.Kind.GROUP ? Feather.FOLDER : Feather.TAG), name, count);
            line.getStyleClass().add("mark");
            line.setMinWidth(0);
            line.setPrefWidth(1);
            setGraphic(line);
            setTooltip(new Tooltip(item.mark().name()));
            setAccessibleText(item.mark().name() + ", " + item.jobs());
        }
    }
}

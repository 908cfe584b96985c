package org.carillon.ui.runs;

import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** Keeps the buttons above the runs table, and the same things in its context menu, in step with the selected run. */
final class RunActions {
    private final ObservableValue<Run> selected;
    private final Language language;

    RunActions(TableView<RunRow> table, Language language) {
        this.selected = table.getSelectionModel().selectedItemProperty().flatMap(RunRow::run);
        this.language = language;
    }

    Run selected() {
        return selected.getValue();
    }

    void bind(Button button, Predicate<Run> possible) {
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> !possible.test(selected()), watched()));
    }

    /** Says "Run now" of an occurrence that never ran, else "Run again". */
    void name(Button repeat) {
        repeat.textProperty().bind(Bindings.createStringBinding(
                () -> Message.of(neverRan(selected()) ? "ui.runs.runNow" : "ui.runs.repeat").in(language), watched()));
    }

    private static boolean neverRan(Run run) {
        return run != null && (run.state() == RunState.MISSED || run.state() == RunState.SKIPPED);
    }

    private Observable[] watched() {
        return new Observable[] {selected};
    }

    ContextMenu menu(Button... buttons) {
        ContextMenu menu = new ContextMenu();
        for (Button button : buttons) {
            MenuItem item = new MenuItem();
            item.textProperty().bind(button.textProperty());
            item.disableProperty().bind(button.disableProperty());
            item.setOnAction(event -> button.fire());
            menu.getItems().add(item);
        }
        return menu;
    }
}

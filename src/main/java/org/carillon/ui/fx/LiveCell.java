package org.carillon.ui.fx;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.util.Subscription;

/**
 * A cell that shows a row as it is now: it draws itself again when its row changes and when a second has passed, so that
 * only rows in sight cost anything and the table's list never changes for it.
 */
public abstract class LiveCell<R> extends TableCell<R, R> {
    private final ObservableValue<Instant> now;
    private final Function<R, ObservableValue<?>> changes;
    /** Held here, because the clock outlives the cell and knows it only weakly. */
    private final ChangeListener<Instant> eachSecond = (clock, before, second) -> redraw();
    private Subscription row = Subscription.EMPTY;

    /**
     * @param now     the ticking clock
     * @param changes what changes when a row does
     */
    protected LiveCell(ObservableValue<Instant> now, Function<R, ObservableValue<?>> changes) {
        this.now = now;
        this.changes = changes;
        now.addListener(new WeakChangeListener<>(eachSecond));
    }

    /** Shows the row. Called often: reuse the nodes. */
    protected abstract void show(R item, Instant at);

    @Override
    protected void updateItem(R item, boolean empty) {
        super.updateItem(item, empty);
        row.unsubscribe();
        row = Subscription.EMPTY;
        if (empty || item == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        row = changes.apply(item).subscribe(this::redraw);
        show(item, now.getValue());
    }

    private void redraw() {
        if (!isEmpty() && getItem() != null) {
            show(getItem(), now.getValue());
        }
    }

    /** Makes a column show its rows by such cells. */
    public static <R> void install(TableColumn<R, R> column, Supplier<LiveCell<R>> cells) {
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(made -> cells.get());
    }
}

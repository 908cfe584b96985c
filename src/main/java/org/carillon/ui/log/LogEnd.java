package org.carillon.ui.log;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.util.Duration;

/** Keeps a table of lines at its end while following, and knows which of its rows are in sight. For the FX thread alone. */
final class LogEnd<R> {
    private static final Duration LAID_OUT = Duration.millis(60);

    private final TableView<R> table;
    private final ReadOnlyBooleanProperty following;
    private final PauseTransition settled = new PauseTransition(LAID_OUT);
    private VirtualFlow<?> flow;
    private Runnable moved = () -> { };
    private boolean atEnd;

    LogEnd(TableView<R> table, ReadOnlyBooleanProperty following) {
        this.table = table;
        this.following = following;
        settled.setOnFinished(event -> settle());
        table.skinProperty().subscribe(skin -> findFlow());
        // A table that is not shown yet has no height to scroll in; one that is resized shows another part.
        table.heightProperty().subscribe(height -> stay());
        following.subscribe(follows -> {
            if (follows) {
                table.getSelectionModel().clearSelection();
                stay();
            }
        });
    }

    /** @param told when other rows may have come into sight */
    void whenMoved(Runnable told) {
        moved = told;
    }

    private void findFlow() {
        Node found = table.lookup(".virtual-flow");
        if (found instanceof VirtualFlow<?> virtual && flow != virtual) {
            flow = virtual;
            flow.positionProperty().subscribe(() -> moved.run());
            moved.run();
        }
    }

    /** Goes to the end if it is followed; to be called when there are other lines. */
    void stay() {
        int rows = table.getItems().size();
        if (following.get() && rows > 0) {
            table.scrollTo(rows - 1);
            if (!atEnd) {
                settled.playFromStart();
            }
        }
        atEnd &= rows > 0;
        moved.run();
    }

    /** A table that was empty has not been laid out when its lines come, and does not scroll then. */
    private void settle() {
        int last = table.getItems().size() - 1;
        if (following.get() && last() < last) {
            table.scrollTo(last);
        }
        atEnd = last() >= 0;
    }

    /** Whether the table has been drawn. */
    boolean isDrawn() {
        return flow != null;
    }

    /** The number of the first row in sight; -1 if none is. */
    int first() {
        IndexedCell<?> cell = flow == null ? null : flow.getFirstVisibleCell();
        return cell == null ? -1 : cell.getIndex();
    }

    /** The number of the last row in sight; -1 if none is. */
    int last() {
        IndexedCell<?> cell = flow == null ? null : flow.getLastVisibleCell();
        return cell == null ? -1 : cell.getIndex();
    }

    /** Whether the last row is in sight. */
    boolean isInSight() {
        return last() >= table.getItems().size() - 1;
    }

    /** Whether there are more rows than are in sight. */
    boolean isScrollable() {
        return flow != null && last() - first() + 1 < table.getItems().size();
    }
}

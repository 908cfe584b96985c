package org.carillon.ui.log;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** Keeps a table of lines at its end while following, and knows which of its rows are in sight. For the FX thread alone. */
final class LogEnd<R> {
    private final TableView<R> table;
    private final ReadOnlyBooleanProperty following;
    private VirtualFlow<?> flow;
    private Runnable moved = () -> { };
    private boolean atEnd;
    private boolean settling;

    LogEnd(TableView<R> table, ReadOnlyBooleanProperty following) {
        this.table = table;
        this.following = following;
        table.skinProperty().subscribe(skin -> findFlow());
        // A table that is not shown yet has no height to scroll in; one that is resized shows another part.
        table.heightProperty().subscribe(this::uncover);
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
            flow.lookupAll(".scroll-bar").forEach(bar -> bar.visibleProperty().subscribe(this::uncover));
            moved.run();
        }
    }

    /** Other rows are in sight: the table has another height, or a bar has come that lies over the last row. */
    private void uncover() {
        atEnd = false;
        stay();
    }

    /** Goes to the end if it is followed; to be called when there are other lines. */
    void stay() {
        int rows = table.getItems().size();
        if (following.get() && rows > 0) {
            table.scrollTo(rows - 1);
            if (!atEnd) {
                afterLayout();
            }
        }
        atEnd &= rows > 0;
        moved.run();
    }

    private void afterLayout() {
        Scene scene = table.getScene();
        if (scene != null && !settling) {
            settling = true;
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    settling = false;
                    settle();
                }
            });
        }
    }

    /** A table that was empty has not been laid out when its lines come, and does not scroll then. */
    private void settle() {
        int last = table.getItems().size() - 1;
        if (following.get() && last >= 0) {
            flow.setPosition(1);
            flow.requestLayout();
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

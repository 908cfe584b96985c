package org.carillon.ui.log;

import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.carillon.log.LogLine;

/**
 * Keeps the table at its end while following, takes whatever the person does to scroll or select as the wish to freeze it, and moves
 * the scroll bar, which stands for the whole log: the table itself holds only a part.
 */
final class LogScrolling implements LogMoves {
    /** So near the edge of what is in memory, more is read. */
    private static final int NEAR = 100;
    /** Lines above one that is looked for. */
    private static final int CONTEXT = 5;
    private static final Duration LAID_OUT = Duration.millis(60);

    private final TableView<LogLine> table;
    private final ScrollBar bar;
    private final LogPager pager;
    private VirtualFlow<?> flow;
    private final PauseTransition settled = new PauseTransition(LAID_OUT);
    private boolean moving;
    private boolean atEnd;

    LogScrolling(TableView<LogLine> table, ScrollBar bar, LogPager pager) {
        this.table = table;
        this.bar = bar;
        this.pager = pager;
        settled.setOnFinished(event -> settle());
        bar.setMin(0);
        bar.setMax(1);
        pager.whenMoved(this);
        pager.lines().addListener((ListChangeListener<LogLine>) change -> stayAtEnd());
        pager.following().subscribe(following -> {
            if (following) {
                table.getSelectionModel().clearSelection();
                stayAtEnd();
            }
        });
        // A table that is not shown yet has no height to scroll in; one that is resized shows another part.
        table.heightProperty().subscribe(height -> stayAtEnd());
        table.skinProperty().subscribe(skin -> findFlow());
        table.addEventFilter(ScrollEvent.SCROLL, event -> wheel(event.getDeltaY()));
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pager.freeze());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        bar.valueProperty().subscribe(value -> dragged(value.doubleValue()));
    }

    private void findFlow() {
        Node found = table.lookup(".virtual-flow");
        if (found instanceof VirtualFlow<?> virtual && flow != virtual) {
            flow = virtual;
            flow.positionProperty().subscribe(this::moved);
            moved();
        }
    }

    private void stayAtEnd() {
        if (pager.following().get() && !pager.lines().isEmpty()) {
            table.scrollTo(pager.lines().size() - 1);
            if (!atEnd) {
                settled.playFromStart();
            }
        }
        atEnd &= !pager.lines().isEmpty();
        moved();
    }

    /** A table that was empty has not been laid out when its lines come, and does not scroll then. */
    private void settle() {
        int last = pager.lines().size() - 1;
        if (pager.following().get() && last() < last) {
            table.scrollTo(last);
        }
        atEnd = last() >= 0;
    }

    @Override
    public void prepended(int lines) {
        keep(lines);
    }

    @Override
    public void dropped(int lines) {
        keep(-lines);
    }

    /** The same lines stay in sight, though they now have other numbers. */
    private void keep(int shift) {
        int first = first();
        table.getSelectionModel().clearSelection();
        if (first >= 0 && shift != 0) {
            table.scrollTo(Math.max(0, first + shift));
        }
    }

    @Override
    public void reveal(int index, boolean select) {
        if (select) {
            table.getSelectionModel().clearAndSelect(index);
        }
        boolean inSight = index > first() && index < last();
        if (!select || !inSight) {
            table.scrollTo(Math.max(0, index - (select ? CONTEXT : 0)));
        }
        moved();
    }

    private int first() {
        IndexedCell<?> cell = flow == null ? null : flow.getFirstVisibleCell();
        return cell == null ? -1 : cell.getIndex();
    }

    private int last() {
        IndexedCell<?> cell = flow == null ? null : flow.getLastVisibleCell();
        return cell == null ? -1 : cell.getIndex();
    }

    private void wheel(double up) {
        if (up > 0 && isScrollable()) {
            pager.freeze();
        } else if (up < 0 && last() >= pager.lines().size() - 1) {
            pager.needNewer();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case HOME -> pager.goToStart();
            case END -> pager.follow();
            case UP, PAGE_UP -> pager.freeze();
            case DOWN, PAGE_DOWN -> {
                if (last() >= pager.lines().size() - 1) {
                    pager.needNewer();
                }
            }
            default -> { }
        }
    }

    private boolean isScrollable() {
        return flow != null && last() - first() + 1 < pager.lines().size();
    }

    /** The table shows another part: the bar follows, and what will soon be needed is read. */
    private void moved() {
        if (moving || flow == null) {
            return;
        }
        int first = first();
        boolean all = pager.isAll() && !isScrollable();
        bar.setDisable(all || pager.lines().isEmpty());
        moving = true;
        bar.setVisibleAmount(all ? 1 : 0.03);
        boolean atEnd = pager.isAtEnd() && last() >= pager.lines().size() - 1;
        bar.setValue(pager.following().get() || atEnd ? 1 : pager.share(Math.max(0, first)));
        moving = false;
        if (!pager.following().get() && first >= 0) {
            if (first < NEAR) {
                pager.needOlder();
            } else if (last() > pager.lines().size() - NEAR && !pager.isAtEnd()) {
                pager.needNewer();
            }
        }
    }

    private void dragged(double value) {
        if (!moving) {
            moving = true;
            if (value >= 1) {
                pager.follow();
            } else {
                pager.goTo(value);
            }
            moving = false;
        }
    }
}

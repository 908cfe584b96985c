package org.carillon.ui.log;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.carillon.log.LogLine;

/**
 * Keeps the table at its end while following, takes whatever the person does to scroll or select as the wish to freeze it, and moves
 * the scroll bar, which stands for the whole log: the table itself holds only a part.
 */
final class LogScrolling implements LogMoves {
    /** So near the edge of what is in memory, more is read. */
    private static final int NEAR = 100;
    /** So many pixels of the bar can be taken hold of. */
    private static final double LEAST_BAR = 28;
    /** Lines above one that is looked for. */
    private static final int CONTEXT = 5;

    private final TableView<LogLine> table;
    private final ScrollBar bar;
    private final LogPager pager;
    private final LogEnd<LogLine> end;
    private boolean moving;

    LogScrolling(TableView<LogLine> table, ScrollBar bar, LogPager pager) {
        this.table = table;
        this.bar = bar;
        this.pager = pager;
        this.end = new LogEnd<>(table, pager.following());
        bar.setMin(0);
        bar.setMax(1);
        pager.whenMoved(this);
        pager.lines().addListener((ListChangeListener<LogLine>) change -> end.stay());
        end.whenMoved(this::moved);
        table.addEventFilter(ScrollEvent.SCROLL, event -> wheel(event.getDeltaY()));
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pager.freeze());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        bar.valueProperty().subscribe(value -> dragged(value.doubleValue()));
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
        int first = end.first();
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
        boolean inSight = index > end.first() && index < end.last();
        if (!select || !inSight) {
            table.scrollTo(Math.max(0, index - (select ? CONTEXT : 0)));
        }
        moved();
    }

    private void wheel(double up) {
        if (up > 0 && end.isScrollable()) {
            pager.freeze();
        } else if (up < 0 && end.isInSight()) {
            pager.needNewer();
        }
    }

    private void key(KeyEvent event) {
        KeyCode key = event.getCode();
        if (LogKey.START.isCode(key)) {
            pager.goToStart();
        } else if (LogKey.FOLLOW.isCode(key)) {
            pager.follow();
        } else if (key == KeyCode.UP || key == KeyCode.PAGE_UP) {
            pager.freeze();
        } else if ((key == KeyCode.DOWN || key == KeyCode.PAGE_DOWN) && end.isInSight()) {
            pager.needNewer();
        }
    }

    /** The table shows another part: the bar follows, and what will soon be needed is read. */
    private void moved() {
        if (moving || !end.isDrawn()) {
            return;
        }
        int first = end.first();
        boolean all = pager.isAll() && !end.isScrollable();
        bar.setVisible(!all && !pager.lines().isEmpty());
        moving = true;
        bar.setVisibleAmount(inSight());
        boolean atEnd = pager.isAtEnd() && end.isInSight();
        bar.setValue(pager.following().get() || atEnd ? 1 : pager.share(Math.max(0, first)));
        moving = false;
        if (!pager.following().get() && first >= 0) {
            if (first < NEAR) {
                pager.needOlder();
            } else if (end.last() > pager.lines().size() - NEAR && !pager.isAtEnd()) {
                pager.needNewer();
            }
        }
    }

    /** How much of the log is in sight, from 0 to 1. */
    private double inSight() {
        double rows = end.last() - end.first() + 1.0;
        double least = Math.min(0.5, LEAST_BAR / Math.max(1, bar.getHeight()));
        return pager.isAll() ? Math.clamp(rows / Math.max(1, pager.lines().size()), least, 1) : least;
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

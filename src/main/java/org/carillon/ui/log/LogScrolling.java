package org.carillon.ui.log;

import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.carillon.log.LogLine;

/** Keeps the table at its end while following, and takes whatever the person does to scroll or select as the wish to freeze it. */
final class LogScrolling {
    private final TableView<LogLine> table;
    private final LogViewModel model;
    private ScrollBar bar;

    LogScrolling(TableView<LogLine> table, LogViewModel model) {
        this.table = table;
        this.model = model;
        table.skinProperty().subscribe(skin -> findBar());
        model.lines().addListener((ListChangeListener<LogLine>) change -> stayAtEnd());
        model.following().subscribe(following -> {
            if (following) {
                table.getSelectionModel().clearSelection();
                stayAtEnd();
            }
        });
        // A table that is not shown yet has no height to scroll in; one that is resized shows another part.
        table.heightProperty().subscribe(height -> stayAtEnd());
        model.whenPrepended(this::keepPlace);
        table.addEventFilter(ScrollEvent.SCROLL, event -> wheel(event.getDeltaY()));
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> model.freeze());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void findBar() {
        for (Node node : table.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar found && found.getOrientation() == Orientation.VERTICAL) {
                bar = found;
                bar.valueProperty().subscribe(this::moved);
            }
        }
    }

    private void stayAtEnd() {
        if (model.following().get() && !model.lines().isEmpty()) {
            table.scrollTo(model.lines().size() - 1);
        }
    }

    private void keepPlace(int prepended) {
        table.getSelectionModel().clearSelection();
        table.scrollTo(prepended);
    }

    private void wheel(double up) {
        if (up > 0 && isScrollable()) {
            model.freeze();
            moved();
        } else if (up < 0 && isAtEnd()) {
            model.needNewer();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case HOME -> {
                model.goToStart();
                table.scrollTo(0);
            }
            case END -> model.follow();
            case UP, PAGE_UP -> model.freeze();
            case DOWN, PAGE_DOWN -> {
                if (isAtEnd()) {
                    model.needNewer();
                }
            }
            default -> { }
        }
    }

    private void moved() {
        if (!model.following().get() && bar != null && bar.isVisible() && bar.getValue() <= bar.getMin()) {
            model.needOlder();
        }
    }

    private boolean isScrollable() {
        return bar != null && bar.isVisible();
    }

    private boolean isAtEnd() {
        return !isScrollable() || bar.getValue() >= bar.getMax();
    }
}

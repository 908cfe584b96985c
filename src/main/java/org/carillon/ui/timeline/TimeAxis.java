package org.carillon.ui.timeline;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.carillon.ui.theme.TimeWords;

/** The times above the rows. */
final class TimeAxis extends Region {
    private static final double APART = 64;

    private final TimeWords times;
    private TimeSpan span;
    private List<AxisMark> drawn = List.of();

    TimeAxis(TimeWords times) {
        this.times = times;
        getStyleClass().add("time-axis");
        setMinWidth(0);
    }

    void show(TimeSpan seen) {
        span = seen;
        requestLayout();
    }

    private Label label(AxisMark mark) {
        Label label = new Label(mark.text());
        label.getStyleClass().add(mark.day() ? "axis-day" : "axis-time");
        label.setManaged(false);
        return label;
    }

    @Override
    protected void layoutChildren() {
        List<AxisMark> marks = span == null ? List.of() : AxisMark.of(span, (int) (getWidth() / APART), times);
        if (!marks.equals(drawn)) {
            drawn = marks;
            getChildren().setAll(marks.stream().map(this::label).toList());
            applyCss();
        }
        for (int i = 0; i < marks.size(); i++) {
            Node label = getChildren().get(i);
            double width = label.prefWidth(-1);
            double x = span.share(marks.get(i).at()) * getWidth() - width / 2;
            label.resizeRelocate(snapPositionX(Math.clamp(x, 0, Math.max(0, getWidth() - width))), 2, width, label.prefHeight(-1));
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return 24;
    }
}

package org.carillon.ui.jobs;

import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.carillon.job.Run;
import org.carillon.ui.theme.StateLook;

/** The last runs of a job as small bars: as high as they took long, in the colour of how they ended. Neither JavaFX nor AtlantaFX has one. */
final class Sparkline extends Region {
    private static final double BAR = 4;
    private static final double GAP = 2;
    private static final double LEAST = 0.18;

    private List<Run> runs = List.of();

    Sparkline() {
        getStyleClass().add("sparkline");
        for (int i = 0; i < JobRow.HISTORY; i++) {
            Region bar = new Region();
            bar.setManaged(false);
            getChildren().add(bar);
        }
    }

    void show(List<Run> newest) {
        if (newest.equals(runs)) {
            return;
        }
        runs = newest;
        for (int i = 0; i < JobRow.HISTORY; i++) {
            Node bar = getChildren().get(i);
            bar.setVisible(i < runs.size());
            if (i < runs.size()) {
                bar.getStyleClass().setAll("sparkline-bar", StateLook.of(runs.get(i).state()).style());
            }
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double longest = Math.max(1, runs.stream().mapToLong(Sparkline::millis).max().orElse(1));
        double top = snappedTopInset();
        double height = getHeight() - top - snappedBottomInset();
        for (int i = 0; i < runs.size(); i++) {
            double bar = snapSizeY(height * (LEAST + (1 - LEAST) * millis(runs.get(i)) / longest));
            getChildren().get(i).resizeRelocate(snapPositionX(i * (BAR + GAP)), top + height - bar, BAR, bar);
        }
    }

    private static long millis(Run run) {
        Duration duration = run.duration();
        return duration == null ? 0 : Math.max(0, duration.toMillis());
    }

    @Override
    protected double computePrefWidth(double height) {
        return JobRow.HISTORY * (BAR + GAP);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 18;
    }
}

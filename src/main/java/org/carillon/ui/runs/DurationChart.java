package org.carillon.ui.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.carillon.job.Run;
import org.carillon.ui.theme.StateLook;

/**
 * How long a job's last runs took: one bar a run, the oldest left, in the colour of how it ended, with a line at the median and a
 * frame around outliers. For the FX thread alone.
 */
final class DurationChart extends Region {
    private static final double GAP = 1;
    private static final double WIDEST = 14;
    private static final double LEAST = 2;
    private static final double ROOM_ABOVE = 18;

    private final RunWords words;
    private final LongConsumer select;
    private final Region median = new Region();
    private final Label medianText = new Label();
    private List<Run> runs = List.of();
    private Durations durations = Durations.of(List.of());

    /** @param select goes to the run that was clicked on */
    DurationChart(RunWords words, LongConsumer select) {
        this.words = words;
        this.select = select;
        getStyleClass().add("duration-chart");
        median.getStyleClass().add("duration-median");
        median.setManaged(false);
        median.setMouseTransparent(true);
        medianText.getStyleClass().add("duration-median-text");
        medianText.setManaged(false);
        medianText.setMouseTransparent(true);
    }

    /** @param oldestFirst runs that have ended */
    void show(List<Run> oldestFirst, Instant now) {
        runs = oldestFirst.stream().filter(run -> run.duration() != null).toList();
        durations = Durations.of(runs);
        getChildren().setAll(runs.stream().map(run -> bar(run, now)).toList());
        getChildren().addAll(median, medianText);
        median.setVisible(durations.count() > 0);
        long outliers = runs.stream().filter(durations::isOutlier).count();
        medianText.setText(durations.count() == 0 ? words.say("chart.none")
                : words.say("chart.median", durations.count(), words.times().duration(median()), outliers));
        setAccessibleText(medianText.getText());
        requestLayout();
    }

    private Duration median() {
        return Duration.ofNanos((long) (durations.median() * 1e6));
    }

    private Region bar(Run run, Instant now) {
        Region bar = new Region();
        bar.setManaged(false);
        bar.getStyleClass().setAll("duration-bar", StateLook.of(run.state()).style());
        if (durations.isOutlier(run)) {
            bar.getStyleClass().add("duration-outlier");
        }
        String key = durations.isOutlier(run) ? "chart.outlier" : "chart.run";
        Tooltip.install(bar, new Tooltip(words.say(key, "#" + run.id(), words.started(run, now), words.duration(run, now), words.state(run))));
        bar.setOnMouseClicked(event -> select.accept(run.id()));
        return bar;
    }

    @Override
    protected void layoutChildren() {
        double longest = Math.max(1, runs.stream().mapToDouble(Durations::millis).max().orElse(1));
        double left = snappedLeftInset();
        double top = snappedTopInset() + ROOM_ABOVE;
        double width = getWidth() - left - snappedRightInset();
        double height = getHeight() - top - snappedBottomInset();
        double step = runs.isEmpty() ? 0 : Math.min(WIDEST, width / runs.size());
        for (int i = 0; i < runs.size(); i++) {
            double bar = Math.max(LEAST, snapSizeY(height * Durations.millis(runs.get(i)) / longest));
            getChildren().get(i).resizeRelocate(left + i * step, top + height - bar, Math.max(1, step - GAP), bar);
        }
        median.resizeRelocate(left, top + height - snapSizeY(height * durations.median() / longest), width, 1);
        medianText.autosize();
        medianText.relocate(left, snappedTopInset());
    }

    @Override
    protected double computePrefHeight(double width) {
        return 110;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 70;
    }
}

package org.carillon.ui.timeline;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.ui.theme.StateLook;

/**
 * One job along the time. What went well is a low bar, what failed a high one, what did not run an empty diamond, what is planned a
 * line: shapes tell them apart where colours do not.
 */
final class TimeStrip extends Region {
    private static final double LEAST = 3;
    private static final double TICK = 2;
    private static final double LOW = 10;
    private static final double NEAR = 5;

    private final Map<RunState, Path> runs = new EnumMap<>(RunState.class);
    private final Path planned = path("timeline-planned");
    private final Line present = new Line();
    private TimelineRow row;
    private TimeSpan span;
    private Instant now;

    TimeStrip() {
        getStyleClass().add("time-strip");
        setMinWidth(0);
        present.getStyleClass().add("timeline-now");
        getChildren().addAll(planned, present);
        for (RunState state : RunState.values()) {
            Path path = path("timeline-run", StateLook.of(state).style());
            path.getStyleClass().add(isDiamond(state) ? "timeline-hollow" : "timeline-filled");
            runs.put(state, path);
            getChildren().add(path);
        }
    }

    private static Path path(String... styles) {
        Path path = new Path();
        path.getStyleClass().addAll(styles);
        path.setManaged(false);
        return path;
    }

    /** @param shown null for nothing */
    void show(TimelineRow shown, TimeSpan seen, Instant time) {
        row = shown;
        span = seen;
        now = time;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        planned.getElements().clear();
        runs.values().forEach(path -> path.getElements().clear());
        present.setVisible(row != null && span.share(now) >= 0 && span.share(now) <= 1);
        if (row == null) {
            return;
        }
        double x = x(now);
        present.setStartX(x);
        present.setEndX(x);
        present.setEndY(getHeight());
        row.planned().forEach(this::draw);
        row.runs().forEach(this::draw);
    }

    private void draw(Planned tick) {
        double middle = getHeight() / 2;
        // On whole pixels, so that all ticks look alike.
        double from = Math.rint(x(tick.at()));
        box(planned, from, tick.isBand() ? Math.max(from + LEAST, Math.rint(x(tick.until()))) : from + TICK, middle - LOW / 2, middle + LOW / 2);
    }

    private void draw(Run run) {
        if (TimelineRow.begin(run) == null) {
            return;
        }
        double from = x(TimelineRow.begin(run));
        double to = Math.max(from + LEAST, x(TimelineRow.end(run, now)));
        if (to < 0 || from > getWidth()) {
            return;
        }
        double middle = getHeight() / 2;
        if (isDiamond(run.state())) {
            diamond(runs.get(run.state()), from, Math.max(from + LOW, to), middle);
        } else {
            double half = isBad(run.state()) ? middle - 3 : LOW / 2;
            box(runs.get(run.state()), Math.max(0, from), Math.min(getWidth(), to), middle - half, middle + half);
        }
    }

    private static boolean isDiamond(RunState state) {
        return state == RunState.SKIPPED || state == RunState.MISSED || state == RunState.CANCELLED || state == RunState.QUEUED;
    }

    private static boolean isBad(RunState state) {
        return state == RunState.FAILED || state == RunState.TIMED_OUT || state == RunState.INTERRUPTED;
    }

    private static void box(Path path, double left, double right, double top, double bottom) {
        path.getElements().addAll(new MoveTo(left, top), new LineTo(right, top), new LineTo(right, bottom), new LineTo(left, bottom), new ClosePath());
    }

    private static void diamond(Path path, double left, double right, double middle) {
        double half = LOW / 2;
        path.getElements().addAll(new MoveTo(left - half, middle), new LineTo(left, middle - half), new LineTo(right - LOW, middle - half),
                new LineTo(right - half, middle), new LineTo(right - LOW, middle + half), new LineTo(left, middle + half), new ClosePath());
    }

    private double x(Instant time) {
        return Math.clamp(span.share(time), -1, 2) * getWidth();
    }

    /** The run that is drawn there, the last one if several are. */
    Optional<Run> runAt(double x) {
        if (row == null) {
            return Optional.empty();
        }
        return row.runs().reversed().stream().filter(run -> TimelineRow.begin(run) != null)
                .filter(run -> x >= x(TimelineRow.begin(run)) - NEAR && x <= x(TimelineRow.end(run, now)) + NEAR).findFirst();
    }

    /** What is planned there. */
    Optional<Planned> plannedAt(double x) {
        if (row == null) {
            return Optional.empty();
        }
        return row.planned().stream().filter(tick -> x >= x(tick.at()) - NEAR && x <= x(tick.until()) + NEAR).findFirst();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 26;
    }
}

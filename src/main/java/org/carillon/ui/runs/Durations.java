package org.carillon.ui.runs;

import java.util.List;
import org.carillon.job.Run;

/**
 * How long runs of a job take. Outliers are those beyond the quartiles by more than one and a half times the distance between the
 * quartiles (Tukey's fences).
 *
 * @param median of all, in milliseconds
 * @param low    below it a run is an outlier
 * @param high   above it a run is an outlier
 * @param count  of how many runs
 */
record Durations(double median, double low, double high, int count) {
    private static final double FENCE = 1.5;

    /** @param runs those without a duration do not count */
    static Durations of(List<Run> runs) {
        double[] millis = runs.stream().filter(run -> run.duration() != null).mapToDouble(Durations::millis).sorted().toArray();
        if (millis.length == 0) {
            return new Durations(0, 0, 0, 0);
        }
        double first = quantile(millis, 0.25);
        double third = quantile(millis, 0.75);
        return new Durations(quantile(millis, 0.5), first - FENCE * (third - first), third + FENCE * (third - first), millis.length);
    }

    static double millis(Run run) {
        return run.duration().toNanos() / 1e6;
    }

    boolean isOutlier(Run run) {
        return run.duration() != null && (millis(run) < low || millis(run) > high);
    }

    /** Between two neighbours, in proportion. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        double below = sorted[(int) Math.floor(place)];
        double above = sorted[(int) Math.ceil(place)];
        return below + (above - below) * (place - Math.floor(place));
    }
}

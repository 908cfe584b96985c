package org.carillon.ui.theme;

import org.carillon.job.RunState;
import org.carillon.message.Message;
import org.kordamp.ikonli.feather.Feather;

/**
 * How a state is shown: always as icon, word and colour together.
 *
 * @param icon  the icon
 * @param style the style class that gives the colour
 * @param word  the word
 */
public record StateLook(Feather icon, String style, Message word) {
    public static final StateLook PAUSED = named(Feather.PAUSE_CIRCLE, "state-muted", "paused");
    public static final StateLook BROKEN = named(Feather.ALERT_TRIANGLE, "state-danger", "broken");
    public static final StateLook WAITING = named(Feather.CLOCK, "state-muted", "waiting");
    public static final StateLook DONE = named(Feather.CHECK, "state-muted", "done");

    /** How the state of a run is shown. */
    public static StateLook of(RunState state) {
        return switch (state) {
            case QUEUED -> named(Feather.MORE_HORIZONTAL, "state-accent", "queued");
            case RUNNING -> named(Feather.PLAY_CIRCLE, "state-accent", "running");
            case SUCCEEDED -> named(Feather.CHECK_CIRCLE, "state-success", "succeeded");
            case FAILED -> named(Feather.X_CIRCLE, "state-danger", "failed");
            case TIMED_OUT -> named(Feather.WATCH, "state-danger", "timedOut");
            case CANCELLED -> named(Feather.SLASH, "state-muted", "cancelled");
            case SKIPPED -> named(Feather.SKIP_FORWARD, "state-muted", "skipped");
            case MISSED -> named(Feather.ALERT_CIRCLE, "state-attention", "missed");
            case INTERRUPTED -> named(Feather.ZAP_OFF, "state-danger", "interrupted");
        };
    }

    private static StateLook named(Feather icon, String style, String key) {
        return new StateLook(icon, style, Message.of("ui.theme.state." + key));
    }
}

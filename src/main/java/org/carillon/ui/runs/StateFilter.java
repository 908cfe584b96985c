package org.carillon.ui.runs;

import java.util.Set;
import org.carillon.job.RunState;
import org.carillon.message.Message;

/** Which runs are shown, as people ask for them. Skipped and missed ones are not failures. */
public enum StateFilter {
    ALL("all", Set.of()),
    GOING_ON("goingOn", Set.of(RunState.QUEUED, RunState.RUNNING)),
    SUCCEEDED("succeeded", Set.of(RunState.SUCCEEDED)),
    FAILED("failed", Set.of(RunState.FAILED, RunState.TIMED_OUT, RunState.INTERRUPTED)),
    STOPPED("stopped", Set.of(RunState.CANCELLED)),
    NOT_RUN("notRun", Set.of(RunState.SKIPPED, RunState.MISSED));

    private final String key;
    private final Set<RunState> states;

    StateFilter(String key, Set<RunState> states) {
        this.key = key;
        this.states = states;
    }

    /** The states that it lets pass; empty for all. */
    Set<RunState> states() {
        return states;
    }

    boolean passes(RunState state) {
        return states.isEmpty() || states.contains(state);
    }

    public Message word() {
        return Message.of("ui.runs.filter." + key);
    }
}

package org.carillon.action;

import java.util.Objects;
import org.carillon.job.Action;

/** An action that is to be run, and for which run. */
public record ActionRun(Action action, RunMark mark) {
    public ActionRun {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(mark, "mark");
    }
}

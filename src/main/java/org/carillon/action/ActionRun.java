package org.carillon.action;

import java.util.Objects;
import org.carillon.job.Action;

/**
 * An action that is to be run, and for which run.
 *
 * @param workers where its executor has Java code run; null for in this program
 */
public record ActionRun(Action action, RunMark mark, JavaHost workers) {
    public ActionRun {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(mark, "mark");
    }

    /** One whose executor has no worker processes. */
    public ActionRun(Action action, RunMark mark) {
        this(action, mark, null);
    }
}

package org.carillon.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.job.Reason;
import org.carillon.job.RunState;
import org.carillon.job.Stretch;

/** Gathers occurrences that do not run: a few of them are entries of their own, a long stretch is one that counts them. */
final class NotRunCollector {
    /** So many that follow each other with the same reason are entries of their own. */
    static final int SINGLE_ENTRIES = 10;

    private final List<Plan.Decision> decisions;
    private final List<Instant> singles = new ArrayList<>();
    private RunState state;
    private Reason reason;
    private Instant last;
    private long count;

    /** @param decisions where they go, in order */
    NotRunCollector(List<Plan.Decision> decisions) {
        this.decisions = decisions;
    }

    void add(Instant time, RunState itsState, Reason itsReason) {
        if (count > 0 && (state != itsState || reason.cause() != itsReason.cause())) {
            flush();
        }
        state = itsState;
        reason = itsReason;
        last = time;
        count++;
        if (singles.size() < SINGLE_ENTRIES) {
            singles.add(time);
        }
    }

    /** Writes down what was gathered: something else follows, or nothing. */
    void flush() {
        if (count > SINGLE_ENTRIES) {
            decide(new Stretch(singles.getFirst(), last, count));
        } else {
            singles.forEach(time -> decide(new Stretch(time, time, 1)));
        }
        singles.clear();
        count = 0;
    }

    private void decide(Stretch occurrences) {
        decisions.add(new Plan.NotRun(occurrences, state, reason, null));
    }
}

package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.job.Reason;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Run;
import org.carillon.store.Change;
import org.carillon.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enters into the ledger what the scheduler has noticed, whether or not anything was missed by it. */
record NoticeWork(Reason what, Instant at) implements LedgerWork {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeWork.class);

    static NoticeWork of(ClockWatch.Jump jump, Instant at) {
        Duration by = Duration.ofSeconds(jump.by().abs().plusMillis(500).toSeconds());
        Cause cause = jump.isBackward() ? Cause.CLOCK_BACK : jump.asleep() ? Cause.SLEPT : Cause.CLOCK_FORWARD;
        return new NoticeWork(Reason.of(cause, by.toString()), at);
    }

    static NoticeWork of(ZoneWatch.Change change, Instant at) {
        return new NoticeWork(Reason.of(Cause.ZONE_CHANGED, change.from() + " → " + change.to()), at);
    }

    @Override
    public List<Change> changes(RunIds ids) {
        return List.of(new Change.AddRun(Run.notice(ids.reserve(1), what, at)));
    }

    @Override
    public void committed() {
        LOG.debug("What was noticed is in the ledger: {}", what);
    }

    @Override
    public void refused(StoreException why) {
        LOG.error("What was noticed is not in the ledger: {}", what, why);
    }
}

package org.carillon.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.store.Change;
import org.carillon.store.ConflictException;
import org.carillon.store.Pause;
import org.carillon.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pause of everything. Its end and what was skipped meanwhile are one change of the store: nothing that was skipped can be
 * taken for missed.
 */
final class PauseControl {
    private static final Logger LOG = LoggerFactory.getLogger(PauseControl.class);

    private static final String ALONE = "The end of the pause is recorded by itself, and what was skipped after it";

    private final Core core;
    private final Planning planning;
    private boolean ending;

    PauseControl(Core core, Planning planning) {
        this.core = core;
        this.planning = planning;
    }

    /** Pauses, or changes until when. */
    void pause(Instant until) {
        Pause pause = core.locked(() -> new Pause(core.pause.since() == null ? core.now() : core.pause.since(), until));
        core.ledger.commit(ids -> List.of(new Change.SetPause(pause)), () -> {
            core.locked(() -> set(pause));
            core.publish(new SchedulerEvent.SchedulerPaused(core.now(), pause));
        });
    }

    /** Ends a pause; returns when that is durable. */
    void resume() {
        Ending ended = core.locked(() -> begin(core.now(), core.now()));
        if (ended == null) {
            return;
        }
        boolean written = false;
        try {
            core.ledger.commit(ended::changes, ended::committed);
            written = true;
        } catch (ConflictException e) {
            ended.endAlone(e);
            written = true;
        } finally {
            if (!written) {
                ended.giveUp();
            }
        }
    }

    /** Ends a pause that is over by itself; returns at once. The lock is held. */
    void endIfOver(Instant now) {
        if (Planning.isOver(core.pause, now)) {
            Ending ended = begin(now, core.pause.until());
            if (ended != null) {
                core.ledger.submit(ended);
            }
        }
    }

    private Ending begin(Instant now, Instant until) {
        if (core.pause.since() == null || ending) {
            return null;
        }
        ending = true;
        List<JobEntry> due = core.scheduling ? planning.takeDue(now) : List.of();
        return new Ending(new Pause(core.pause.since(), until), now, due);
    }

    private void set(Pause pause) {
        core.pause = pause;
        core.jobs.all().forEach(JobEntry::touch);
        core.wakeDispatcher();
    }

    /** The end of a pause and the plans of all jobs that were due in it. */
    private final class Ending implements LedgerWork {
        private final Pause over;
        private final Instant now;
        private final List<JobEntry> due;
        private List<PlanWork> works = List.of();
        private boolean planned;

        Ending(Pause over, Instant now, List<JobEntry> due) {
            this.over = over;
            this.now = now;
            this.due = due;
        }

        @Override
        public List<Change> changes(RunIds ids) {
            core.locked(() -> core.lastPause = over);
            if (!planned) {
                works = planning.planQuick(due, now);
                planned = true;
            }
            List<Change> changes = new ArrayList<>();
            changes.add(new Change.SetPause(Pause.NONE));
            works.forEach(work -> changes.addAll(work.changes(ids)));
            return changes;
        }

        @Override
        public void committed() {
            works.forEach(PlanWork::committed);
            isOver();
        }

        private void isOver() {
            core.locked(() -> {
                ending = false;
                set(Pause.NONE);
            });
            core.publish(new SchedulerEvent.SchedulerResumed(core.now()));
        }

        @Override
        public void refused(StoreException why) {
            LOG.warn(ALONE, why);
            core.ledger.submit(new RunWork(List.of(new Change.SetPause(Pause.NONE)), this::isOver));
            core.ledger.submit(works);
        }

        /** The same for one who waits: what the ledger does not take, because it has some of it, must not keep the pause from ending. */
        void endAlone(ConflictException why) {
            LOG.warn(ALONE, why);
            core.ledger.commit(ids -> List.of(new Change.SetPause(Pause.NONE)), this::isOver);
            core.ledger.submit(works);
        }

        void giveUp() {
            works.forEach(PlanWork::abandon);
            core.locked(() -> {
                ending = false;
                if (!planned) {
                    due.forEach(core::release);
                }
            });
        }
    }
}

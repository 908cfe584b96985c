package org.carillon.action;

import java.time.Instant;
import java.util.function.Supplier;
import org.carillon.action.sql.SqlFailedException;
import org.carillon.action.sql.SqlSession;
import org.carillon.job.Reason;
import org.carillon.job.SqlAction;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogWriter;
import org.carillon.message.Language;

/** Runs SQL, what the database answers into the run's log. A stopped one is cancelled in the database; a killed one loses its connection. */
final class SqlRunner {
    private final Supplier<Instant> clock;

    /** @param clock gives what comes back its time */
    SqlRunner(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** @param password null for none */
    ActionResult run(SqlAction action, String password, RunLogWriter log, StopSignal stop) {
        if (stop.isAsked()) {
            return ActionResult.DONE;
        }
        SqlSession session = new SqlSession(action, password);
        stop.attach(new StopSignal.Target() {
            @Override
            public void ask() {
                session.cancel();
            }

            @Override
            public void kill() {
                session.abort();
            }
        });
        try {
            session.run(LogPrinter.of(LogStream.OUT, log, clock), LogPrinter.of(LogStream.ERR, log, clock));
            return ActionResult.DONE;
        } catch (SqlFailedException e) {
            Reason.Cause cause = e.isStarted() ? Reason.Cause.ERROR : Reason.Cause.NOT_STARTED;
            return stop.isAsked() ? ActionResult.DONE
                    : new ActionResult(false, null, Reason.of(cause, e.explanation().in(Language.ENGLISH)));
        } finally {
            stop.detach();
        }
    }
}

package org.carillon.engine;

import java.time.Duration;
import java.util.List;
import org.carillon.job.Reason;
import org.carillon.job.Reason.Cause;
import org.carillon.job.RunState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings everything to an end that is accounted for. */
final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Core core;
    private final RunSupervisor supervisor;

    Shutdown(Core core, RunSupervisor supervisor) {
        this.core = core;
        this.supervisor = supervisor;
    }

    /** Nothing new starts; waits until what runs has ended, or for so long. */
    void drain(Duration wait) throws InterruptedException {
        core.locked(this::close);
        core.awaitIdle(wait);
    }

    /** Nothing new starts; what runs is stopped. Returns when all of it has ended and is recorded. */
    void stopRuns() throws InterruptedException {
        core.locked(() -> {
            close();
            for (ActiveRun run : List.copyOf(core.active.values())) {
                supervisor.stop(run, RunState.CANCELLED, Reason.of(Cause.SHUTDOWN));
            }
        });
        while (!core.awaitEnd(this::isDone, LOOK_AGAIN)) {
            LOG.debug("Still waiting for {} runs to end", core.locked(core.active::size));
        }
    }

    /**
     * What was planned and has not started stays in the ledger as it is: the next start treats it as missed, by its policy.
     * What somebody asked for is not started behind his back some day.
     */
    private void close() {
        core.scheduling = false;
        core.closing = true;
        for (ActiveRun run : List.copyOf(core.active.values())) {
            boolean unstarted = run.phase == ActiveRun.Phase.HELD || run.phase == ActiveRun.Phase.QUEUED;
            if (unstarted && run.run().attempt() == 0) {
                if (run.run().scheduledAt() == null) {
                    supervisor.stop(run, RunState.CANCELLED, Reason.of(Cause.SHUTDOWN));
                } else {
                    supervisor.withdraw(run);
                    core.active.remove(run.id());
                }
            }
        }
    }

    /** A store that fails does not keep the scheduler from closing. */
    private boolean isDone() {
        return core.active.values().stream()
                .allMatch(run -> core.trouble != null
                        && (run.phase == ActiveRun.Phase.ENDING || run.phase == ActiveRun.Phase.STARTING));
    }
}

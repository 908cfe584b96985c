package org.carillon.action;

import java.time.Instant;
import java.util.function.Supplier;
import org.carillon.job.CommandAction;
import org.carillon.log.RunLogWriter;

/** Runs every kind of action, each by the class that knows how. */
public final class Actions implements ActionRunner {
    private final CommandRunner commands;

    /** @param clock gives what is printed its time */
    public Actions(Supplier<Instant> clock) {
        commands = new CommandRunner(clock);
    }

    @Override
    public ActionResult run(ActionRun run, RunLogWriter log, StopSignal stop) throws InterruptedException {
        return switch (run.action()) {
            case CommandAction command -> commands.run(command, run.mark(), log, stop);
        };
    }
}

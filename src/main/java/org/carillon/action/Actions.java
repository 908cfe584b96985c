package org.carillon.action;

import org.carillon.job.CommandAction;

/** Runs every kind of action, each by the class that knows how. */
public final class Actions implements ActionRunner {
    private final CommandRunner commands = new CommandRunner();

    @Override
    public ActionResult run(ActionRun run, ActionOutput output, StopSignal stop) throws InterruptedException {
        return switch (run.action()) {
            case CommandAction command -> commands.run(command, run.mark(), output, stop);
        };
    }
}

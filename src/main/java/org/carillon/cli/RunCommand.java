package org.carillon.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The scheduler without a window. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    RunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return new HeadlessRun(context).run(common.directory(context.directories()));
    }
}

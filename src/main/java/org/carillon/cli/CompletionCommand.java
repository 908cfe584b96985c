package org.carillon.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.message.Message;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes command lines in bash and zsh. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {
    /** One script does for both. */
    private static final List<String> SHELLS = List.of("bash", "zsh");

    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "SHELL", arity = "0..1", descriptionKey = "shell")
    private String shell = "bash";

    @Spec
    private CommandSpec spec;

    CompletionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            throw new UsageException(Message.of("cli.completion.shell", shell, String.join(", ", SHELLS)));
        }
        context.terminal().out().print(AutoComplete.bash("carillon", spec.root().commandLine()));
        return ExitCode.DONE;
    }
}

package org.carillon.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.carillon.settings.DataDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code carillon} itself: the window; where there is no display, the scheduler without one. */
@Command(name = "carillon", versionProvider = Version.class, synopsisSubcommandLabel = "[COMMAND]")
public final class CarillonCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Option(names = "--version", versionHelp = true, descriptionKey = "version")
    private boolean version;

    private CarillonCommand(CommandContext context) {
        this.context = context;
    }

    /** Runs one command line. @return the exit code, see {@link ExitCode} */
    public static int execute(CommandContext context, String... arguments) {
        int code = commandLine(context).execute(arguments);
        context.terminal().out().flush();
        context.terminal().err().flush();
        return code;
    }

    static CommandLine commandLine(CommandContext context) {
        CommandLine root = new CommandLine(new CarillonCommand(context))
                .addSubcommand(new RunCommand(context))
                .addSubcommand(new JobsCommand(context))
                .addSubcommand(new RunsCommand(context))
                .addSubcommand(new LogCommand(context))
                .addSubcommand(new ImportCommand(context))
                .addSubcommand(new ExportCommand(context))
                .addSubcommand(new StartCommand(context))
                .addSubcommand(new PauseCommand(context))
                .addSubcommand(new ResumeCommand(context))
                .addSubcommand(new RemoveCommand(context))
                .addSubcommand(new NextCommand(context))
                .addSubcommand(new ExplainCommand(context));
        Failures failures = new Failures(context);
        return root
                .setResourceBundle(new HelpTexts(context.language()))
                .setOut(new PrintWriter(context.terminal().out(), true))
                .setErr(new PrintWriter(context.terminal().err(), true))
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler(failures::ofUsage)
                .setExecutionExceptionHandler(failures::ofExecution);
    }

    @Override
    public Integer call() {
        DataDirectory directory = common.directory(context.directories());
        if (context.window().hasDisplay()) {
            return context.window().open(directory, context.language());
        }
        context.say("cli.noDisplay");
        return new HeadlessRun(context).run(directory);
    }
}

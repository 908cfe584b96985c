package org.carillon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.control.WindowRequest;
import org.carillon.engine.ChangeOrigin;
import org.carillon.job.Origin;
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

    @Option(names = "--open", paramLabel = "FILE", arity = "0..*")
    private List<Path> files = List.of();

    @Option(names = "--new-job")
    private boolean newJob;

    @Option(names = "--hidden")
    private boolean hidden;

    private CarillonCommand(CommandContext context) {
        this.context = context;
    }

    /** Runs one command line. @return the exit code, see {@link ExitCode} */
    public static int execute(CommandContext context, String... arguments) {
        CommandLine program = commandLine(context);
        String[] asked = OpenedFiles.asked(program, context.terminal().directory(), arguments);
        int code = ChangeOrigin.from(Origin.COMMAND_LINE, () -> program.execute(asked));
        context.terminal().out().flush();
        context.terminal().err().flush();
        return code;
    }

    static CommandLine commandLine(CommandContext context) {
        CommandLine root = new CommandLine(new CarillonCommand(context))
                .addSubcommand(new RunCommand(context))
                .addSubcommand(new AddCommand(context))
                .addSubcommand(new StatusCommand(context))
                .addSubcommand(new TopCommand(context))
                .addSubcommand(new JobsCommand(context))
                .addSubcommand(new RunsCommand(context))
                .addSubcommand(new LogCommand(context))
                .addSubcommand(new ImportCommand(context))
                .addSubcommand(new ExportCommand(context))
                .addSubcommand(new StartCommand(context))
                .addSubcommand(new StopCommand(context))
                .addSubcommand(new RerunCommand(context))
                .addSubcommand(new WaitCommand(context))
                .addSubcommand(new EditCommand(context))
                .addSubcommand(new VersionsCommand(context))
                .addSubcommand(new RestoreCommand(context))
                .addSubcommand(new PauseCommand(context))
                .addSubcommand(new ResumeCommand(context))
                .addSubcommand(new EnvironmentCommand(context))
                .addSubcommand(new RemoveCommand(context))
                .addSubcommand(ExecutorsCommand.commandLine(context))
                .addSubcommand(SecretCommand.commandLine(context))
                .addSubcommand(new NextCommand(context))
                .addSubcommand(new ExplainCommand(context))
                .addSubcommand(ServiceCommand.commandLine(context))
                .addSubcommand(new DoctorCommand(context))
                .addSubcommand(new CompletionCommand(context))
                .addSubcommand(new ManualCommand(context));
        Failures failures = new Failures(context);
        return root
                .setResourceBundle(new HelpTexts(context.language()))
                .setOut(new PrintWriter(context.terminal().out(), true))
                .setErr(new PrintWriter(context.terminal().err(), true))
                .setAbbreviatedOptionsAllowed(false)
                // A word that begins with @ is the user's own: @data.json for curl, @daily for next.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(failures::ofUsage)
                .setExecutionExceptionHandler(failures::ofExecution);
    }

    @Override
    public Integer call() {
        DataDirectory directory = common.directory(context.directories());
        WindowRequest request = new WindowRequest(files, newJob);
        if (context.window().raise(directory, request)) {
            context.say("cli.raised");
            return ExitCode.DONE;
        }
        if (context.window().hasDisplay()) {
            return context.window().open(directory, request, hidden, context.language());
        }
        context.say("cli.noDisplay");
        return new HeadlessRun(context, false).run(directory);
    }
}

package org.carillon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.carillon.control.WindowRequest;
import org.carillon.engine.ChangeOrigin;
import org.carillon.job.Origin;
import org.carillon.settings.DataDirectories;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.DirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code carillon} itself: the window; where there is no display, the scheduler without one. */
@Command(name = CarillonCommand.NAME, versionProvider = Version.class, synopsisSubcommandLabel = "[COMMAND]")
public final class CarillonCommand implements Callable<Integer> {
    static final String NAME = "carillon";

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
        int code = ChangeOrigin.from(Origin.COMMAND_LINE, () -> WindowStart.of(arguments)
                .map(window -> start(context, window))
                .orElseGet(() -> command(context, arguments)));
        context.terminal().out().flush();
        context.terminal().err().flush();
        return code;
    }

    /**
     * Where a command line would open the window; empty for every other one.
     *
     * @throws DirectoryException if the directory asked for cannot be a path
     */
    public static Optional<DataDirectory> windowIn(DataDirectories directories, String... arguments) {
        return WindowStart.of(arguments).map(window -> directories.choose(window.data()));
    }

    private static int start(CommandContext context, WindowStart window) {
        try {
            return window.run(context);
        } catch (RuntimeException e) {
            return new Failures(context).ofExecution(e, NAME);
        }
    }

    private static int command(CommandContext context, String... arguments) {
        CommandLine program = commandLine(context);
        return program.execute(OpenedFiles.asked(program, context.terminal().directory(), arguments));
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
                .addSubcommand(new SkipCommand(context))
                .addSubcommand(new MoveCommand(context))
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
                .setExecutionExceptionHandler((failure, command, _) -> failures.ofExecution(failure, command.getCommandName()));
    }

    @Override
    public Integer call() {
        return new WindowStart(null, new WindowRequest(files, newJob), hidden).run(context, common.directory(context.directories()));
    }
}

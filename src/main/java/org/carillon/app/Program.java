package org.carillon.app;

import java.util.Optional;
import org.carillon.cli.CarillonCommand;
import org.carillon.cli.CommandContext;
import org.carillon.cli.Languages;
import org.carillon.cli.Terminal;
import org.carillon.control.ControlFile;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectories;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.DirectoryException;
import org.slf4j.LoggerFactory;

/** The program: the window, or a command. */
final class Program {
    private Program() {}

    /** @return the exit code */
    static int run(String... arguments) {
        ParentProcess.follow();
        Thread.setDefaultUncaughtExceptionHandler(Program::mistake);
        DataDirectories directories = DataDirectories.ofProcess();
        Optional<DataDirectory> window = windowToOpen(directories, arguments);
        // The toolkit takes longest of all that a window needs: it begins at once.
        window.ifPresent(_ -> DesktopApplication.prepare());
        ProgramLog.silence();
        EarlyInstance early = new EarlyInstance();
        window.ifPresent(early::open);
        Language language = Languages.choose(directories, arguments);
        AppContext schedulers = new AppContext(language);
        CommandContext context =
                new CommandContext(Terminal.ofProcess(), language, directories, schedulers, new DesktopWindow(schedulers, early), DirectoryKeyring::secrets);
        return CarillonCommand.execute(context, arguments);
    }

    /** The directory whose window this process is to open; empty for every other command, and where another process seems to have the window. */
    private static Optional<DataDirectory> windowToOpen(DataDirectories directories, String... arguments) {
        try {
            return CarillonCommand.windowIn(directories, arguments).filter(directory -> new ControlFile(directory.root()).read().isEmpty());
        } catch (DirectoryException e) {
            // The command itself will say so.
            return Optional.empty();
        }
    }

    /** Until there is a window to show it in, and where there is none: a thread that ended by a mistake is seen in the program's log. */
    private static void mistake(Thread thread, Throwable mistake) {
        LoggerFactory.getLogger(Program.class).error("A mistake in the program, in thread {}", thread.getName(), mistake);
        System.err.println("carillon: " + thread.getName() + ": " + mistake);
    }
}

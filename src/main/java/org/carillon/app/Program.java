package org.carillon.app;

import org.carillon.cli.CarillonCommand;
import org.carillon.cli.CommandContext;
import org.carillon.cli.Languages;
import org.carillon.cli.Terminal;
import org.carillon.control.ControlFile;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectories;
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
        prepareWindow(directories, arguments);
        ProgramLog.silence();
        Language language = Languages.choose(directories, arguments);
        AppContext schedulers = new AppContext(language);
        CommandContext context =
                new CommandContext(Terminal.ofProcess(), language, directories, schedulers, new DesktopWindow(schedulers), DirectoryKeyring::secrets);
        return CarillonCommand.execute(context, arguments);
    }

    /** The toolkit takes longest of all that a window needs: it begins at once, unless another process has the window. */
    private static void prepareWindow(DataDirectories directories, String... arguments) {
        try {
            if (CarillonCommand.windowIn(directories, arguments).filter(directory -> new ControlFile(directory.root()).read().isEmpty()).isPresent()) {
                DesktopApplication.prepare();
            }
        } catch (DirectoryException e) {
            // The command itself will say so.
        }
    }

    /** Until there is a window to show it in, and where there is none: a thread that ended by a mistake is seen in the program's log. */
    private static void mistake(Thread thread, Throwable mistake) {
        LoggerFactory.getLogger(Program.class).error("A mistake in the program, in thread {}", thread.getName(), mistake);
        System.err.println("carillon: " + thread.getName() + ": " + mistake);
    }
}

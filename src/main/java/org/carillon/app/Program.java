package org.carillon.app;

import org.carillon.cli.CarillonCommand;
import org.carillon.cli.CommandContext;
import org.carillon.cli.Languages;
import org.carillon.cli.Terminal;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectories;

/** The program: the window, or a command. */
final class Program {
    private Program() {}

    /** @return the exit code */
    static int run(String... arguments) {
        ParentProcess.follow();
        ProgramLog.silence();
        DataDirectories directories = DataDirectories.ofProcess();
        Language language = Languages.choose(directories, arguments);
        AppContext schedulers = new AppContext(language);
        CommandContext context =
                new CommandContext(Terminal.ofProcess(), language, directories, schedulers, new DesktopWindow(schedulers));
        return CarillonCommand.execute(context, arguments);
    }
}

package org.carillon.app;

import org.carillon.cli.CarillonCommand;
import org.carillon.cli.CommandContext;
import org.carillon.cli.Languages;
import org.carillon.cli.Terminal;
import org.carillon.settings.DataDirectories;

/** The program: the window, or a command. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        ParentProcess.follow();
        ProgramLog.silence();
        DataDirectories directories = DataDirectories.ofProcess();
        CommandContext context = new CommandContext(
                Terminal.ofProcess(), Languages.choose(directories, arguments), directories, new AppContext(), new DesktopWindow());
        System.exit(CarillonCommand.execute(context, arguments));
    }
}

package org.carillon.cli;

import org.carillon.settings.DataDirectories;
import org.carillon.settings.DataDirectory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every command has. */
final class CommonOptions {
    @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "help")
    private boolean help;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    private String data;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    DataDirectory directory(DataDirectories directories) {
        return directories.choose(data != null ? data : before(command.parent()));
    }

    /** What was given in front of the command: {@code carillon --data DIR jobs}. */
    private static String before(CommandSpec parent) {
        if (parent == null) {
            return null;
        }
        String given = parent.findOption("--data").getValue();
        return given != null ? given : before(parent.parent());
    }
}

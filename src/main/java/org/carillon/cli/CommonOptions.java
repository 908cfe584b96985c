package org.carillon.cli;

import org.carillon.settings.DataDirectories;
import org.carillon.settings.DataDirectory;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {
    @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "help")
    private boolean help;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    private String data;

    DataDirectory directory(DataDirectories directories) {
        return directories.choose(data);
    }
}

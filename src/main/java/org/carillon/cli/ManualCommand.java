package org.carillon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.DirectoryException;
import org.carillon.settings.IoReasons;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the manual page, or writes it, in both languages and with the completions, to where a package keeps them. */
@Command(name = "manual")
final class ManualCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Option(names = "--write", paramLabel = "DIRECTORY")
    private Path share;

    @Spec
    private CommandSpec spec;

    ManualCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (share == null) {
            context.terminal().out().print(new ManualPage(spec.root().commandLine(), context.language()).text());
            return ExitCode.DONE;
        }
        try {
            write("man/man1/carillon.1", page(Language.ENGLISH));
            write("man/zh_CN/man1/carillon.1", page(Language.CHINESE));
            write("bash-completion/completions/carillon", AutoComplete.bash("carillon", spec.root().commandLine()));
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new DirectoryException(Message.of("cli.export.unwritable", share.toString(), IoReasons.words(e)), e);
        }
    }

    private String page(Language language) {
        CommandLine spoken = CarillonCommand.commandLine(
                new CommandContext(context.terminal(), language, context.directories(), context.schedulers(), context.window(), context.secrets()));
        return new ManualPage(spoken, language).text();
    }

    private void write(String name, String text) throws IOException {
        Path file = share.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

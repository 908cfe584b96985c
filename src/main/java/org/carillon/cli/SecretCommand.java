package org.carillon.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the names of the secrets; its own commands set and remove them. A running instance knows of it at once. */
@Command(name = "secret", synopsisSubcommandLabel = "[COMMAND]")
final class SecretCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private SecretCommand(CommandContext context) {
        this.context = context;
    }

    /** With its own commands. */
    static CommandLine commandLine(CommandContext context) {
        return new CommandLine(new SecretCommand(context))
                .addSubcommand(new Listing(context))
                .addSubcommand(new Set(context))
                .addSubcommand(new Remove(context));
    }

    @Override
    public Integer call() {
        return list(context, common, json);
    }

    private static int list(CommandContext context, CommonOptions common, boolean json) {
        List<String> names = context.secrets().apply(common.directory(context.directories())).names();
        if (json) {
            JsonOutput.array(names.stream().map(name -> JsonOutput.MAPPER.createObjectNode().put("name", name)).toList(), context.terminal().out());
        } else {
            names.forEach(context.terminal().out()::println);
        }
        return ExitCode.DONE;
    }

    /** Lists the names. */
    @Command(name = "list")
    static final class Listing implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private CommonOptions common;

        @Option(names = "--json", descriptionKey = "json")
        private boolean json;

        Listing(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            return list(context, common, json);
        }
    }

    /** Sets a secret to what is typed unseen, or comes on standard input: an argument could be seen by others. */
    @Command(name = "set")
    static final class Set implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private CommonOptions common;

        @Parameters(paramLabel = "NAME", descriptionKey = "secret")
        private String name;

        @Option(names = "--json", descriptionKey = "json")
        private boolean json;

        Set(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            DataDirectory directory = common.directory(context.directories()).prepare();
            context.secrets().apply(directory).set(name, value());
            if (json) {
                JsonOutput.line(JsonOutput.MAPPER.createObjectNode().put("set", name), context.terminal().out());
            }
            return ExitCode.DONE;
        }

        private String value() {
            if (System.console() != null && System.console().isTerminal()) {
                char[] typed = System.console().readPassword("%s ", context.text("cli.secret.value", name));
                return typed == null ? "" : new String(typed);
            }
            try {
                return new String(context.terminal().in().readAllBytes(), StandardCharsets.UTF_8).replaceFirst("\\r?\\n$", "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Removes a secret. */
    @Command(name = "remove")
    static final class Remove implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private CommonOptions common;

        @Parameters(paramLabel = "NAME", descriptionKey = "secret")
        private String name;

        @Option(names = "--json", descriptionKey = "json")
        private boolean json;

        Remove(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            if (!context.secrets().apply(common.directory(context.directories())).remove(name)) {
                throw new NotFoundException(Message.of("cli.secret.none", name));
            }
            if (json) {
                JsonOutput.line(JsonOutput.MAPPER.createObjectNode().put("removed", name), context.terminal().out());
            }
            return ExitCode.DONE;
        }
    }
}

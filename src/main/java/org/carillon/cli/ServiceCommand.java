package org.carillon.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.carillon.service.Launcher;
import org.carillon.service.LoginService;
import org.carillon.settings.DataDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how the service stands that schedules without a window; its own commands set it up and take it away. */
@Command(name = "service", synopsisSubcommandLabel = "[COMMAND]")
class ServiceCommand implements Callable<Integer> {
    private final CommandContext context;
    private final LoginService service;

    @Mixin
    private CommonOptions common;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private ServiceCommand(CommandContext context, LoginService service) {
        this.context = context;
        this.service = service;
    }

    /** With its own commands. */
    static CommandLine commandLine(CommandContext context) {
        LoginService service = LoginService.ofMachine();
        return new CommandLine(new ServiceCommand(context, service))
                .addSubcommand(new Install(context, service))
                .addSubcommand(new Remove(context, service))
                .addSubcommand(new Status(context, service));
    }

    /** Ends with 3 where there is none, as one that was looked for and not found. */
    @Override
    public Integer call() {
        LoginService.Status status = service.status();
        if (json) {
            print(service, context);
        } else {
            context.terminal().out().println(context.text("cli.service." + status.name().toLowerCase(Locale.ROOT), service.definition()));
        }
        return status == LoginService.Status.NONE ? ExitCode.NOT_FOUND : ExitCode.DONE;
    }

    private static void print(LoginService service, CommandContext context) {
        JsonOutput.line(JsonOutput.MAPPER.createObjectNode().put("status", service.status().name().toLowerCase(Locale.ROOT))
                .put("definition", service.definition().toString()), context.terminal().out());
    }

    /** The same by its name. */
    @Command(name = "status")
    static final class Status extends ServiceCommand {
        Status(CommandContext context, LoginService service) {
            super(context, service);
        }
    }

    @Command(name = "install")
    static final class Install implements Callable<Integer> {
        private final CommandContext context;
        private final LoginService service;

        @Mixin
        private CommonOptions common;

        @Option(names = "--json", descriptionKey = "json")
        private boolean json;

        Install(CommandContext context, LoginService service) {
            this.context = context;
            this.service = service;
        }

        @Override
        public Integer call() {
            Optional<Path> launcher = Launcher.ofProcess();
            if (launcher.isEmpty()) {
                context.say("cli.service.noLauncher");
                return ExitCode.FAILED;
            }
            DataDirectory directory = common.directory(context.directories()).prepare();
            if (service.status() != LoginService.Status.RUNNING && isTaken(directory)) {
                context.say("cli.service.taken", directory.root());
                return ExitCode.IN_USE;
            }
            boolean always = service.install(launcher.get(), directory.root());
            if (json) {
                print(service, context);
            } else {
                context.terminal().out().println(context.text(always ? "cli.service.always" : "cli.service.loggedIn", directory.root()));
            }
            return ExitCode.DONE;
        }

        private boolean isTaken(DataDirectory directory) {
            try (SchedulerSession session = context.schedulers().open(directory)) {
                return session.live();
            }
        }
    }

    @Command(name = "remove")
    static final class Remove implements Callable<Integer> {
        private final CommandContext context;
        private final LoginService service;

        @Mixin
        private CommonOptions common;

        @Option(names = "--json", descriptionKey = "json")
        private boolean json;

        Remove(CommandContext context, LoginService service) {
            this.context = context;
            this.service = service;
        }

        @Override
        public Integer call() {
            if (service.kills() && service.status() == LoginService.Status.RUNNING) {
                new RunningInstance(common.directory(context.directories()), context.language()).end();
            }
            boolean removed = service.remove();
            if (json) {
                print(service, context);
            } else {
                context.terminal().out().println(context.text(removed ? "cli.service.removed" : "cli.service.none", service.definition()));
            }
            return removed ? ExitCode.DONE : ExitCode.NOT_FOUND;
        }
    }
}

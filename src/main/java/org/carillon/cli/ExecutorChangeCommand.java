package org.carillon.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.carillon.engine.ExecutorStatus;
import org.carillon.engine.Scheduler;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.ExecutorSpec.Kind;
import org.carillon.job.FormatException;
import org.carillon.message.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What adding and changing an executor have in common: the options that say what it is to be. */
abstract class ExecutorChangeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "NAME", descriptionKey = "executor")
    private String name;

    @Option(names = "--type", paramLabel = "TYPE", descriptionKey = "executorType")
    private String type;

    @Option(names = "--size", paramLabel = "N", descriptionKey = "executorSize")
    private Integer size;

    @Option(names = "--queue-limit", paramLabel = "N", descriptionKey = "executorQueue")
    private Integer queueLimit;

    @Option(names = "--java-option", paramLabel = "OPTION", descriptionKey = "executorJava")
    private List<String> javaOptions;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ExecutorChangeCommand(CommandContext context) {
        this.context = context;
    }

    abstract void apply(Scheduler scheduler, String executor);

    @Override
    public Integer call() {
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            apply(session.scheduler(), name);
            if (json) {
                ExecutorsCommand.print(session.scheduler(), name, context);
            }
        }
        return ExitCode.DONE;
    }

    /** What the options make of it; what they do not say stays. */
    ExecutorSpec changed(ExecutorSpec before) {
        Kind kind = type == null ? before.kind() : kind(type);
        List<String> options = javaOptions != null ? javaOptions : kind == Kind.PROCESS ? before.javaOptions() : List.of();
        try {
            return new ExecutorSpec(before.name(), kind, size == null ? before.size() : size,
                    queueLimit == null ? before.queueLimit() : queueLimit, options);
        } catch (FormatException e) {
            throw new UsageException(e.explanation(), e);
        }
    }

    private static ExecutorSpec usual(String executor) {
        try {
            return ExecutorSpec.of(executor, ExecutorSpec.DEFAULT_SIZE);
        } catch (FormatException e) {
            throw new UsageException(e.explanation(), e);
        }
    }

    private static Kind kind(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "thread" -> Kind.THREAD;
            case "process" -> Kind.PROCESS;
            default -> throw new UsageException(Message.of("cli.executors.unknownType", text));
        };
    }

    /** Adds an executor. */
    @Command(name = "add")
    static final class Add extends ExecutorChangeCommand {
        Add(CommandContext context) {
            super(context);
        }

        @Override
        void apply(Scheduler scheduler, String executor) {
            scheduler.addExecutor(changed(usual(executor)));
        }
    }

    /** Changes an executor. */
    @Command(name = "change")
    static final class Change extends ExecutorChangeCommand {
        Change(CommandContext context) {
            super(context);
        }

        @Override
        void apply(Scheduler scheduler, String executor) {
            ExecutorSpec before = scheduler.executors().stream()
                    .filter(status -> status.name().equals(executor))
                    .findFirst()
                    .map(ExecutorStatus::spec)
                    .orElseGet(() -> usual(executor));
            scheduler.changeExecutor(changed(before));
        }
    }
}

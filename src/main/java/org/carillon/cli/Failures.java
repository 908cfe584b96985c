package org.carillon.cli;

import org.carillon.control.DirectoryInUseException;
import org.carillon.engine.NoSuchException;
import org.carillon.job.JsonNames;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import org.carillon.trigger.TriggerException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says on one line of standard error what went wrong, on others how it can be mended where that is known, and chooses the exit code. */
final class Failures {
    private final CommandContext context;

    Failures(CommandContext context) {
        this.context = context;
    }

    /** A command that broke off. */
    int ofExecution(Exception failure, String command) {
        if (failure instanceof ExplainedException explained) {
            context.say("cli.error", explained.explanation());
            offer(explained);
            return switch (explained) {
                case UsageException usage -> ExitCode.WRONG_USAGE;
                case NoSuchException missing -> ExitCode.NOT_FOUND;
                case NotFoundException missing -> ExitCode.NOT_FOUND;
                case DirectoryInUseException inUse -> ExitCode.IN_USE;
                default -> ExitCode.FAILED;
            };
        }
        LoggerFactory.getLogger(Failures.class).error("The command {} broke off", command, failure);
        context.say("cli.error", Message.of("cli.error.unexpected", failure.toString()));
        return ExitCode.FAILED;
    }

    /** How a wrong schedule could be mended. */
    private void offer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TriggerException schedule) {
                schedule.mends().forEach(mend -> context.say("cli.mend", mend.label(),
                        mend.dialect() == null ? mend.expression() : "--dialect " + JsonNames.of(mend.dialect())));
            }
        }
    }

    /** A command line that could not be understood. */
    int ofUsage(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        context.say("cli.usage", explain(mistake), command.getCommandSpec().qualifiedName());
        return ExitCode.WRONG_USAGE;
    }

    private static Message explain(ParameterException mistake) {
        return switch (mistake) {
            case UnmatchedArgumentException unmatched when unmatched.isUnknownOption() ->
                    Message.of("cli.usage.unknownOption", unmatched.getUnmatched().getFirst());
            case UnmatchedArgumentException unmatched ->
                    Message.of("cli.usage.unmatched", unmatched.getUnmatched().getFirst());
            case MissingParameterException missing when !missing.getMissing().isEmpty() ->
                    Message.of("cli.usage.missing", missing.getMissing().getFirst().paramLabel());
            case MutuallyExclusiveArgsException both -> Message.of("cli.usage.exclusive");
            case OverwrittenOptionException twice -> Message.of("cli.usage.twice", name(twice.getOverwritten()));
            case ParameterException other when other.getArgSpec() != null && other.getValue() != null ->
                    Message.of("cli.usage.value", other.getValue(), name(other.getArgSpec()));
            default -> Message.of("cli.usage.other", mistake.getMessage());
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}

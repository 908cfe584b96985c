package org.carillon.cli;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** The command line asks for something that cannot be; the exit code is {@link ExitCode#WRONG_USAGE}. */
final class UsageException extends ExplainedException {
    UsageException(Message explanation) {
        super(explanation);
    }

    UsageException(Message explanation, Throwable cause) {
        super(explanation, cause);
    }
}

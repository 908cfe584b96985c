package org.carillon.cli;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** What was asked for is not there; the exit code is {@link ExitCode#NOT_FOUND}. */
final class NotFoundException extends ExplainedException {
    NotFoundException(Message explanation) {
        super(explanation);
    }
}

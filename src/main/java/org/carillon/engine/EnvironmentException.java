package org.carillon.engine;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** The environment of the user's login shell could not be imported; says why. */
public final class EnvironmentException extends ExplainedException {
    public EnvironmentException(Message explanation) {
        super(explanation);
    }
}

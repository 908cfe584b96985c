package org.carillon.service;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** The operating system did not do what was asked of it for the service. */
public final class ServiceException extends ExplainedException {
    ServiceException(Message explanation) {
        super(explanation);
    }

    ServiceException(Message explanation, Throwable cause) {
        super(explanation, cause);
    }
}

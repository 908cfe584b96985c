package org.carillon.desktop.keyring;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** A keyring that cannot be reached, is locked, or refuses. */
public final class KeyringException extends ExplainedException {
    public KeyringException(Message explanation) {
        super(explanation);
    }

    public KeyringException(Message explanation, Throwable cause) {
        super(explanation, cause);
    }
}

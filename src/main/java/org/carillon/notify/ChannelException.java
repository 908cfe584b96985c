package org.carillon.notify;

import org.carillon.message.Message;

/** A notice that did not go out. */
public final class ChannelException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Message explanation;

    public ChannelException(Message explanation, Throwable cause) {
        super(explanation.toString(), cause);
        this.explanation = explanation;
    }

    /** What went wrong and what to do about it. */
    public Message explanation() {
        return explanation;
    }
}

package org.carillon.job;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** Text or JSON that is not what the format {@code carillon/1} allows. The explanation says what, where, and what is allowed. */
public final class FormatException extends ExplainedException {
    private final String place;
    private final transient Message plainExplanation;

    /** @param place where, as a path such as {@code jobs[0].trigger.expression}; empty for the whole */
    public FormatException(String place, Message explanation) {
        this(place, explanation, null);
    }

    public FormatException(String place, Message explanation, Throwable cause) {
        super(place.isEmpty() ? explanation : Message.of("job.format.at", place, explanation), cause);
        this.place = place;
        this.plainExplanation = explanation;
    }

    public String place() {
        return place;
    }

    /** The explanation without the place. */
    public Message plainExplanation() {
        return plainExplanation;
    }
}

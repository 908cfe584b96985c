package org.carillon.job;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import tools.jackson.core.JacksonException;

/** Text or JSON that is not what the format {@code carillon/1} allows. The explanation says what, where, and what is allowed. */
public final class FormatException extends ExplainedException {
    private static final String PARSERS_OWN = " \\(start marker at \\[Source:[^\\]]*]\\)|(?: at)? \\[Source:[^\\]]*]";

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

    /** Of text that is no JSON. */
    public static FormatException notJson(String place, JacksonException mistake) {
        return new FormatException(place, notJson(mistake), mistake);
    }

    /** Why a text is no JSON, without what the parser says of itself: where it reads from, and how it is set. */
    public static Message notJson(JacksonException mistake) {
        return Message.of("job.format.notJson", String.valueOf(mistake.getOriginalMessage()).replaceAll(PARSERS_OWN, ""));
    }

    public String place() {
        return place;
    }

    /** The explanation without the place. */
    public Message plainExplanation() {
        return plainExplanation;
    }
}

package org.carillon.trigger;

import java.util.List;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/**
 * Something that is not a trigger. The explanation says what is wrong, where, and what is allowed. Positions are half-open ranges of
 * UTF-16 units.
 */
public final class TriggerException extends ExplainedException {
    private final String field;
    private final int from;
    private final int to;
    private final int offset;
    private final boolean inText;
    private final transient List<Mend> mends;

    private TriggerException(Message explanation, String field, int from, int to, int offset, boolean inText, List<Mend> mends) {
        super(explanation);
        this.field = field;
        this.from = from;
        this.to = to;
        this.offset = offset;
        this.inText = inText;
        this.mends = List.copyOf(mends);
    }

    /** A mistake that belongs to no text. */
    public static TriggerException of(Message explanation) {
        return new TriggerException(explanation, null, 0, 0, 0, false, List.of());
    }

    /** A mistake in one named component that has no text of its own, such as {@code every}. */
    public static TriggerException of(String field, Message explanation) {
        return new TriggerException(explanation, field, 0, 0, 0, false, List.of());
    }

    /** A mistake of a whole expression, at that range of it. */
    static TriggerException inExpression(Message explanation, int from, int to, List<Mend> mends) {
        return new TriggerException(explanation, null, from, to, 0, true, mends);
    }

    /** A mistake in one field, whose text begins at {@code offset} in the expression. */
    static TriggerException inField(Message explanation, String field, int from, int to, int offset, List<Mend> mends) {
        return new TriggerException(explanation, field, from, to, offset, true, mends);
    }

    /** The same mistake with other offers. */
    TriggerException withMends(List<Mend> others) {
        return new TriggerException(explanation(), field, from, to, offset, inText, others);
    }

    /** The same mistake of a whole expression, from there to the same end; a mistake in a field as it is. */
    TriggerException from(int begin) {
        return field != null ? this : inExpression(explanation(), begin, to, mends);
    }

    /** The field's name as in the format: {@code minute}, {@code day of month}, …; null when it is the whole that is wrong. */
    public String field() {
        return field;
    }

    /** Whether there is a text in which the mistake has a place; else all positions are 0. */
    public boolean hasPosition() {
        return inText;
    }

    /** Where the mistake begins in the field's text (in the expression when {@link #field()} is null). */
    public int from() {
        return from;
    }

    /** Where the mistake ends in that text, exclusive. */
    public int to() {
        return to;
    }

    /** Where the mistake begins in the whole expression; for triggers by fields the same as {@link #from()}. */
    public int expressionFrom() {
        return offset + from;
    }

    public int expressionTo() {
        return offset + to;
    }

    /** Offers to correct it, the nearest first; often none. */
    public List<Mend> mends() {
        return mends;
    }
}

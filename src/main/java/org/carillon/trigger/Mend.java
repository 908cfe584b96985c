package org.carillon.trigger;

import java.util.function.Consumer;
import org.carillon.message.Message;

/**
 * An offer to correct a mistake.
 *
 * @param label      what it does, for a button
 * @param expression the whole text as it would be then
 * @param dialect    the dialect to read it in, null to leave that as it is
 */
public record Mend(Message label, String expression, Dialect dialect) {
    static Mend use(String expression, Dialect dialect) {
        return new Mend(Message.of("trigger.mend.use", expression), expression, dialect);
    }

    /** Whether it corrects that mistake of a text: it is right then, or what is wrong with it is behind the mended place. */
    boolean corrects(TriggerException mistake, String text, Consumer<Mend> reading) {
        try {
            reading.accept(this);
            return true;
        } catch (TriggerException left) {
            int mendedTo = expression.length() - (text.length() - mistake.expressionTo());
            return left.field() != null && (mistake.field() == null || left.expressionFrom() >= mendedTo);
        }
    }
}

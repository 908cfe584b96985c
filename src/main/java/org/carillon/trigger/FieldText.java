package org.carillon.trigger;

import java.util.ArrayList;
import java.util.List;
import org.carillon.message.Message;

/**
 * The text of one field and where it stands, to say exactly what is wrong with it.
 *
 * @param name       how errors name the field
 * @param offset     where the field begins in the expression
 * @param expression the whole expression
 * @param allowed    what may stand there
 */
record FieldText(Field field, String name, String text, int offset, String expression, Message allowed) {
    private static final int NEAR_YEARS = 100;

    int length() {
        return text.length();
    }

    char at(int index) {
        return text.charAt(index);
    }

    /** A mistake at a range of this field; each of {@code mends} is what could stand there instead. */
    TriggerException error(Message explanation, int from, int to, String... mends) {
        List<Mend> offers = new ArrayList<>();
        for (String mend : mends) {
            String mended = expression.substring(0, offset + from) + mend + expression.substring(offset + to);
            offers.add(new Mend(Message.of("trigger.mend.use", mend), mended, null));
        }
        return TriggerException.inField(explanation, name, from, to, offset, offers);
    }

    TriggerException notUnderstood(int from, int to, String... mends) {
        return from >= to
                ? error(Message.of("trigger.cron.missing", field.named(), allowed), from, to, mends)
                : error(Message.of("trigger.cron.notUnderstood", text.substring(from, to), field.named(), allowed), from, to, mends);
    }

    TriggerException outside(int from, int to, String... mends) {
        return error(Message.of("trigger.cron.outside", text.substring(from, to), field.named(), allowed), from, to, mends);
    }

    /** The nearest of the numbers that are allowed; none where that is so far away that it can hardly be meant. */
    String[] nearest(int value, int least, int greatest) {
        int near = field == Field.YEAR ? NEAR_YEARS : greatest - least;
        boolean far = value < least - near || value > greatest + near;
        return far ? new String[0] : new String[] {Integer.toString(Math.clamp(value, least, greatest))};
    }

    TriggerException backwards(int from, int to, String... mends) {
        return error(Message.of("trigger.cron.backwards", text.substring(from, to), field.named()), from, to, mends);
    }
}

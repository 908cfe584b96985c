package org.carillon.trigger;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.message.Message;

/** Reads the fields of a cron trigger by fields. */
final class CronFields {
    /** From the most significant to the least; the order decides over defaults. */
    private static final Map<String, Field> ORDER = new LinkedHashMap<>();

    static {
        ORDER.put("year", Field.YEAR);
        ORDER.put("month", Field.MONTH);
        ORDER.put("day", Field.DAY_OF_MONTH);
        ORDER.put("week", Field.WEEK);
        ORDER.put("day_of_week", Field.DAY_OF_WEEK);
        ORDER.put("hour", Field.HOUR);
        ORDER.put("minute", Field.MINUTE);
        ORDER.put("second", Field.SECOND);
    }

    static final List<String> NAMES = List.copyOf(ORDER.keySet());

    private CronFields() {}

    static Field byName(String name) {
        return ORDER.get(name);
    }

    /** The given fields in their order. */
    static Map<String, String> sorted(Map<String, String> fields) {
        for (String name : fields.keySet()) {
            if (!ORDER.containsKey(name)) {
                throw TriggerException.of(name, Message.of("trigger.fields.unknown", name, String.join(", ", NAMES)));
            }
        }
        Map<String, String> sorted = new LinkedHashMap<>();
        NAMES.stream().filter(fields::containsKey).forEach(name -> sorted.put(name, fields.get(name)));
        return sorted;
    }

    static CronParser.Parsed parse(Map<String, String> fields) {
        int least = -1;
        for (int i = 0; i < NAMES.size(); i++) {
            least = fields.containsKey(NAMES.get(i)) ? i : least;
        }
        FieldValues[] values = new FieldValues[Field.values().length];
        for (int i = 0; i < NAMES.size(); i++) {
            Field field = ORDER.get(NAMES.get(i));
            String text = fields.get(NAMES.get(i));
            values[field.ordinal()] = text != null ? field(NAMES.get(i), text) : omitted(field, fields.isEmpty() || i < least);
        }
        return combine(values);
    }

    /** The values of one field, for instance of {@code day_of_week}. */
    static FieldValues field(String name, String text) {
        try {
            return read(name, text);
        } catch (TriggerException mistake) {
            throw mistake.withMends(mistake.mends().stream().filter(mend -> mend.corrects(mistake, text, it -> read(name, it.expression()))).toList());
        }
    }

    private static FieldValues read(String name, String text) {
        Field field = ORDER.get(name);
        return new PlainFieldParser(new FieldText(field, name, text, 0, text, allowed(field))).parse();
    }

    /** A field that is left out: all its values above the least significant given one, below it the least value. */
    private static FieldValues omitted(Field field, boolean above) {
        boolean all = above || field == Field.WEEK || field == Field.DAY_OF_WEEK;
        FieldValues values = field(field == Field.DAY_OF_MONTH ? "day" : field == Field.DAY_OF_WEEK ? "day_of_week" : field.title(),
                all ? "*" : Integer.toString(field.least()));
        return new FieldValues(values.bits(), values.days(), values.years(), true, false, List.of());
    }

    private static CronParser.Parsed combine(FieldValues[] values) {
        FieldValues minutes = values[Field.MINUTE.ordinal()];
        FieldValues hours = values[Field.HOUR.ordinal()];
        Times times = new Times((int) hours.bits(), minutes.bits(), values[Field.SECOND.ordinal()].bits());
        BitSet years = values[Field.YEAR.ordinal()].years();
        DayRule rule = new DayRule.Fields((int) values[Field.MONTH.ordinal()].bits(), values[Field.WEEK.ordinal()].bits(),
                values[Field.DAY_OF_MONTH.ordinal()].days(), values[Field.DAY_OF_WEEK.ordinal()].days(), false, years);
        return new CronParser.Parsed(new CronSchedule(times, new Days(rule)), false, minutes.star() || hours.star(), false, List.of());
    }

    static Message allowed(Field field) {
        return switch (field) {
            case DAY_OF_MONTH, DAY_OF_WEEK, MONTH -> Message.of("trigger.allowed." + field.camelCase() + ".fields");
            default -> Message.of("trigger.allowed." + field.camelCase());
        };
    }
}

package org.carillon.trigger;

import java.util.List;
import org.carillon.message.Message;

/** The numbers and names of one field in one notation. */
record Notation(Field field, Dialect dialect) {
    int least() {
        return field == Field.DAY_OF_WEEK && dialect == Dialect.QUARTZ ? 1 : field.least();
    }

    /** The greatest number that {@code *} and {@code a/n} reach. */
    int greatest() {
        return field == Field.DAY_OF_WEEK && dialect == Dialect.QUARTZ ? 7 : field.greatest();
    }

    /** The greatest number that may be written: crontab takes 7 for Sunday. */
    int greatestWritten() {
        return field == Field.DAY_OF_WEEK ? 7 : field.greatest();
    }

    List<String> names() {
        return switch (field) {
            case MONTH -> Field.MONTHS;
            case DAY_OF_WEEK -> Field.WEEKDAYS;
            default -> List.of();
        };
    }

    /** The number of a three-letter name in upper case, or -1. */
    int number(String name) {
        int index = names().indexOf(name);
        return index < 0 ? -1 : index + least();
    }

    /** 1 (Monday) to 7 (Sunday) for a weekday number of this notation. */
    int isoWeekday(int number) {
        int fromSunday = dialect == Dialect.QUARTZ ? number - 1 : number;
        return fromSunday % 7 == 0 ? 7 : fromSunday;
    }

    Message allowed() {
        return switch (field) {
            case DAY_OF_MONTH, DAY_OF_WEEK -> Message.of("trigger.allowed." + field.camelCase()
                    + (dialect == Dialect.QUARTZ ? ".quartz" : ".unix"));
            default -> Message.of("trigger.allowed." + field.camelCase());
        };
    }
}

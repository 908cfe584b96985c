package org.carillon.trigger;

import java.util.List;
import java.util.Locale;
import org.carillon.message.Message;

/** The fields of cron expressions. Weekdays are numbered differently in each notation; what is here is crontab's. */
enum Field {
    SECOND("second", 0, 59),
    MINUTE("minute", 0, 59),
    HOUR("hour", 0, 23),
    DAY_OF_MONTH("day of month", 1, 31),
    MONTH("month", 1, 12),
    DAY_OF_WEEK("day of week", 0, 6),
    YEAR("year", 1970, 9999),
    WEEK("week", 1, 53);

    static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private final String title;
    private final int least;
    private final int greatest;

    Field(String title, int least, int greatest) {
        this.title = title;
        this.least = least;
        this.greatest = greatest;
    }

    /** As errors name it, also for machines. */
    String title() {
        return title;
    }

    int least() {
        return least;
    }

    int greatest() {
        return greatest;
    }

    boolean isDay() {
        return this == DAY_OF_MONTH || this == DAY_OF_WEEK;
    }

    /** The field's name in the reader's language. */
    Message named() {
        return Message.of("trigger.field." + camelCase());
    }

    String camelCase() {
        return switch (this) {
            case DAY_OF_MONTH -> "dayOfMonth";
            case DAY_OF_WEEK -> "dayOfWeek";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}

package org.carillon.trigger;

import java.util.Locale;
import org.carillon.message.Message;

/** The items with {@code L}, {@code W} and {@code #} that the two day fields allow. */
final class DayItem {
    private static final int FARTHEST_BEFORE_LAST = 30;

    private DayItem() {}

    /** What the item says, or null when it is none of these. */
    static DayPattern parse(FieldText text, Notation notation, int from, int to) {
        return switch (notation.field()) {
            case DAY_OF_MONTH -> ofMonth(text, from, to);
            case DAY_OF_WEEK -> ofWeek(text, notation, from, to);
            default -> null;
        };
    }

    private static DayPattern ofMonth(FieldText text, int from, int to) {
        boolean last = isLetter(text, from, 'L');
        int number = last ? from + 1 : from;
        if (last && number < to && text.at(number) == '-') {
            number++;
        } else if (last) {
            return lastDay(text, from, to);
        }
        int end = CronFieldParser.digits(text, number, to);
        boolean nearest = end == to - 1 && isLetter(text, end, 'W');
        if (!last && !nearest) {
            return null;
        }
        if (end == number || end < to && !nearest) {
            throw text.notUnderstood(from, to);
        }
        int value = CronFieldParser.value(text, number, end);
        return last ? beforeLast(text, value, nearest, number, end) : nearest(text, value, number, end);
    }

    private static DayPattern lastDay(FieldText text, int from, int to) {
        if (to == from + 1) {
            return beforeLast(0);
        }
        if (to == from + 2 && isLetter(text, from + 1, 'W')) {
            return nearestBeforeLast(0);
        }
        throw text.notUnderstood(from, to);
    }

    private static DayPattern beforeLast(FieldText text, int days, boolean nearest, int from, int to) {
        if (days > FARTHEST_BEFORE_LAST) {
            throw text.error(Message.of("trigger.cron.beforeLast", text.text().substring(from, to)), from, to, "30");
        }
        return nearest ? nearestBeforeLast(days) : beforeLast(days);
    }

    private static DayPattern nearest(FieldText text, int day, int from, int to) {
        if (day < 1 || day > 31) {
            throw text.outside(from, to, text.nearest(day, 1, 31));
        }
        return new DayPattern(0, 0, 1 << day, 0, 0, 0, 0);
    }

    private static DayPattern beforeLast(int days) {
        return new DayPattern(0, 1 << days, 0, 0, 0, 0, 0);
    }

    private static DayPattern nearestBeforeLast(int days) {
        return new DayPattern(0, 0, 0, 1 << days, 0, 0, 0);
    }

    private static DayPattern ofWeek(FieldText text, Notation notation, int from, int to) {
        int hash = text.text().indexOf('#', from);
        if (hash >= 0 && hash < to) {
            return nth(text, notation, from, hash, to);
        }
        if (!isLetter(text, to - 1, 'L')) {
            return null;
        }
        if (to == from + 1) {
            if (notation.dialect() == Dialect.QUARTZ) {
                return DayPattern.ofWeekdays(1 << 6);
            }
            throw text.error(Message.of("trigger.cron.lastOfWeek"), from, to, "6", "5L");
        }
        int weekday = weekday(text, notation, from, to - 1);
        return new DayPattern(0, 0, 0, 0, 0, 0, 1 << weekday);
    }

    private static DayPattern nth(FieldText text, Notation notation, int from, int hash, int to) {
        int weekday = weekday(text, notation, from, hash);
        int end = CronFieldParser.digits(text, hash + 1, to);
        if (end < to || end == hash + 1) {
            throw text.notUnderstood(from, to);
        }
        int n = CronFieldParser.value(text, hash + 1, to);
        if (n < 1 || n > 5) {
            throw text.error(Message.of("trigger.cron.nth", text.text().substring(hash + 1, to)), hash + 1, to, n < 1 ? "1" : "5");
        }
        return new DayPattern(0, 0, 0, 0, 0, 1L << DayPattern.nthBit(weekday, n), 0);
    }

    /** The weekday, from 1 (Monday), that is written from {@code from} to {@code to}. */
    private static int weekday(FieldText text, Notation notation, int from, int to) {
        int end = CronFieldParser.digits(text, from, to);
        if (end == to && end > from) {
            int value = CronFieldParser.value(text, from, to);
            if (value < notation.least() || value > notation.greatestWritten()) {
                throw text.outside(from, to, text.nearest(value, notation.least(), notation.greatest()));
            }
            return notation.isoWeekday(value);
        }
        int number = notation.number(text.text().substring(from, to).toUpperCase(Locale.ROOT));
        if (number < 0) {
            throw text.notUnderstood(from, Math.max(to, Math.min(from + 1, text.length())));
        }
        return notation.isoWeekday(number);
    }

    private static boolean isLetter(FieldText text, int index, char upper) {
        return index < text.length() && (text.at(index) == upper || text.at(index) == upper + 32);
    }
}

package org.carillon.trigger;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.carillon.message.Message;

/**
 * Reads one field of a cron trigger by fields, as APScheduler writes them: case and blanks around commas are free, a weekday's number counts
 * from Monday = 0, and whatever is left over after an expression is a mistake. For one use by one thread.
 */
final class PlainFieldParser {
    private static final List<String> WEEKDAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final List<String> ORDINALS = List.of("1ST", "2ND", "3RD", "4TH", "5TH");

    private final FieldText text;
    private final Field field;
    private final BitSet found = new BitSet();
    private DayPattern special = DayPattern.ofDays(0);

    PlainFieldParser(FieldText text) {
        this.text = text;
        this.field = text.field();
    }

    FieldValues parse() {
        int from = 0;
        boolean more = true;
        while (more) {
            int comma = text.text().indexOf(',', from);
            more = comma >= 0;
            item(from, more ? comma : text.length());
            from = comma + 1;
        }
        boolean star = text.text().stripLeading().startsWith("*");
        return switch (field) {
            case DAY_OF_MONTH -> values(0, special.or(DayPattern.ofDays((int) bits())), null, star);
            case DAY_OF_WEEK -> values(0, DayPattern.ofWeekdays((int) bits() << 1), null, star);
            case YEAR -> values(0, null, found.cardinality() > field.greatest() - field.least() ? null : found, star);
            default -> values(bits(), null, null, star);
        };
    }

    private static FieldValues values(long bits, DayPattern days, BitSet years, boolean star) {
        return new FieldValues(bits, days, years, star, false, List.of());
    }

    private long bits() {
        long[] words = found.toLongArray();
        return words.length == 0 ? 0 : words[0];
    }

    private void item(int begin, int finish) {
        int from = begin;
        int to = finish;
        while (from < to && text.at(from) == ' ') {
            from++;
        }
        while (from < to && text.at(to - 1) == ' ') {
            to--;
        }
        if (from == to) {
            throw text.notUnderstood(Math.max(0, begin - 1), Math.min(text.length(), finish + 1));
        }
        if (text.at(from) == '*') {
            range(field.least(), field.greatest(), from, from + 1, to);
        } else if (CronFieldParser.digits(text, from, to) > from && !isOrdinal(from, to)) {
            numbers(from, to);
        } else {
            words(from, to);
        }
    }

    private boolean isOrdinal(int from, int to) {
        int end = CronFieldParser.digits(text, from, to);
        return field == Field.DAY_OF_MONTH && CronFieldParser.letters(text, end, to) > end;
    }

    private void numbers(int from, int to) {
        int end = CronFieldParser.digits(text, from, to);
        int first = CronFieldParser.value(text, from, end);
        boolean isRange = end < to && text.at(end) == '-';
        if (end < to && !isRange && text.at(end) != '/') {
            throw text.notUnderstood(from, to);
        }
        int last = first;
        int lastFrom = from;
        if (isRange) {
            lastFrom = end + 1;
            end = CronFieldParser.digits(text, lastFrom, to);
            if (end == lastFrom) {
                throw text.notUnderstood(from, to);
            }
            last = CronFieldParser.value(text, lastFrom, end);
        }
        check(first, from, CronFieldParser.digits(text, from, to));
        check(last, lastFrom, end);
        if (first > last) {
            int step = end == to ? 1 : CronFieldParser.stepIfRight(text, end, to);
            WrappedRange range = new WrappedRange(first, last, Math.max(1, step));
            throw text.backwards(from, step == 0 ? end : to, field == Field.YEAR ? range.turned() : range.inTwo(field.least(), field.greatest()));
        }
        range(first, !isRange && end < to ? field.greatest() : last, from, end, to);
    }

    private void check(int value, int from, int to) {
        if (value < field.least() || value > field.greatest()) {
            boolean sunday = field == Field.DAY_OF_WEEK && value == 7;
            throw text.outside(from, to, sunday ? new String[] {"sun"} : text.nearest(value, field.least(), field.greatest()));
        }
    }

    private void range(int first, int last, int from, int end, int to) {
        int step = 1;
        if (end < to) {
            step = CronFieldParser.step(text, end, to);
            if (step > last - first) {
                throw text.error(Message.of("trigger.fields.wideStep", Integer.toString(step), field.named(),
                        Integer.toString(last - first)), from, to, Integer.toString(first));
            }
        }
        for (int value = first; value <= last; value += step) {
            found.set(value);
        }
    }

    private void words(int from, int to) {
        String item = text.text().substring(from, to).toUpperCase(Locale.ROOT);
        switch (field) {
            case DAY_OF_MONTH -> special = special.or(dayOf(item, from, to));
            case MONTH -> names(Field.MONTHS, 1, item, from, to);
            case DAY_OF_WEEK -> names(WEEKDAYS, 0, item, from, to);
            default -> throw text.notUnderstood(from, to);
        }
    }

    private void names(List<String> names, int first, String item, int from, int to) {
        int dash = item.indexOf('-');
        int one = name(names, item, 0, dash < 0 ? item.length() : dash, from);
        int other = dash < 0 ? one : name(names, item, dash + 1, item.length(), from);
        if (one > other) {
            throw text.backwards(from, to, item.substring(0, 3) + "-" + names.getLast() + "," + names.getFirst() + "-" + names.get(other));
        }
        found.set(one + first, other + first + 1);
    }

    private int name(List<String> names, String item, int begin, int end, int from) {
        String name = item.substring(begin, end);
        int index = names.indexOf(name);
        if (index < 0) {
            String[] near = names.stream().filter(known -> name.length() > 3 && name.startsWith(known)).toArray(String[]::new);
            throw text.notUnderstood(from + begin, from + Math.max(end, begin), near);
        }
        return index;
    }

    private DayPattern dayOf(String item, int from, int to) {
        if (item.equals("LAST")) {
            return new DayPattern(0, 1, 0, 0, 0, 0, 0);
        }
        int blank = item.indexOf(' ');
        String which = blank < 0 ? "" : item.substring(0, blank);
        int n = ORDINALS.indexOf(which) + 1;
        if (!which.equals("LAST") && n == 0) {
            throw text.notUnderstood(from, to);
        }
        String day = item.substring(blank).stripLeading();
        int weekday = name(WEEKDAYS, item, item.length() - day.length(), item.length(), from) + 1;
        return n == 0
                ? new DayPattern(0, 0, 0, 0, 0, 0, 1 << weekday)
                : new DayPattern(0, 0, 0, 0, 0, 1L << DayPattern.nthBit(weekday, n), 0);
    }
}

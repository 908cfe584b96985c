package org.carillon.trigger;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.carillon.message.Message;

/** Reads one field of a cron expression, crontab's or Quartz'. For one use by one thread. */
final class CronFieldParser {
    /** {@code H} stays within the days that every month has, as in Jenkins. */
    private static final int LAST_HASHED_DAY = 28;

    private record Number(int value, int end, boolean named) {}

    private final FieldText text;
    private final Notation notation;
    private final String seed;
    private final BitSet found = new BitSet();
    private final List<Message> warnings = new ArrayList<>();
    private DayPattern special = DayPattern.ofDays(0);
    private boolean seeded;

    CronFieldParser(FieldText text, Notation notation, String seed) {
        this.text = text;
        this.notation = notation;
        this.seed = seed;
    }

    FieldValues parse() {
        boolean question = text.text().equals("?") && notation.field().isDay() && notation.dialect() == Dialect.QUARTZ;
        if (question) {
            found.set(notation.least(), notation.greatest() + 1);
        } else {
            items();
        }
        boolean star = question || text.at(0) == '*';
        return switch (notation.field()) {
            case DAY_OF_MONTH -> values(0, special.or(DayPattern.ofDays((int) bits())), null, star);
            case DAY_OF_WEEK -> values(0, special.or(DayPattern.ofWeekdays(weekdays())), null, star);
            case YEAR -> values(0, null, text.text().equals("*") ? null : found, star);
            default -> values(bits(), null, null, star);
        };
    }

    private FieldValues values(long bits, DayPattern days, BitSet years, boolean star) {
        return new FieldValues(bits, days, years, star, seeded, List.copyOf(warnings));
    }

    private long bits() {
        long[] words = found.toLongArray();
        return words.length == 0 ? 0 : words[0];
    }

    private int weekdays() {
        int bits = 0;
        for (int number = found.nextSetBit(0); number >= 0; number = found.nextSetBit(number + 1)) {
            bits |= 1 << notation.isoWeekday(number);
        }
        return bits;
    }

    private void items() {
        int from = 0;
        while (true) {
            int comma = text.text().indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            item(from, to);
            if (comma < 0) {
                return;
            }
            from = to + 1;
        }
    }

    private void item(int from, int to) {
        if (from == to) {
            throw text.notUnderstood(Math.max(0, from - 1), Math.min(text.length(), to + 1));
        }
        char first = text.at(from);
        if (first == '*') {
            range(notation.least(), notation.greatest(), from, from + 1, to);
        } else if (isHash(from, to)) {
            new HashedRange(text, notation, hash()).addTo(found, from, to);
            seeded = true;
        } else if (first == '?' && to == from + 1 && notation.field().isDay()) {
            throw text.notUnderstood(from, to, "*");
        } else if (first == '/') {
            throw text.notUnderstood(from, to, "*" + text.text().substring(from, to));
        } else {
            DayPattern day = DayItem.parse(text, notation, from, to);
            if (day != null) {
                special = special.or(day);
            } else {
                numbers(from, to);
            }
        }
    }

    private boolean isHash(int from, int to) {
        char first = text.at(from);
        return notation.dialect() == Dialect.UNIX && (first == 'H' || first == 'h')
                && (from + 1 == to || text.at(from + 1) == '(' || text.at(from + 1) == '/');
    }

    /** A number that depends on the seed and the field alone: FNV-1a over both, its bits mixed well. */
    private long hash() {
        long hash = 0xcbf29ce484222325L;
        String of = seed + "/" + notation.field().title();
        for (int i = 0; i < of.length(); i++) {
            hash = (hash ^ of.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return (hash ^ hash >>> 33) >>> 1;
    }

    static int lastHashed(Notation notation) {
        return notation.field() == Field.DAY_OF_MONTH ? LAST_HASHED_DAY : notation.greatest();
    }

    private void numbers(int from, int to) {
        Number first = number(from, to);
        int end = first.end;
        if (end == to) {
            found.set(first.value);
        } else if (text.at(end) == '/') {
            int start = isUnixSunday(first.value) ? 0 : first.value;
            range(start, notation.greatest(), from, end, to);
        } else if (text.at(end) == '-') {
            Number last = number(end + 1, to);
            int greatest = last.named && notation.field() == Field.DAY_OF_WEEK && notation.dialect() == Dialect.UNIX
                    && last.value == 0 && first.value > 0 ? 7 : last.value;
            range(first.value, upTo(first.value, greatest, from, last.end, to), from, last.end, to);
        } else {
            throw text.notUnderstood(from, to);
        }
    }

    private boolean isUnixSunday(int number) {
        return notation.field() == Field.DAY_OF_WEEK && notation.dialect() == Dialect.UNIX && number == 7;
    }

    /** The end of a range; one that wraps, which Quartz allows, ends beyond the greatest number. */
    private int upTo(int first, int last, int from, int end, int to) {
        if (first <= last) {
            return last;
        }
        if (notation.dialect() == Dialect.QUARTZ && notation.field() != Field.YEAR) {
            return last + notation.greatest() - notation.least() + 1;
        }
        int step = end == to ? 1 : stepIfRight(text, end, to);
        throw step == 0
                ? text.backwards(from, end, forwards(new WrappedRange(first, last, 1)))
                : text.backwards(from, to, forwards(new WrappedRange(first, last, step)));
    }

    private String forwards(WrappedRange range) {
        if (notation.field() == Field.YEAR) {
            return range.turned();
        }
        boolean ofWeek = notation.field() == Field.DAY_OF_WEEK;
        if (ofWeek && range.first() == 7) {
            return new WrappedRange(range.last(), 0, range.step()).turned();
        }
        return ofWeek && range.last() == 0
                ? new WrappedRange(7, range.first(), range.step()).turned()
                : range.inTwo(notation.least(), notation.greatest());
    }

    /** The step behind a slash; 0 where something is wrong with it. */
    static int stepIfRight(FieldText text, int slash, int to) {
        boolean right = text.at(slash) == '/' && slash + 1 < to && digits(text, slash + 1, to) == to;
        return right ? value(text, slash + 1, to) : 0;
    }

    /** Adds first to last in steps, if any is written at {@code end}. */
    private void range(int first, int last, int from, int end, int to) {
        int step = end == to ? 1 : step(end, to);
        if (step > last - first && step > 1) {
            warnings.add(Message.of("trigger.cron.wideStep", text.text().substring(from, to), text.field().named(), shown(first)));
        }
        int count = notation.greatest() - notation.least() + 1;
        for (long number = first; number <= last; number += step) {
            int value = (int) number;
            found.set(value > notation.greatestWritten() ? (value - notation.least()) % count + notation.least() : value);
        }
    }

    private String shown(int number) {
        return notation.names().isEmpty() ? Integer.toString(number) : notation.names().get((number - notation.least()) % notation.names().size());
    }

    private int step(int slash, int to) {
        return step(text, slash, to);
    }

    /** The step behind a slash, which must be all that is left. */
    static int step(FieldText text, int slash, int to) {
        if (text.at(slash) != '/') {
            throw text.notUnderstood(slash, to);
        }
        int end = digits(text, slash + 1, to);
        if (end == slash + 1) {
            throw text.error(Message.of("trigger.cron.noStep", text.field().named()), slash, to);
        }
        if (end < to) {
            throw text.notUnderstood(end, to, "");
        }
        int step = value(text, slash + 1, end);
        if (step == 0) {
            throw text.error(Message.of("trigger.cron.zeroStep", text.field().named()), slash + 1, end, "1");
        }
        return step;
    }

    private Number number(int from, int to) {
        int end = digits(text, from, to);
        if (end > from) {
            int value = value(text, from, end);
            if (value < notation.least() || value > notation.greatestWritten()) {
                throw text.outside(from, end, nearest(value));
            }
            return new Number(value, end, false);
        }
        end = letters(text, from, to);
        String name = text.text().substring(from, end).toUpperCase(Locale.ROOT);
        int value = notation.number(name);
        if (value < 0) {
            throw text.notUnderstood(from, end == from ? to : end, nearest(name));
        }
        return new Number(value, end, true);
    }

    /** What was near to a number that is outside: the cycle's beginning for one that is just past its end; nothing for one far away. */
    private String[] nearest(int value) {
        if (value == notation.greatest() + 1 && notation.least() == 0) {
            return new String[] {"0", Integer.toString(notation.greatest())};
        }
        return text.nearest(value, notation.least(), notation.greatest());
    }

    /** A full English name, or one of its beginnings, for the three letters. */
    private String[] nearest(String name) {
        if (name.length() > 3) {
            for (String known : notation.names()) {
                if (name.startsWith(known)) {
                    return new String[] {known};
                }
            }
        }
        return new String[0];
    }

    static int digits(FieldText text, int from, int to) {
        int end = from;
        while (end < to && text.at(end) >= '0' && text.at(end) <= '9') {
            end++;
        }
        return end;
    }

    static int letters(FieldText text, int from, int to) {
        int end = from;
        while (end < to && (text.at(end) >= 'A' && text.at(end) <= 'Z' || text.at(end) >= 'a' && text.at(end) <= 'z')) {
            end++;
        }
        return end;
    }

    /** The number that these digits write; one of more than nine digits is taken for the greatest of nine. */
    static int value(FieldText text, int from, int to) {
        int first = from;
        while (first < to - 1 && text.at(first) == '0') {
            first++;
        }
        return to - first > 9 ? 999_999_999 : Integer.parseInt(text.text(), first, to, 10);
    }
}

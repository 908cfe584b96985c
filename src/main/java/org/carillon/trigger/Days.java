package org.carillon.trigger;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The days on which something runs, as numbers since 1970-01-01. For each kind of year the matching days are worked out once, when
 * first needed, as a bit set over the year; the search itself is a look-up. Thread-safe: the look-up tables are
 * written once with equal content whoever comes first.
 */
final class Days {
    static final int NONE = Integer.MIN_VALUE;
    static final int FIRST = Years.firstDay(Years.FIRST);
    static final int LAST = Years.firstDay(Years.LAST + 1) - 1;
    private static final int WORDS = 6;
    /** For kinds of years without any matching day. */
    private static final long[] EMPTY = {};

    private final DayRule rule;
    private final BitSet years;
    private final boolean everyDay;
    /** From each weekday, how many days there are to the next matching one; null for rules that look at more than the weekday. */
    private final byte[] daysAhead;
    /** Set once a whole cycle of years was searched in vain; whoever does not see it yet searches again. */
    private boolean never;
    private final AtomicReferenceArray<long[]> tables = new AtomicReferenceArray<>(Years.KINDS);

    Days(DayRule rule) {
        this.rule = rule;
        this.years = rule.years();
        this.everyDay = rule.isEveryDay();
        this.daysAhead = everyDay ? new byte[8] : daysAhead(rule.weekdays());
    }

    private static byte[] daysAhead(int weekdays) {
        if (weekdays == 0) {
            return null;
        }
        byte[] ahead = new byte[8];
        for (int weekday = 1; weekday <= 7; weekday++) {
            while ((weekdays >>> (weekday + ahead[weekday] - 1) % 7 + 1 & 1) == 0) {
                ahead[weekday]++;
            }
        }
        return ahead;
    }

    DayRule rule() {
        return rule;
    }

    boolean isEveryDay() {
        return everyDay;
    }

    /** The earliest matching day at or after that one, or {@link #NONE}. */
    int next(int day) {
        if (day > LAST) {
            return NONE;
        }
        int from = Math.max(day, FIRST);
        if (daysAhead != null) {
            int found = from + daysAhead[Years.weekday(from)];
            return found > LAST ? NONE : found;
        }
        return years == null ? nextInAnyYear(from) : nextInSomeYears(from);
    }

    private int nextInAnyYear(int day) {
        if (never) {
            return NONE;
        }
        int year = Years.of(day);
        int firstDay = Years.firstDay(year);
        int from = day - firstDay;
        int last = Math.min(Years.LAST, year + Years.CYCLE);
        while (true) {
            int kind = Years.kind(year);
            int found = nextBit(table(kind), from);
            if (found >= 0) {
                return firstDay + found;
            }
            if (++year > last) {
                never = last < Years.LAST;
                return NONE;
            }
            firstDay = Years.firstDay(year);
            from = 0;
        }
    }

    private int nextInSomeYears(int day) {
        int first = Years.of(day);
        for (int year = rule.nextYear(first); year <= Years.LAST; year = rule.nextYear(year + 1)) {
            int firstDay = Years.firstDay(year);
            int found = nextBit(table(Years.kind(year)), year == first ? day - firstDay : 0);
            if (found >= 0) {
                return firstDay + found;
            }
        }
        return NONE;
    }

    /** The latest matching day at or before that one, or {@link #NONE}. */
    int previous(int day) {
        if (everyDay) {
            return day < FIRST ? NONE : Math.min(day, LAST);
        }
        if (day < FIRST) {
            return NONE;
        }
        int year = Years.of(Math.min(day, LAST));
        int from = Math.min(day, LAST) - Years.firstDay(year);
        int last = Math.max(Years.FIRST, rule.years() == null ? year - Years.CYCLE : Years.FIRST);
        while (year >= last) {
            if (rule.hasYear(year)) {
                int firstDay = Years.firstDay(year);
                int found = previousBit(table(Years.kind(year)), from);
                if (found >= 0) {
                    return firstDay + found;
                }
            }
            year = rule.previousYear(year - 1);
            from = 366;
        }
        return NONE;
    }

    /** Whether both mean the same days, however they say it. */
    boolean sameAs(Days other) {
        if (rule.equals(other.rule)) {
            return true;
        }
        BitSet mine = rule.years();
        if (mine == null ? other.rule.years() != null : !mine.equals(other.rule.years())) {
            return false;
        }
        for (int kind = 0; kind < Years.KINDS; kind++) {
            if (!Arrays.equals(table(kind), other.table(kind))) {
                return false;
            }
        }
        return true;
    }

    /** The days that both match. */
    Days and(Days other) {
        return new Days(new DayRule.Both(rule, other.rule));
    }

    private long[] table(int kind) {
        long[] table = tables.getAcquire(kind);
        return table != null ? table : fill(kind);
    }

    private long[] fill(int kind) {
        long[] table = new long[WORDS];
        rule.fill(kind, table);
        long[] kept = Arrays.equals(table, new long[WORDS]) ? EMPTY : table;
        tables.setRelease(kind, kept);
        return kept;
    }

    private static int nextBit(long[] bits, int from) {
        int word = from >> 6;
        if (word >= bits.length) {
            return -1;
        }
        long rest = bits[word] & -1L << from;
        while (rest == 0) {
            if (++word == bits.length) {
                return -1;
            }
            rest = bits[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(rest);
    }

    private static int previousBit(long[] bits, int from) {
        if (bits.length == 0) {
            return -1;
        }
        int word = from >> 6;
        long rest = bits[word] & -1L >>> 63 - (from & 63);
        while (rest == 0) {
            if (--word < 0) {
                return -1;
            }
            rest = bits[word];
        }
        return (word << 6) + 63 - Long.numberOfLeadingZeros(rest);
    }
}

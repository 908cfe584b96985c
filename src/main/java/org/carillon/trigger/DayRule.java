package org.carillon.trigger;

import java.util.BitSet;

/** Which days match, by the kind of the year and, where years are restricted, by the year. Equal by its parts. */
sealed interface DayRule {
    /** Sets the bits of the matching days of such a year; bit 0 is 1 January. */
    void fill(int kind, long[] bits);

    /** The years that may match, null for all. Not to be changed. */
    BitSet years();

    boolean isEveryDay();

    /** The weekdays (bits 1 to 7, from Monday) that match, where nothing else decides; else 0. */
    int weekdays();

    default boolean hasYear(int year) {
        return years() == null || years().get(year);
    }

    /** That year or the next one that may match; beyond {@link Years#LAST} when there is none. */
    default int nextYear(int year) {
        if (years() == null) {
            return year;
        }
        int next = years().nextSetBit(year);
        return next < 0 ? Years.LAST + 1 : next;
    }

    /** That year or the one before it that may match; 0 when there is none. */
    default int previousYear(int year) {
        return years() == null ? year : Math.max(0, years().previousSetBit(year));
    }

    /**
     * The fields of a cron expression.
     *
     * @param months    bits 1 to 12
     * @param weeks     ISO weeks, bits 1 to 53
     * @param ofMonth   what the day-of-month field says
     * @param ofWeek    what the day-of-week field says
     * @param either    whether a day that matches one of the two is enough (crontab's rule where both are restricted)
     */
    record Fields(int months, long weeks, DayPattern ofMonth, DayPattern ofWeek, boolean either, BitSet years) implements DayRule {
        static final int ALL_MONTHS = 0x1FFE;
        static final long ALL_WEEKS = (2L << 53) - 2;

        @Override
        public boolean isEveryDay() {
            return months == ALL_MONTHS && weeks == ALL_WEEKS && years == null && (either
                    ? ofMonth.isEveryDay() || ofWeek.isEveryDay()
                    : ofMonth.isEveryDay() && ofWeek.isEveryDay());
        }

        @Override
        public int weekdays() {
            boolean weekly = months == ALL_MONTHS && weeks == ALL_WEEKS && years == null && !either && ofMonth.isEveryDay()
                    && ofWeek.equals(DayPattern.ofWeekdays(ofWeek.weekdays()));
            return weekly ? ofWeek.weekdays() : 0;
        }

        @Override
        public void fill(int kind, long[] bits) {
            boolean leap = Years.isLeapKind(kind);
            int first = 0;
            for (int month = 1; month <= 12; month++) {
                int length = Years.length(month, leap);
                if ((months >>> month & 1) != 0) {
                    int firstWeekday = (Years.firstWeekday(kind) - 1 + first) % 7 + 1;
                    put(bits, first, monthDays(firstWeekday, length) >>> 1);
                }
                first += length;
            }
            if (weeks != ALL_WEEKS) {
                keepWeeks(kind, bits, first);
            }
        }

        private int monthDays(int firstWeekday, int length) {
            int some = ofMonth.in(firstWeekday, length);
            int others = ofWeek.in(firstWeekday, length);
            return either ? some | others : some & others;
        }

        private static void put(long[] bits, int first, int days) {
            long wide = days & 0xFFFF_FFFFL;
            bits[first >> 6] |= wide << first;
            if ((first & 63) > 32) {
                bits[(first >> 6) + 1] |= wide >>> 64 - (first & 63);
            }
        }

        private void keepWeeks(int kind, long[] bits, int length) {
            int week = Years.firstWeek(kind);
            int weekday = Years.firstWeekday(kind);
            int nextYearFrom = length - Years.daysOfNextWeekYear(kind);
            for (int day = 0; day < length; day++) {
                if (day == nextYearFrom) {
                    week = 1;
                }
                if ((weeks >>> week & 1) == 0) {
                    bits[day >> 6] &= ~(1L << day);
                }
                if (++weekday == 8) {
                    weekday = 1;
                    week = week >= 52 && day < 7 ? 1 : week + 1;
                }
            }
        }
    }

    /** Days that two rules both match. */
    record Both(DayRule first, DayRule second, BitSet years) implements DayRule {
        Both(DayRule first, DayRule second) {
            this(first, second, common(first.years(), second.years()));
        }

        private static BitSet common(BitSet first, BitSet second) {
            if (first == null || second == null) {
                return first == null ? second : first;
            }
            BitSet both = (BitSet) first.clone();
            both.and(second);
            return both;
        }

        @Override
        public boolean isEveryDay() {
            return first.isEveryDay() && second.isEveryDay();
        }

        @Override
        public int weekdays() {
            return 0;
        }

        @Override
        public void fill(int kind, long[] bits) {
            first.fill(kind, bits);
            long[] others = new long[bits.length];
            second.fill(kind, others);
            for (int i = 0; i < bits.length; i++) {
                bits[i] &= others[i];
            }
        }
    }
}

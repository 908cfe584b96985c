package org.carillon.trigger;

/**
 * Arithmetic of the Gregorian calendar on days since 1970-01-01. A year's days are decided by its kind alone: on which weekday it
 * begins, whether it is a leap year, and (for ISO weeks) whether the year before was one; there are 28 such kinds.
 */
final class Years {
    static final int FIRST = 1;
    static final int LAST = 9999;
    /** After so many years the calendar repeats, weekdays included. */
    static final int CYCLE = 400;
    static final int KINDS = 28;

    private static final int DAYS_PER_CYCLE = 146_097;
    private static final int[] MONTH_LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

    private Years() {}

    /** The first day of each year, one year further than {@link #LAST}. */
    private static final int[] FIRST_DAYS = new int[LAST + 2];
    private static final byte[] KIND_OF_YEAR = new byte[LAST + 1];

    static {
        for (int year = FIRST; year <= LAST + 1; year++) {
            int before = year - 1;
            FIRST_DAYS[year] = before * 365 + before / 4 - before / 100 + before / 400 - 719_162;
        }
        for (int year = FIRST; year <= LAST; year++) {
            KIND_OF_YEAR[year] = (byte) ((weekday(FIRST_DAYS[year]) - 1) * 4 + (isLeap(year) ? 2 : 0) + (isLeap(year - 1) ? 1 : 0));
        }
    }

    static boolean isLeap(int year) {
        return (year & 3) == 0 && (year % 100 != 0 || (year & 15) == 0);
    }

    /** The day number of 1 January of that year; years from 1. */
    static int firstDay(int year) {
        return year <= LAST + 1 ? FIRST_DAYS[year] : FIRST_DAYS[LAST + 1] + 366;
    }

    /** The year of a day, from year 1 on. */
    static int of(int day) {
        int year = (int) (((day + 719_162L) * CYCLE + 200) / DAYS_PER_CYCLE) + 1;
        if (day < firstDay(year)) {
            return year - 1;
        }
        return day >= firstDay(year + 1) ? year + 1 : year;
    }

    /** 1 (Monday) to 7 (Sunday). */
    static int weekday(int day) {
        return Math.floorMod(day + 3, 7) + 1;
    }

    static int length(int month, boolean leap) {
        return month == 2 && leap ? 29 : MONTH_LENGTHS[month - 1];
    }

    /** The days of the year before that month's first. */
    static int daysBefore(int month, boolean leap) {
        return DAYS_BEFORE[month - 1] + (leap && month > 2 ? 1 : 0);
    }

    static int kind(int year) {
        return KIND_OF_YEAR[year];
    }

    static int firstWeekday(int kind) {
        return (kind >> 2) + 1;
    }

    static boolean isLeapKind(int kind) {
        return (kind & 2) != 0;
    }

    /** The ISO week that the year's first day belongs to: 1, or the last week of the year before. */
    static int firstWeek(int kind) {
        int weekday = firstWeekday(kind);
        if (weekday <= 4) {
            return 1;
        }
        boolean afterLeapYear = (kind & 1) != 0;
        return weekday == 5 || weekday == 6 && afterLeapYear ? 53 : 52;
    }

    /** Whether the last days of the year belong to week 1 of the next; the number of days of which that is so. */
    static int daysOfNextWeekYear(int kind) {
        int lastWeekday = (firstWeekday(kind) - 1 + (isLeapKind(kind) ? 1 : 0)) % 7 + 1;
        return lastWeekday <= 3 ? lastWeekday : 0;
    }
}

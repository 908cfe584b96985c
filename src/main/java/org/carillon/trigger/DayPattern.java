package org.carillon.trigger;

/**
 * The days of a month that one day field means: those that match any of its parts. Bit {@code n} of a set stands for the number
 * {@code n}; weekdays are 1 (Monday) to 7 (Sunday).
 *
 * @param days              days of the month, 1 to 31
 * @param beforeLast        so many days before the last one; 0 is the last day itself
 * @param nearest           the weekday (Monday to Friday) nearest to that day, within the month; months without the day have none
 * @param nearestBeforeLast the weekday nearest to the day that is so many before the last
 * @param weekdays          every such weekday
 * @param nthWeekdays       bit {@code weekday * 5 + n - 1}: the n-th such weekday of the month, n from 1 to 5
 * @param lastWeekdays      the last such weekday of the month
 */
record DayPattern(int days, int beforeLast, int nearest, int nearestBeforeLast, int weekdays, long nthWeekdays, int lastWeekdays) {
    static final int ALL_DAYS = -2;
    static final int ALL_WEEKDAYS = 0xFE;
    static final DayPattern EVERY_DAY = ofDays(ALL_DAYS);

    static DayPattern ofDays(int days) {
        return new DayPattern(days, 0, 0, 0, 0, 0, 0);
    }

    static DayPattern ofWeekdays(int weekdays) {
        return weekdays == ALL_WEEKDAYS ? EVERY_DAY : new DayPattern(0, 0, 0, 0, weekdays, 0, 0);
    }

    static int nthBit(int weekday, int n) {
        return weekday * 5 + n - 1;
    }

    boolean isEveryDay() {
        return days == ALL_DAYS || weekdays == ALL_WEEKDAYS;
    }

    DayPattern or(DayPattern other) {
        return new DayPattern(days | other.days, beforeLast | other.beforeLast, nearest | other.nearest,
                nearestBeforeLast | other.nearestBeforeLast, weekdays | other.weekdays,
                nthWeekdays | other.nthWeekdays, lastWeekdays | other.lastWeekdays);
    }

    /** The matching days of a month with so many days whose first is that weekday; bit d stands for day d. */
    int in(int firstWeekday, int length) {
        int month = (int) ((2L << length) - 2);
        if (isEveryDay()) {
            return month;
        }
        int found = days & month;
        for (int bits = beforeLast; bits != 0; bits &= bits - 1) {
            found |= bit(length - Integer.numberOfTrailingZeros(bits));
        }
        for (int bits = nearest; bits != 0; bits &= bits - 1) {
            found |= nearestTo(Integer.numberOfTrailingZeros(bits), firstWeekday, length);
        }
        for (int bits = nearestBeforeLast; bits != 0; bits &= bits - 1) {
            found |= nearestTo(length - Integer.numberOfTrailingZeros(bits), firstWeekday, length);
        }
        return found | weekdaysIn(firstWeekday, length);
    }

    private int weekdaysIn(int firstWeekday, int length) {
        int found = 0;
        for (int bits = weekdays; bits != 0; bits &= bits - 1) {
            int first = first(Integer.numberOfTrailingZeros(bits), firstWeekday);
            found |= 0x10204081 << first;
        }
        for (long bits = nthWeekdays; bits != 0; bits &= bits - 1) {
            int bit = Long.numberOfTrailingZeros(bits);
            int day = first(bit / 5, firstWeekday) + bit % 5 * 7;
            found |= day <= length ? 1 << day : 0;
        }
        for (int bits = lastWeekdays; bits != 0; bits &= bits - 1) {
            int first = first(Integer.numberOfTrailingZeros(bits), firstWeekday);
            found |= 1 << first + (length - first) / 7 * 7;
        }
        return found & (int) ((2L << length) - 2);
    }

    /** The first day of the month that is that weekday. */
    private static int first(int weekday, int firstWeekday) {
        return 1 + Math.floorMod(weekday - firstWeekday, 7);
    }

    private static int bit(int day) {
        return day < 1 ? 0 : 1 << day;
    }

    private static int nearestTo(int day, int firstWeekday, int length) {
        if (day < 1 || day > length) {
            return 0;
        }
        int weekday = (firstWeekday + day - 2) % 7 + 1;
        if (weekday == 6) {
            return 1 << (day == 1 ? 3 : day - 1);
        }
        if (weekday == 7) {
            return 1 << (day == length ? day - 2 : day + 1);
        }
        return 1 << day;
    }
}

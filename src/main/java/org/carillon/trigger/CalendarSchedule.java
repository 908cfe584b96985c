package org.carillon.trigger;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Every so many days or months from a date on, at one time of the day. A month that lacks the day is left out.
 */
final class CalendarSchedule implements LocalSchedule {
    private static final int DAY = 86_400;
    /** After so many months the calendar repeats. */
    private static final int CYCLE = 12 * Years.CYCLE;

    private final int firstDay;
    private final int firstMonth;
    private final int dayOfMonth;
    private final int days;
    private final int months;
    private final int time;

    /** Exactly one of {@code days} and {@code months} is positive, the other 0. */
    CalendarSchedule(LocalDate first, int days, int months, LocalTime time) {
        this.firstDay = Math.toIntExact(first.toEpochDay());
        this.firstMonth = first.getYear() * 12 + first.getMonthValue() - 1;
        this.dayOfMonth = first.getDayOfMonth();
        this.days = days;
        this.months = months;
        this.time = time.toSecondOfDay();
    }

    @Override
    public long next(long local) {
        int day = (int) Math.floorDiv(local, (long) DAY);
        if (local - (long) day * DAY > time) {
            day++;
        }
        int found = day <= firstDay ? firstDay : days > 0 ? nextDay(day) : nextMonth(day);
        return found > Days.LAST ? NONE : (long) found * DAY + time;
    }

    @Override
    public long previous(long local) {
        int day = (int) Math.floorDiv(local, (long) DAY);
        if (local - (long) day * DAY < time) {
            day--;
        }
        if (day < firstDay) {
            return NONE_BEFORE;
        }
        int found = days > 0 ? day - (day - firstDay) % days : previousMonth(day);
        return (long) found * DAY + time;
    }

    private int nextDay(int day) {
        int passed = (day - firstDay + days - 1) / days;
        long found = firstDay + (long) passed * days;
        return found > Days.LAST ? Days.LAST + 1 : (int) found;
    }

    private int nextMonth(int day) {
        if (day > Days.LAST) {
            return Days.LAST + 1;
        }
        int year = Years.of(day);
        int month = Math.max(firstMonth, year * 12 + monthOf(day, year) - 1);
        long number = firstMonth + (month - firstMonth + months - 1L) / months * months;
        for (int tried = 0; tried <= CYCLE && number < (Years.LAST + 1) * 12L; tried++) {
            int found = dayIn((int) number);
            if (found >= day) {
                return found;
            }
            number += months;
        }
        return Days.LAST + 1;
    }

    /** There always is one: the first day itself, if no other. */
    private int previousMonth(int day) {
        int year = Years.of(Math.min(day, Days.LAST));
        int month = year * 12 + monthOf(Math.min(day, Days.LAST), year) - 1;
        int number = month - (month - firstMonth) % months;
        while (true) {
            int found = dayIn(number);
            if (found != Days.NONE && found <= day) {
                return found;
            }
            number -= months;
        }
    }

    /** The day in that month (counted from year 0), or {@link Days#NONE}, which is before every day. */
    private int dayIn(int number) {
        int year = number / 12;
        int month = number % 12 + 1;
        boolean leap = Years.isLeap(year);
        if (dayOfMonth > Years.length(month, leap)) {
            return Days.NONE;
        }
        return Years.firstDay(year) + Years.daysBefore(month, leap) + dayOfMonth - 1;
    }

    private static int monthOf(int day, int year) {
        int dayOfYear = day - Years.firstDay(year);
        boolean leap = Years.isLeap(year);
        int month = 12;
        while (Years.daysBefore(month, leap) > dayOfYear) {
            month--;
        }
        return month;
    }
}

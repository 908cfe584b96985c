package org.carillon.trigger;

/**
 * The times of a day at which something runs: all combinations of hours, minutes and seconds, each a bit set.
 * Times are seconds of the day, {@link #NONE} means that no time follows.
 */
record Times(int hours, long minutes, long seconds) {
    static final int NONE = -1;
    static final int ALL_HOURS = (1 << 24) - 1;
    static final long ALL_SIXTY = (1L << 60) - 1;

    boolean isEmpty() {
        return hours == 0 || minutes == 0 || seconds == 0;
    }

    int count() {
        return Integer.bitCount(hours) * Long.bitCount(minutes) * Long.bitCount(seconds);
    }

    Times and(Times other) {
        return new Times(hours & other.hours, minutes & other.minutes, seconds & other.seconds);
    }

    int first() {
        return Integer.numberOfTrailingZeros(hours) * 3600 + firstOfHour();
    }

    int last() {
        return (31 - Integer.numberOfLeadingZeros(hours)) * 3600 + lastOfHour();
    }

    private int firstOfHour() {
        return Long.numberOfTrailingZeros(minutes) * 60 + Long.numberOfTrailingZeros(seconds);
    }

    private int lastOfHour() {
        return last(minutes) * 60 + last(seconds);
    }

    private static int last(long bits) {
        return 63 - Long.numberOfLeadingZeros(bits);
    }

    /** The earliest of them at or after that second of the day. */
    int next(int secondOfDay) {
        int hour = secondOfDay / 3600;
        if ((hours >>> hour & 1) != 0) {
            int inHour = nextInHour(secondOfDay - hour * 3600);
            if (inHour >= 0) {
                return hour * 3600 + inHour;
            }
        }
        int later = hours & -2 << hour;
        return later == 0 ? NONE : Integer.numberOfTrailingZeros(later) * 3600 + firstOfHour();
    }

    private int nextInHour(int second) {
        int minute = second / 60;
        if ((minutes >>> minute & 1) != 0) {
            long rest = seconds & -1L << second - minute * 60;
            if (rest != 0) {
                return minute * 60 + Long.numberOfTrailingZeros(rest);
            }
        }
        long later = minutes & -2L << minute;
        return later == 0 ? NONE : Long.numberOfTrailingZeros(later) * 60 + Long.numberOfTrailingZeros(seconds);
    }

    /** The latest of them at or before that second of the day. */
    int previous(int secondOfDay) {
        int hour = secondOfDay / 3600;
        if ((hours >>> hour & 1) != 0) {
            int inHour = previousInHour(secondOfDay - hour * 3600);
            if (inHour >= 0) {
                return hour * 3600 + inHour;
            }
        }
        int earlier = hours & (1 << hour) - 1;
        return earlier == 0 ? NONE : (31 - Integer.numberOfLeadingZeros(earlier)) * 3600 + lastOfHour();
    }

    private int previousInHour(int second) {
        int minute = second / 60;
        if ((minutes >>> minute & 1) != 0) {
            long rest = seconds & (2L << second - minute * 60) - 1;
            if (rest != 0) {
                return minute * 60 + last(rest);
            }
        }
        long earlier = minutes & (1L << minute) - 1;
        return earlier == 0 ? NONE : last(earlier) * 60 + last(seconds);
    }
}

package org.carillon.trigger;

/** Times of the day on certain days. */
final class CronSchedule implements LocalSchedule {
    static final CronSchedule EMPTY = new CronSchedule(new Times(0, 0, 0), new Days(
            new DayRule.Fields(0, 0, DayPattern.EVERY_DAY, DayPattern.EVERY_DAY, false, null)));

    private static final int DAY = 86_400;

    private final Times times;
    private final Days days;
    private final int first;
    private final int last;

    CronSchedule(Times times, Days days) {
        this.times = times;
        this.days = days;
        this.first = times.isEmpty() ? Times.NONE : times.first();
        this.last = times.isEmpty() ? Times.NONE : times.last();
    }

    Times times() {
        return times;
    }

    Days days() {
        return days;
    }

    CronSchedule and(CronSchedule other) {
        Times common = times.and(other.times);
        return common.isEmpty() ? EMPTY : new CronSchedule(common, days.and(other.days));
    }

    boolean sameAs(CronSchedule other) {
        return times.equals(other.times) && days.sameAs(other.days);
    }

    /** Whether both mean the same times of the same days, however they say it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CronSchedule that && sameAs(that);
    }

    @Override
    public int hashCode() {
        return times.hashCode();
    }

    @Override
    public long next(long local) {
        int day = (int) Math.floorDiv(local, (long) DAY);
        int time = times.next((int) (local - (long) day * DAY));
        int found = days.next(time < 0 ? day + 1 : day);
        if (found == Days.NONE || first < 0) {
            return NONE;
        }
        return (long) found * DAY + (found == day ? time : first);
    }

    @Override
    public long previous(long local) {
        int day = (int) Math.floorDiv(local, (long) DAY);
        int time = times.previous((int) (local - (long) day * DAY));
        int found = days.previous(time < 0 ? day - 1 : day);
        if (found == Days.NONE || last < 0) {
            return NONE_BEFORE;
        }
        return (long) found * DAY + (found == day ? time : last);
    }
}

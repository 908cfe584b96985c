package org.carillon.trigger;

/** Times of the day on certain days. */
final class CronSchedule implements LocalSchedule {
    static final CronSchedule EMPTY = new CronSchedule(new Times(0, 0, 0), new Days(
            new DayRule.Fields(0, 0, DayPattern.EVERY_DAY, DayPattern.EVERY_DAY, false, null)));

    private static final int DAY = 86_400;

    private final Times times;
    private final Days days;

    CronSchedule(Times times, Days days) {
        this.times = times;
        this.days = days;
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

    @Override
    public long next(long local) {
        int day = (int) Math.floorDiv(local, (long) DAY);
        int found = days.next(day);
        if (found == day) {
            int time = times.next((int) (local - (long) day * DAY));
            if (time >= 0) {
                return (long) day * DAY + time;
            }
            found = days.next(day + 1);
        }
        return found == Days.NONE || times.isEmpty() ? NONE : (long) found * DAY + times.first();
    }

    @Override
    public long previous(long local) {
        int day = (int) Math.floorDiv(local, (long) DAY);
        int found = days.previous(day);
        if (found == day) {
            int time = times.previous((int) (local - (long) day * DAY));
            if (time >= 0) {
                return (long) day * DAY + time;
            }
            found = days.previous(day - 1);
        }
        return found == Days.NONE || times.isEmpty() ? NONE_BEFORE : (long) found * DAY + times.last();
    }
}

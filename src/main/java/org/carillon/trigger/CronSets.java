package org.carillon.trigger;

import java.util.BitSet;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What a cron trigger says, as plain numbers, for formats that say it in their own words.
 *
 * @param seconds  0 to 59
 * @param minutes  0 to 59
 * @param hours    0 to 23
 * @param months   1 to 12
 * @param years    null for all
 * @param allWeeks whether the ISO week does not matter
 * @param ofMonth  the days that the day-of-month field means
 * @param ofWeek   the days that the day-of-week field means
 * @param either   whether a day that one of the two means is enough; else both have to mean it
 */
public record CronSets(SortedSet<Integer> seconds, SortedSet<Integer> minutes, SortedSet<Integer> hours, SortedSet<Integer> months,
                       SortedSet<Integer> years, boolean allWeeks, Days ofMonth, Days ofWeek, boolean either) {
    /**
     * Days of a month: those that any part means.
     *
     * @param every        whether it means every day; the parts do not matter then
     * @param days         1 to 31
     * @param beforeLast   so many days before the last; 0 is the last day itself
     * @param weekdays     1 (Monday) to 7
     * @param nthWeekdays  for instance the second Friday
     * @param lastWeekdays the last such weekdays of the month
     * @param nearest      whether it also means weekdays nearest to a day, which has no plain numbers
     */
    public record Days(boolean every, SortedSet<Integer> days, SortedSet<Integer> beforeLast, SortedSet<Integer> weekdays,
                       SortedSet<NthWeekday> nthWeekdays, SortedSet<Integer> lastWeekdays, boolean nearest) {
        private static final SortedSet<Integer> NONE = Collections.emptySortedSet();

        public static final Days EVERY = new Days(true, NONE, NONE, NONE, Collections.emptySortedSet(), NONE, false);

        public static Days ofDays(SortedSet<Integer> days) {
            return new Days(false, days, NONE, NONE, Collections.emptySortedSet(), NONE, false);
        }

        public static Days ofWeekdays(SortedSet<Integer> weekdays) {
            return new Days(false, NONE, NONE, weekdays, Collections.emptySortedSet(), NONE, false);
        }

        static Days of(DayPattern pattern) {
            SortedSet<NthWeekday> nth = bits(pattern.nthWeekdays()).stream()
                    .map(bit -> new NthWeekday(bit / 5, bit % 5 + 1)).collect(Collectors.toCollection(TreeSet::new));
            return new Days(pattern.isEveryDay(), bits(pattern.days() & 0xFFFF_FFFEL), bits(pattern.beforeLast()), bits(pattern.weekdays()),
                    Collections.unmodifiableSortedSet(nth), bits(pattern.lastWeekdays()),
                    pattern.nearest() != 0 || pattern.nearestBeforeLast() != 0);
        }
    }

    /** @param weekday 1 (Monday) to 7 @param n 1 to 5 */
    public record NthWeekday(int weekday, int n) implements Comparable<NthWeekday> {
        @Override
        public int compareTo(NthWeekday other) {
            return weekday != other.weekday ? Integer.compare(weekday, other.weekday) : Integer.compare(n, other.n);
        }
    }

    static CronSets of(CronSchedule schedule) {
        if (!(schedule.days().rule() instanceof DayRule.Fields fields)) {
            throw new IllegalStateException("Not of one expression: " + schedule);
        }
        return new CronSets(bits(schedule.times().seconds()), bits(schedule.times().minutes()), bits(schedule.times().hours()),
                bits(fields.months()), years(fields.years()), fields.weeks() == DayRule.Fields.ALL_WEEKS,
                Days.of(fields.ofMonth()), Days.of(fields.ofWeek()), fields.either());
    }

    private static SortedSet<Integer> bits(long bits) {
        TreeSet<Integer> set = new TreeSet<>();
        LongStream.range(0, Long.SIZE).filter(bit -> (bits >>> bit & 1) != 0).forEach(bit -> set.add((int) bit));
        return Collections.unmodifiableSortedSet(set);
    }

    private static SortedSet<Integer> years(BitSet years) {
        return years == null ? null
                : Collections.unmodifiableSortedSet(years.stream().boxed().collect(Collectors.toCollection(TreeSet::new)));
    }
}

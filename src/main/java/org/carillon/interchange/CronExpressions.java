package org.carillon.interchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carillon.message.Message;
import org.carillon.trigger.CronSets;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.Trigger;

/** Writes schedules as five fields. */
final class CronExpressions {
    private static final Pattern PLAIN = Pattern.compile("(@[a-z]+|[0-9*/,\\-]+ [0-9*/,\\-]+ [0-9*/,\\-]+ [0-9a-zA-Z*/,\\-]+ [0-9a-zA-Z*/,\\-]+)");

    private CronExpressions() {}

    /**
     * The first way of writing it that is read back with the same runs.
     *
     * @param read    how the format reads an expression
     * @param written whether it may stand there as it was written
     * @throws InterchangeException if there is none; it says why
     */
    static String of(Trigger trigger, PlainSchedule plain, Function<String, Trigger> read, boolean written, Instant now) {
        List<String> candidates = new ArrayList<>();
        if (written && trigger instanceof CronTrigger cron && cron.dialect() == Dialect.UNIX && PLAIN.matcher(cron.expression()).matches()) {
            candidates.add(cron.expression());
        }
        candidates.addAll(candidates(plain.sets(), written));
        Instant different = null;
        for (String candidate : candidates) {
            Instant difference = SameRuns.firstDifference(trigger, read.apply(candidate), now);
            if (difference == null) {
                return candidate;
            }
            different = different == null ? difference : different;
        }
        throw new InterchangeException(Message.of("interchange.export.differs", different.toString()));
    }

    /** @param stars whether a star before a step leaves a day field unrestricted, as in crontab */
    private static Set<String> candidates(CronSets sets, boolean stars) {
        if (!sets.seconds().equals(new TreeSet<>(List.of(0)))) {
            throw PlainSchedule.cannot("seconds");
        }
        if (sets.years() != null) {
            throw PlainSchedule.cannot("years");
        }
        if (!sets.allWeeks()) {
            throw PlainSchedule.cannot("weeks");
        }
        String days = days(sets, stars);
        String months = starredOr(sets.months(), 1, 12);
        Set<String> candidates = new LinkedHashSet<>();
        for (String minute : new String[] {starredOr(sets.minutes(), 0, 59), NumberText.CRON.write(sets.minutes())}) {
            for (String hour : new String[] {starredOr(sets.hours(), 0, 23), NumberText.CRON.write(sets.hours())}) {
                candidates.add(minute + " " + hour + " " + days.replace("MONTHS", months));
            }
        }
        return candidates;
    }

    /** The three day fields, with a word in place of the months. */
    private static String days(CronSets sets, boolean stars) {
        SortedSet<Integer> ofMonth = sets.ofMonth().every() ? null : sets.ofMonth().days();
        SortedSet<Integer> ofWeek = sets.ofWeek().every() ? null
                : sets.ofWeek().weekdays().stream().map(day -> day % 7).collect(Collectors.toCollection(TreeSet::new));
        boolean plain = (ofMonth == null || isOnlyDays(sets.ofMonth())) && (ofWeek == null || isOnlyWeekdays(sets.ofWeek()));
        if (!plain) {
            throw PlainSchedule.cannot("days");
        }
        if (sets.either() && (ofMonth == null || ofWeek == null)) {
            return "* MONTHS *";
        }
        String first = ofMonth == null ? "*" : NumberText.CRON.write(ofMonth);
        String second = ofWeek == null ? "*" : NumberText.CRON.write(ofWeek);
        if (ofMonth != null && ofWeek != null && !sets.either()) {
            String starredDays = stars ? NumberText.starred(ofMonth, 1, 31) : null;
            String starredWeekdays = stars ? NumberText.starred(ofWeek, 0, 6) : null;
            if (starredDays == null && starredWeekdays == null) {
                throw PlainSchedule.cannot("bothDays");
            }
            first = starredDays != null ? starredDays : first;
            second = starredDays != null ? second : starredWeekdays;
        }
        return first + " MONTHS " + second;
    }

    private static boolean isOnlyDays(CronSets.Days days) {
        return days.beforeLast().isEmpty() && days.weekdays().isEmpty() && days.nthWeekdays().isEmpty() && days.lastWeekdays().isEmpty()
                && !days.nearest();
    }

    private static boolean isOnlyWeekdays(CronSets.Days days) {
        return days.days().isEmpty() && days.beforeLast().isEmpty() && days.nthWeekdays().isEmpty() && days.lastWeekdays().isEmpty()
                && !days.nearest();
    }

    private static String starredOr(SortedSet<Integer> numbers, int least, int greatest) {
        String starred = numbers.size() == 1 ? null : NumberText.starred(numbers, least, greatest);
        return starred != null ? starred : NumberText.CRON.write(numbers);
    }
}

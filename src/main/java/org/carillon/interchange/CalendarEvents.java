package org.carillon.interchange;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carillon.message.Message;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.CronSets;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/** Writes schedules as calendar events of systemd: as many as it takes, of which any will do. */
final class CalendarEvents {
    private static final NumberText NUMBERS = new NumberText("..", 2);
    private static final List<String> WEEKDAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    /** Days that one event can say. Null means all. @param fromEnd whether the days are counted from the month's end, 1 the last */
    private record Clause(SortedSet<Integer> weekdays, SortedSet<Integer> days, boolean fromEnd) {}

    private CalendarEvents() {}

    /** @throws InterchangeException if it cannot be said; it says why */
    static List<String> of(Trigger trigger, TriggerDefaults defaults) {
        PlainSchedule plain = PlainSchedule.of(trigger, defaults.now());
        if (!plain.sets().allWeeks()) {
            throw PlainSchedule.cannot("weeks");
        }
        Instant different = null;
        for (List<String> candidate : candidates(plain)) {
            List<Trigger> read = candidate.stream().map(event -> CalendarTrigger.of(OnCalendar.parse(event), defaults)).toList();
            Trigger whole = read.size() == 1 ? read.getFirst() : new AnyTrigger(read, plain.zone());
            Instant difference = SameRuns.firstDifference(trigger, whole, defaults.now());
            if (difference == null) {
                return candidate;
            }
            different = different == null ? difference : different;
        }
        throw new InterchangeException(Message.of("interchange.export.differs", different.toString()));
    }

    private static Set<List<String>> candidates(PlainSchedule plain) {
        CronSets sets = plain.sets();
        List<Clause> clauses = clauses(sets);
        Set<List<String>> candidates = new LinkedHashSet<>();
        for (String hour : new String[] {starOr(sets.hours(), 24), NUMBERS.write(sets.hours())}) {
            for (String minute : new String[] {starOr(sets.minutes(), 60), NUMBERS.write(sets.minutes())}) {
                String time = hour + ":" + minute + ":" + starOr(sets.seconds(), 60);
                candidates.add(clauses.stream().map(clause -> event(clause, sets, time, plain.zone())).toList());
            }
        }
        return candidates;
    }

    private static String event(Clause clause, CronSets sets, String time, ZoneId zone) {
        String weekdays = clause.weekdays() == null ? ""
                : clause.weekdays().stream().map(day -> WEEKDAYS.get(day - 1)).collect(Collectors.joining(",")) + " ";
        return weekdays + (sets.years() == null ? "*" : new NumberText("..", 4).write(sets.years())) + "-" + starOr(sets.months(), 12)
                + (clause.fromEnd() ? "~" : "-") + (clause.days() == null ? "*" : NUMBERS.write(clause.days())) + " " + time + " " + zone.getId();
    }

    private static List<Clause> clauses(CronSets sets) {
        List<Clause> ofMonth = clauses(sets.ofMonth());
        List<Clause> ofWeek = clauses(sets.ofWeek());
        if (sets.either()) {
            List<Clause> both = new ArrayList<>(ofMonth);
            both.addAll(ofWeek);
            return both;
        }
        List<Clause> both = new ArrayList<>();
        for (Clause one : ofMonth) {
            for (Clause other : ofWeek) {
                both.add(and(one, other));
            }
        }
        both.removeIf(clause -> clause.days() != null && clause.days().isEmpty() || clause.weekdays() != null && clause.weekdays().isEmpty());
        if (both.isEmpty()) {
            throw PlainSchedule.cannot("days");
        }
        return both;
    }

    private static Clause and(Clause one, Clause other) {
        if (one.days() != null && other.days() != null && one.fromEnd() != other.fromEnd()) {
            throw PlainSchedule.cannot("days");
        }
        return new Clause(common(one.weekdays(), other.weekdays()), common(one.days(), other.days()), one.fromEnd() || other.fromEnd());
    }

    private static SortedSet<Integer> common(SortedSet<Integer> one, SortedSet<Integer> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        SortedSet<Integer> both = new TreeSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static List<Clause> clauses(CronSets.Days days) {
        if (days.every()) {
            return List.of(new Clause(null, null, false));
        }
        if (days.nearest()) {
            throw PlainSchedule.cannot("nearest");
        }
        List<Clause> clauses = new ArrayList<>();
        addUnless(days.days().isEmpty(), clauses, () -> new Clause(null, days.days(), false));
        addUnless(days.beforeLast().isEmpty(), clauses, () -> new Clause(null,
                days.beforeLast().stream().map(day -> day + 1).collect(Collectors.toCollection(TreeSet::new)), true));
        addUnless(days.weekdays().isEmpty(), clauses, () -> new Clause(days.weekdays(), null, false));
        days.nthWeekdays().forEach(nth -> clauses.add(new Clause(new TreeSet<>(List.of(nth.weekday())),
                range(7 * nth.n() - 6, Math.min(31, 7 * nth.n())), false)));
        addUnless(days.lastWeekdays().isEmpty(), clauses, () -> new Clause(days.lastWeekdays(), range(1, 7), true));
        return clauses;
    }

    private static void addUnless(boolean none, List<Clause> clauses, Supplier<Clause> clause) {
        if (!none) {
            clauses.add(clause.get());
        }
    }

    private static SortedSet<Integer> range(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static String starOr(SortedSet<Integer> numbers, int all) {
        return numbers.size() == all ? "*" : NUMBERS.write(numbers);
    }
}

package org.carillon.trigger;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Says on which days something runs. */
final class DayWords {
    private static final int WORKING_DAYS = 0b0011_1110;

    private static final long ODD_DAYS = 0xAAAA_AAAAL;
    private static final long EVEN_DAYS = 0x5555_5554L;

    private final Phrases phrases;
    private final DayRule.Fields rule;

    DayWords(Phrases phrases, DayRule.Fields rule) {
        this.phrases = phrases;
        this.rule = rule;
    }

    /** For instance "every weekday" or "on the 1st of every month"; for every day too. */
    String say() {
        String days = withMonths();
        if (rule.weeks() != DayRule.Fields.ALL_WEEKS) {
            days = phrases.say("inWeeks", days, Long.bitCount(rule.weeks()), phrases.numbers(rule.weeks()));
        }
        return rule.years() == null ? days : phrases.say("inYears", days, years(rule.years()));
    }

    boolean isEveryDay() {
        return rule.isEveryDay();
    }

    private String withMonths() {
        boolean everyOfMonth = rule.ofMonth().isEveryDay();
        boolean everyOfWeek = rule.ofWeek().isEveryDay();
        if (everyOfMonth && everyOfWeek || rule.either() && (everyOfMonth || everyOfWeek)) {
            return inMonths(phrases.say("everyDay"));
        }
        if (everyOfWeek) {
            return say(rule.ofMonth());
        }
        if (everyOfMonth) {
            return say(rule.ofWeek());
        }
        String key = rule.either() ? "either" : "both";
        return phrases.say(key, say(rule.ofMonth()), say(rule.ofWeek()));
    }

    private String inMonths(String days) {
        return rule.months() == DayRule.Fields.ALL_MONTHS ? days : phrases.say("inMonths", days, phrases.months(rule.months()));
    }

    private String say(DayPattern pattern) {
        if (pattern.equals(DayPattern.ofWeekdays(pattern.weekdays()))) {
            return inMonths(weekdays(pattern.weekdays()));
        }
        String days = phrases.list(parts(pattern));
        return rule.months() == DayRule.Fields.ALL_MONTHS
                ? phrases.say("ofEveryMonth", days)
                : phrases.say("ofMonths", days, phrases.months(rule.months()));
    }

    private String weekdays(int weekdays) {
        if (weekdays == WORKING_DAYS) {
            return phrases.say("everyWorkingDay");
        }
        return phrases.say("every", phrases.numbers(weekdays, phrases::weekday));
    }

    private List<String> parts(DayPattern pattern) {
        List<String> parts = new ArrayList<>();
        if (pattern.days() != 0) {
            parts.add(days(pattern.days() & 0xFFFF_FFFFL));
        }
        for (int days : bits(pattern.beforeLast())) {
            parts.add(days == 0 ? phrases.say("lastDay") : phrases.say("beforeLast", days, Integer.toString(days + 1)));
        }
        for (int day : bits(pattern.nearest())) {
            parts.add(phrases.say("nearest", phrases.ordinal(day)));
        }
        for (int days : bits(pattern.nearestBeforeLast())) {
            parts.add(days == 0 ? phrases.say("lastWorkingDay") : phrases.say("nearestBeforeLast", days, Integer.toString(days + 1)));
        }
        if (pattern.weekdays() != 0) {
            parts.add(weekdays(pattern.weekdays()));
        }
        for (int bit : bits(pattern.nthWeekdays())) {
            parts.add(phrases.say("nth", phrases.say("nth." + (bit % 5 + 1)), phrases.say("weekday.long." + bit / 5)));
        }
        for (int weekday : bits(pattern.lastWeekdays())) {
            parts.add(phrases.say("lastWeekday", phrases.say("weekday.long." + weekday)));
        }
        return parts;
    }

    private String days(long days) {
        if (days == ODD_DAYS) {
            return phrases.say("oddDays");
        }
        return days == EVEN_DAYS ? phrases.say("evenDays") : phrases.say("days", phrases.numbers(days, phrases::ordinal));
    }

    private static int[] bits(int bits) {
        return bits(bits & 0xFFFF_FFFFL);
    }

    private static int[] bits(long bits) {
        return BitSet.valueOf(new long[] {bits}).stream().toArray();
    }

    private String years(BitSet years) {
        List<String> parts = new ArrayList<>();
        for (int first = years.nextSetBit(0); first >= 0; first = years.nextSetBit(years.nextClearBit(first))) {
            int last = years.nextClearBit(first) - 1;
            if (last == Years.LAST && first < last) {
                parts.add(phrases.say("yearsFrom", Integer.toString(first)));
            } else {
                String year = phrases.say("year", Integer.toString(last));
                parts.add(first == last ? year : phrases.say("range", Integer.toString(first), year));
            }
        }
        return phrases.list(parts.size() > 8 ? shortened(parts) : parts);
    }

    private static List<String> shortened(List<String> parts) {
        return List.of(parts.get(0), parts.get(1), parts.get(2), "…", parts.getLast());
    }
}

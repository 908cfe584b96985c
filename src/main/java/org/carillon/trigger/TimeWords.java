package org.carillon.trigger;

import java.util.ArrayList;
import java.util.List;

/** Says at which times of the day something runs. */
final class TimeWords {
    /**
     * What was said: a list of times ("09:00 and 17:00") or a frequency ("every 5 minutes").
     *
     * @param frequent whether it is a frequency
     */
    record Said(String text, boolean frequent) {}

    private static final int LISTED = 6;

    private final Phrases phrases;
    private final Times times;

    TimeWords(Phrases phrases, Times times) {
        this.phrases = phrases;
        this.times = times;
    }

    Said say() {
        if (times.count() <= LISTED) {
            return new Said(listed(), false);
        }
        boolean wholeMinutes = times.seconds() == 1;
        if (wholeMinutes && Long.bitCount(times.minutes()) == 1) {
            return hourly();
        }
        Times minutes = new Times(times.hours(), times.minutes(), 1);
        if (minutes.count() <= LISTED) {
            String seconds = times.seconds() == Times.ALL_SIXTY ? phrases.say("everySecond") : steps(times.seconds(), "Seconds");
            return new Said(phrases.say("inMinutesOf", seconds, minutes.count(), new TimeWords(phrases, minutes).listed()), true);
        }
        return new Said(within(wholeMinutes ? minutes() : seconds()), true);
    }

    private String listed() {
        List<String> all = new ArrayList<>();
        for (int time = times.next(0); time >= 0; time = time == 86_399 ? -1 : times.next(time + 1)) {
            all.add(Phrases.clock(time));
        }
        return phrases.list(all);
    }

    /** One minute in many hours. */
    private Said hourly() {
        int minute = Long.numberOfTrailingZeros(times.minutes());
        String first = Phrases.clock(times.first());
        String last = Phrases.clock(times.last());
        if (times.hours() == Times.ALL_HOURS) {
            return new Said(minute == 0 ? phrases.say("everyHour") : phrases.say("everyHourAt", Integer.toString(minute)), true);
        }
        int step = step(times.hours(), 24);
        if (step > 0) {
            String count = Integer.toString(step);
            return new Said(minute == 0 ? phrases.say("everyHours", count) : phrases.say("everyHoursAt", count, Integer.toString(minute)), true);
        }
        return isRow(times.hours())
                ? new Said(phrases.say("fromTo", phrases.say("everyHour"), first, last), true)
                : new Said(listed(), false);
    }

    private String minutes() {
        return times.minutes() == Times.ALL_SIXTY ? phrases.say("everyMinute") : steps(times.minutes(), "Minutes");
    }

    /** "every 5 minutes", "every 7 minutes of the hour, from minute 0 on", or the numbers. */
    private String steps(long bits, String unit) {
        int step = step(bits, 60);
        if (step > 0) {
            return phrases.say("every" + unit, Integer.toString(step));
        }
        int first = Long.numberOfTrailingZeros(bits);
        int row = rowStep(bits, first);
        return row > 0
                ? phrases.say("every" + unit + "From", Integer.toString(row), Integer.toString(first))
                : phrases.say("at" + unit, Long.bitCount(bits), phrases.numbers(bits));
    }

    /** The step in which they run from the first to the end of the cycle, where there are many enough to say it so; else 0. */
    private static int rowStep(long bits, int first) {
        if (Long.bitCount(bits) <= 3) {
            return 0;
        }
        int step = Long.numberOfTrailingZeros(bits & -2L << first) - first;
        long expected = 0;
        for (int number = first; number < 60; number += step) {
            expected |= 1L << number;
        }
        return step > 1 && bits == expected ? step : 0;
    }

    private String seconds() {
        String seconds = times.seconds() == Times.ALL_SIXTY ? phrases.say("everySecond") : steps(times.seconds(), "Seconds");
        boolean steady = times.seconds() == Times.ALL_SIXTY || step(times.seconds(), 60) > 0;
        if (times.minutes() == Times.ALL_SIXTY) {
            return steady ? seconds : secondsOfEveryMinute(seconds);
        }
        int minuteStep = step(times.minutes(), 60);
        return minuteStep > 0
                ? phrases.say("inMinuteSteps", seconds, phrases.ordinalNumber(minuteStep))
                : phrases.say("inMinutes", seconds, Long.bitCount(times.minutes()), phrases.numbers(times.minutes()));
    }

    private String secondsOfEveryMinute(String seconds) {
        int first = Long.numberOfTrailingZeros(times.seconds());
        int row = rowStep(times.seconds(), first);
        return row > 0
                ? phrases.say("everySecondsFromOfEveryMinute", Integer.toString(row), Integer.toString(first))
                : phrases.say("ofEveryMinute", seconds);
    }

    /** Adds the hours, unless they are all. */
    private String within(String frequency) {
        if (times.hours() == Times.ALL_HOURS) {
            return frequency;
        }
        return isRow(times.hours())
                ? phrases.say("fromTo", frequency, Phrases.clock(times.first()), Phrases.clock(times.last()))
                : phrases.say("inHours", frequency, phrases.numbers(times.hours()));
    }

    private static boolean isRow(int bits) {
        int shifted = bits >>> Integer.numberOfTrailingZeros(bits);
        return (shifted & shifted + 1) == 0;
    }

    /** The step, above 1, in which they run through the whole cycle from 0 on; 0 when they don't. */
    static int step(long bits, int cycle) {
        if ((bits & 1) == 0 || Long.bitCount(bits) < 2) {
            return 0;
        }
        int step = Long.numberOfTrailingZeros(bits & ~1L);
        if (step < 2 || cycle % step != 0) {
            return 0;
        }
        long expected = 0;
        for (int number = 0; number < cycle; number += step) {
            expected |= 1L << number;
        }
        return bits == expected ? step : 0;
    }
}

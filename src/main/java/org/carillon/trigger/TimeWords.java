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
        if (times.minutes() == Times.ALL_SIXTY) {
            return phrases.say("everyMinute");
        }
        int step = step(times.minutes(), 60);
        return step > 0
                ? phrases.say("everyMinutes", Integer.toString(step))
                : phrases.say("atMinutes", phrases.numbers(times.minutes()));
    }

    private String seconds() {
        int step = step(times.seconds(), 60);
        String seconds = times.seconds() == Times.ALL_SIXTY ? phrases.say("everySecond")
                : step > 0 ? phrases.say("everySeconds", Integer.toString(step))
                : phrases.say("atSeconds", phrases.numbers(times.seconds()));
        if (times.minutes() == Times.ALL_SIXTY) {
            return step > 0 || times.seconds() == Times.ALL_SIXTY ? seconds : phrases.say("ofEveryMinute", seconds);
        }
        int minuteStep = step(times.minutes(), 60);
        return minuteStep > 0
                ? phrases.say("inMinuteSteps", seconds, Integer.toString(minuteStep))
                : phrases.say("inMinutes", seconds, phrases.numbers(times.minutes()));
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

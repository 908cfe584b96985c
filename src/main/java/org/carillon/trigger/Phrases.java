package org.carillon.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** Small parts of sentences in one language. */
record Phrases(Language language) {
    String say(String key, Object... arguments) {
        return Message.of("trigger.words." + key, arguments).in(language);
    }

    /** "a", "a and b", "a, b and c". */
    String list(List<String> parts) {
        return join(parts, "and");
    }

    String join(List<String> parts, String lastLink) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        String head = String.join(say("comma"), parts.subList(0, parts.size() - 1));
        return say(lastLink, head, parts.getLast());
    }

    /** The numbers of a bit set, three or more in a row as a range. */
    String numbers(long bits, IntFunction<String> name) {
        List<String> parts = new ArrayList<>();
        for (long rest = bits; rest != 0; ) {
            int first = Long.numberOfTrailingZeros(rest);
            int run = Long.numberOfTrailingZeros(~(rest >>> first));
            if (run >= 3) {
                parts.add(say("range", name.apply(first), name.apply(first + run - 1)));
            } else {
                for (int i = 0; i < run; i++) {
                    parts.add(name.apply(first + i));
                }
            }
            rest = first + run >= 64 ? 0 : rest >>> first + run << first + run;
        }
        return list(parts);
    }

    String numbers(long bits) {
        return numbers(bits, Integer::toString);
    }

    String weekday(int weekday) {
        return say("weekday." + weekday);
    }

    String months(int months) {
        return numbers(months, month -> say("month." + month));
    }

    /** A day of the month: "1st", "2nd", "13th". */
    String ordinal(int number) {
        return say("ordinal." + ending(number), Integer.toString(number));
    }

    /** "2nd", of anything but days. */
    String ordinalNumber(int number) {
        return say("ordinalNumber." + ending(number), Integer.toString(number));
    }

    private static String ending(int number) {
        return number / 10 == 1 ? "th" : switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    /** The time on the clock, with seconds only where there are some. */
    static String clock(int secondOfDay) {
        String minutes = two(secondOfDay / 3600) + ":" + two(secondOfDay / 60 % 60);
        return secondOfDay % 60 == 0 ? minutes : minutes + ":" + two(secondOfDay % 60);
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    /** With a capital letter in front, where the language has them. */
    static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

package org.carillon.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Writes sets of numbers as fields of schedules do: as ranges with steps where that is shorter, else as lists. */
final class NumberText {
    private final String range;
    private final int width;

    /** @param range what stands between the ends of a range @param width to which numbers are filled with zeros */
    NumberText(String range, int width) {
        this.range = range;
        this.width = width;
    }

    /** For crontab and its like. */
    static final NumberText CRON = new NumberText("-", 1);

    /** Never with a star. */
    String write(SortedSet<Integer> numbers) {
        List<Integer> left = List.copyOf(numbers);
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < left.size()) {
            int length = stretch(left, at);
            int step = length > 1 ? left.get(at + 1) - left.get(at) : 1;
            boolean worthwhile = length > 2 && (step == 1 || length > 3);
            if (worthwhile) {
                parts.add(number(left.get(at)) + range + number(left.get(at + length - 1)) + (step == 1 ? "" : "/" + step));
            } else {
                parts.add(number(left.get(at)));
            }
            at += worthwhile ? length : 1;
        }
        return String.join(",", parts);
    }

    /** As crontab writes sets that begin with the least number and go on by even steps: {@code *}{@code /5}; null for others. */
    static String starred(SortedSet<Integer> numbers, int least, int greatest) {
        List<Integer> all = List.copyOf(numbers);
        if (all.isEmpty() || all.getFirst() != least) {
            return null;
        }
        int step = all.size() == 1 ? greatest - least + 1 : all.get(1) - least;
        int expected = (greatest - least) / step + 1;
        if (all.size() != expected || stretch(all, 0) != expected) {
            return null;
        }
        return step == 1 ? "*" : "*/" + step;
    }

    private static int stretch(List<Integer> numbers, int from) {
        int length = Math.min(2, numbers.size() - from);
        while (from + length < numbers.size()
                && numbers.get(from + length) - numbers.get(from + length - 1) == numbers.get(from + 1) - numbers.get(from)) {
            length++;
        }
        return length;
    }

    private String number(int number) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }
}

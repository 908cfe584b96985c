package org.carillon.trigger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes words from an English sentence. What is not there is not taken. Not thread-safe. */
final class EnglishCursor {
    static final Map<String, Integer> ORDINALS = Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "fifth", 5);

    private static final Pattern WORD = Pattern.compile("\\d{4}-\\d\\d-\\d\\d|\\d+(:\\d\\d)?|[a-z’']+|[,&-]|\\S");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?::(\\d\\d))?");
    private static final List<String> NUMBERS = List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen");
    private static final List<String> WEEKDAYS = List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
    private static final List<String> MONTHS = List.of("january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october", "november", "december");

    private final List<String> words = new ArrayList<>();
    private int position;

    EnglishCursor(String sentence) {
        String bare = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        Matcher matcher = WORD.matcher(bare);
        while (matcher.find()) {
            words.add(matcher.group());
        }
    }

    int position() {
        return position;
    }

    void back(int to) {
        position = to;
    }

    boolean isSingle() {
        return words.size() == 1;
    }

    boolean isAtEnd() {
        return position == words.size();
    }

    /** The word that comes next; empty at the end. */
    String peek() {
        return isAtEnd() ? "" : words.get(position);
    }

    String next() {
        String word = peek();
        position += isAtEnd() ? 0 : 1;
        return word;
    }

    boolean take(String word) {
        return takeAll(word);
    }

    /** Takes those words, all or none. */
    boolean takeAll(String... wanted) {
        if (position + wanted.length > words.size() || !words.subList(position, position + wanted.length).equals(List.of(wanted))) {
            return false;
        }
        position += wanted.length;
        return true;
    }

    /** A number in digits or letters, -1 when there is none. */
    long number() {
        String word = peek();
        int named = NUMBERS.indexOf(word);
        if (named > 0 || word.matches("\\d{1,6}")) {
            position++;
            return named > 0 ? named : Long.parseLong(word);
        }
        return -1;
    }

    /** A date such as 2026-12-01, null when there is none. */
    LocalDate isoDate() {
        try {
            LocalDate date = peek().length() == 10 ? LocalDate.parse(peek()) : null;
            position += date == null ? 0 : 1;
            return date;
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    /** "9:00", "at 9", "9 am, noon and 17:30"; empty when there are none. */
    List<LocalTime> times() {
        int start = position;
        boolean at = take("at");
        List<LocalTime> times = new ArrayList<>();
        LocalTime time = time(at);
        while (time != null) {
            times.add(time);
            int before = position;
            boolean linked = take(",") | take("and") | take("&");
            linked |= take("at") && linked;
            time = linked ? time(at) : null;
            if (time == null) {
                position = before;
            }
        }
        if (times.isEmpty()) {
            position = start;
        }
        return times;
    }

    /** One time, null when there is none; a bare number is one only where {@code bare} says so. */
    LocalTime time(boolean bare) {
        if (take("noon") || take("midday")) {
            return LocalTime.NOON;
        }
        if (take("midnight")) {
            return LocalTime.MIDNIGHT;
        }
        Matcher clock = CLOCK.matcher(peek());
        if (!clock.matches()) {
            return null;
        }
        int start = position++;
        int hour = Integer.parseInt(clock.group(1));
        int minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
        boolean morning = take("am");
        boolean afternoon = !morning && take("pm");
        boolean half = morning || afternoon;
        boolean clear = clock.group(2) != null || half || take("o'clock") || take("o’clock") || bare;
        if (!clear || minute > 59 || half && (hour < 1 || hour > 12) || hour > 23) {
            position = start;
            return null;
        }
        return LocalTime.of(half ? hour % 12 + (afternoon ? 12 : 0) : hour, minute);
    }

    /** One weekday's number from 0 (Sunday), null when there is none. */
    String weekday() {
        int index = index(WEEKDAYS, peek());
        position += index < 0 ? 0 : 1;
        return index < 0 ? null : Integer.toString(index);
    }

    /** "monday", "mon and fri", "monday to friday", as a crontab field; null when there are none. */
    String weekdays() {
        String first = weekday();
        if (first == null) {
            return null;
        }
        if (take("to") || take("through") || take("-")) {
            String last = weekday();
            String end = "0".equals(last) ? "7" : last;
            return end == null || first.compareTo(end) >= 0 ? null : first + "-" + end;
        }
        Set<String> all = new LinkedHashSet<>(List.of(first));
        while (true) {
            int before = position;
            boolean linked = take(",") | take("and") | take("&");
            String more = linked ? weekday() : null;
            if (more == null) {
                position = before;
                return String.join(",", all);
            }
            all.add(more);
        }
    }

    /** "1st", "1st and 15th", as a crontab field; null when there are none. */
    String ordinalDays() {
        Set<String> days = new LinkedHashSet<>();
        int before = position;
        while (true) {
            take("the");
            String number = peek();
            boolean ordinal = position + 1 < words.size() && Set.of("st", "nd", "rd", "th").contains(words.get(position + 1));
            if (!ordinal || !number.matches("\\d{1,2}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > 31) {
                position = before;
                return days.isEmpty() ? null : String.join(",", days);
            }
            days.add(number);
            position += 2;
            before = position;
            if (!(take(",") | take("and") | take("&"))) {
                return String.join(",", days);
            }
        }
    }

    /** Months as numbers; empty when there are none. */
    Set<String> months() {
        Set<String> months = new LinkedHashSet<>();
        int before = position;
        while (index(MONTHS, peek()) >= 0) {
            months.add(Integer.toString(index(MONTHS, next()) + 1));
            before = position;
            if (!(take(",") | take("and") | take("&"))) {
                return months;
            }
        }
        position = before;
        return months;
    }

    /** The full name, its plural, or its first three letters. */
    private static int index(List<String> names, String word) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (word.equals(name) || word.equals(name + "s") || word.equals(name.substring(0, 3))) {
                return i;
            }
        }
        return -1;
    }
}

package org.carillon.interchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.message.Message;

/**
 * A calendar event of systemd. A component that is null means all of its values. systemd.time(7), section CALENDAR EVENTS
 *
 * @param weekdays 1 (Monday) to 7
 * @param days     days of the month, counted from its end (1 is the last) if {@code fromEnd}
 * @param zone     null where it names none
 */
record OnCalendar(SortedSet<Integer> weekdays, SortedSet<Integer> years, SortedSet<Integer> months, SortedSet<Integer> days, boolean fromEnd,
                  SortedSet<Integer> hours, SortedSet<Integer> minutes, SortedSet<Integer> seconds, ZoneId zone) {
    private static final int FIRST_YEAR = 1970;
    /** systemd looks no further. */
    private static final int LAST_YEAR = 2199;
    private static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final Map<String, String> SHORTHANDS = Map.ofEntries(
            Map.entry("minutely", "*-*-* *:*:00"), Map.entry("hourly", "*-*-* *:00:00"), Map.entry("daily", "*-*-* 00:00:00"),
            Map.entry("weekly", "Mon *-*-* 00:00:00"), Map.entry("monthly", "*-*-01 00:00:00"),
            Map.entry("quarterly", "*-01,04,07,10-01 00:00:00"), Map.entry("yearly", "*-01-01 00:00:00"),
            Map.entry("annually", "*-01-01 00:00:00"), Map.entry("anually", "*-01-01 00:00:00"),
            Map.entry("semiannually", "*-01,07-01 00:00:00"), Map.entry("semi-annually", "*-01,07-01 00:00:00"),
            Map.entry("biannually", "*-01,07-01 00:00:00"), Map.entry("bi-annually", "*-01,07-01 00:00:00"));
    private static final Pattern MOMENT = Pattern.compile("@(\\d{1,12})");
    private static final String PART = "[0-9*.,/]+";
    private static final Pattern DATE = Pattern.compile("(?:(" + PART + ")-)?(" + PART + ")([-~])(" + PART + ")");
    private static final Pattern TIME = Pattern.compile("(" + PART + "):(" + PART + ")(?::(" + PART + "))?");
    private static final Pattern DATE_T_TIME = Pattern.compile("(\\d+-\\d+-\\d+)T(\\d.*)");
    private static final Pattern COMPONENT = Pattern.compile("(?:(\\*)|(\\d{1,4})(?:\\.\\.(\\d{1,4}))?)(?:/(\\d{1,4}))?");

    /** @throws InterchangeException that says what of it is not understood, or cannot be said */
    static OnCalendar parse(String expression) {
        String text = expression.strip();
        ZoneId zone = null;
        int blank = text.lastIndexOf(' ');
        String last = text.substring(blank + 1);
        if (blank > 0 && (last.contains("/") || last.matches("[A-Z][A-Za-z0-9_+-]*")) && last.matches("[A-Za-z].*") && weekdayOf(last) == 0) {
            zone = zone(last);
            text = text.substring(0, blank).strip();
        }
        Matcher moment = MOMENT.matcher(text);
        if (moment.matches()) {
            return of(LocalDateTime.ofInstant(Instant.ofEpochSecond(Long.parseLong(moment.group(1))), ZoneOffset.UTC));
        }
        return read(SHORTHANDS.getOrDefault(text.toLowerCase(Locale.ROOT), text), zone, expression);
    }

    private static ZoneId zone(String name) {
        try {
            return name.equals("UTC") ? ZoneId.of("UTC") : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new InterchangeException(Message.of("interchange.calendar.zone", name), e);
        }
    }

    private static OnCalendar of(LocalDateTime at) {
        return new OnCalendar(null, one(at.getYear()), one(at.getMonthValue()), one(at.getDayOfMonth()), false,
                one(at.getHour()), one(at.getMinute()), one(at.getSecond()), ZoneId.of("UTC"));
    }

    private static OnCalendar read(String text, ZoneId zone, String whole) {
        SortedSet<Integer> weekdays = null;
        String rest = DATE_T_TIME.matcher(text).replaceFirst("$1 $2");
        String first = rest.split("[ \\t]", 2)[0];
        if (first.matches("[A-Za-z].*")) {
            // a blank may follow the commas of a list of weekdays
            Matcher list = Pattern.compile("[A-Za-z]+(?:(?:\\.\\.|-)[A-Za-z]+)?(?:,\\s*[A-Za-z]+(?:(?:\\.\\.|-)[A-Za-z]+)?)*,?").matcher(rest);
            if (!list.lookingAt()) {
                throw wrong(whole, first);
            }
            weekdays = weekdays(list.group(), whole);
            rest = rest.substring(list.end()).strip();
        }
        String[] words = rest.isEmpty() ? new String[0] : rest.split("[ \\t]+");
        Matcher date = DATE.matcher(words.length > 0 ? words[0] : "");
        boolean dated = date.matches();
        Matcher time = TIME.matcher(words.length > (dated ? 1 : 0) ? words[dated ? 1 : 0] : "");
        boolean timed = time.matches();
        if (words.length != (dated ? 1 : 0) + (timed ? 1 : 0) || words.length == 0 && weekdays == null) {
            throw wrong(whole, words.length == 0 ? whole : words[words.length - 1]);
        }
        boolean fromEnd = dated && date.group(3).equals("~");
        return new OnCalendar(weekdays,
                dated && date.group(1) != null ? years(date.group(1), whole) : null,
                dated ? numbers(date.group(2), 1, 12, false, whole) : null,
                dated ? numbers(date.group(4), 1, 31, fromEnd, whole) : null, fromEnd,
                timed ? numbers(time.group(1), 0, 23, false, whole) : one(0),
                timed ? numbers(time.group(2), 0, 59, false, whole) : one(0),
                timed && time.group(3) != null ? seconds(time.group(3), whole) : one(0), zone);
    }

    private static SortedSet<Integer> seconds(String text, String whole) {
        String plain = text.replaceAll("(?<!\\.)\\.0+(?=$|[,/])", "");
        if (plain.replace("..", "").contains(".")) {
            throw new InterchangeException(Message.of("interchange.calendar.fraction", text));
        }
        return numbers(plain, 0, 59, false, whole);
    }

    private static SortedSet<Integer> years(String text, String whole) {
        String full = Pattern.compile("(?<![0-9/])(\\d\\d)(?![0-9])").matcher(text)
                .replaceAll(two -> Integer.parseInt(two.group(1)) < 70 ? "20$1" : "19$1");
        return numbers(full, FIRST_YEAR, LAST_YEAR, false, whole);
    }

    /** @param fromEnd whether they are counted from the end, so that a step goes down to 1 */
    private static SortedSet<Integer> numbers(String text, int least, int greatest, boolean fromEnd, String whole) {
        SortedSet<Integer> numbers = new TreeSet<>();
        boolean all = false;
        for (String part : text.split(",", -1)) {
            Matcher matcher = COMPONENT.matcher(part);
            if (!matcher.matches()) {
                throw wrong(whole, part);
            }
            boolean star = matcher.group(1) != null;
            all |= star && matcher.group(4) == null;
            int from = star ? least : Integer.parseInt(matcher.group(2));
            int to = matcher.group(3) != null ? Integer.parseInt(matcher.group(3)) : from;
            boolean open = matcher.group(3) == null && matcher.group(4) != null || star;
            int step = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
            boolean beyond = from < least || to > greatest || from > to || step == 0;
            if (beyond || matcher.group(4) != null && from + step > greatest && !fromEnd) {
                throw new InterchangeException(Message.of("interchange.calendar.range", part, least, greatest));
            }
            if (fromEnd && open) {
                for (int number = star ? greatest : from; number >= 1; number -= step) {
                    numbers.add(number);
                }
            } else {
                for (int number = from; number <= (open ? greatest : to); number += step) {
                    numbers.add(number);
                }
            }
        }
        return all ? null : numbers;
    }

    private static SortedSet<Integer> weekdays(String text, String whole) {
        SortedSet<Integer> weekdays = new TreeSet<>();
        for (String part : text.replaceAll("[,\\s]+$", "").split(",\\s*")) {
            String[] ends = part.split("\\.\\.|-");
            int from = weekdayOf(ends[0]);
            int to = weekdayOf(ends[ends.length - 1]);
            if (from == 0 || to == 0 || from > to) {
                throw new InterchangeException(Message.of("interchange.calendar.weekday", part, whole));
            }
            for (int day = from; day <= to; day++) {
                weekdays.add(day);
            }
        }
        return weekdays.size() == 7 ? null : weekdays;
    }

    /** 0 if it is none. */
    private static int weekdayOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < WEEKDAYS.size(); i++) {
            if (WEEKDAYS.get(i).equals(lower) || WEEKDAYS.get(i).substring(0, 3).equals(lower)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static SortedSet<Integer> one(int number) {
        return new TreeSet<>(List.of(number));
    }

    private static InterchangeException wrong(String whole, String part) {
        return new InterchangeException(Message.of("interchange.calendar.wrong", whole, part));
    }
}

package org.carillon.trigger;

import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a simple Chinese sentence as a schedule. For one use by one thread. */
final class ChineseWords {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String WEEK = "(?:周|星期|礼拜)";
    private static final String LINK = "[、,和及]";
    private static final Map<String, ChronoUnit> UNITS = Map.of("秒", ChronoUnit.SECONDS, "秒钟", ChronoUnit.SECONDS, "分钟", ChronoUnit.MINUTES,
            "分", ChronoUnit.MINUTES, "小时", ChronoUnit.HOURS, "个小时", ChronoUnit.HOURS, "天", ChronoUnit.DAYS, "周", ChronoUnit.WEEKS,
            "个月", ChronoUnit.MONTHS);
    private static final Pattern WRITTEN_WEEKDAYS = Pattern.compile("(周|星期)([一二三四五六七八九十]+)([点时])?");
    private static final Pattern WRITTEN_NUMBER = Pattern.compile("[零一二两三四五六七八九十]+(?!刻)");
    private static final Pattern FREQUENCY = Pattern.compile("每隔?(\\d+)?(秒钟?|分钟?|个?小时|天|周|个月)(.*)");
    private static final Pattern LATER = Pattern.compile("(\\d+)(秒钟?|分钟?|个?小时)(?:后|以后|之后)");
    private static final Pattern TIME = Pattern.compile(
            "(凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上)?(\\d{1,2})(?:[点时](?:(半)|(一刻|1刻)|(三刻|3刻)|整|(\\d{1,2})分?)?|:(\\d\\d))");
    private static final Pattern WEEKDAYS = Pattern.compile("每?个?" + WEEK + "([1-7日天](?:" + LINK + "?(?:每?" + WEEK + ")?[1-7日天])*)");
    private static final Pattern WEEKDAY_ROW = Pattern.compile("每?个?" + WEEK + "([1-7日天])[到至-]" + WEEK + "?([1-7日天])");
    private static final Pattern MONTH_DAYS = Pattern.compile("每个?月(\\d{1,2}[日号](?:" + LINK + "?\\d{1,2}[日号])*)");
    private static final Pattern NTH = Pattern.compile("(?:每个?月)?(?:第([1-5])|最后1?)个" + WEEK + "([1-7日天])");
    private static final Pattern YEARLY = Pattern.compile("每年(\\d{1,2})月(\\d{1,2})[日号]");

    private final String text;
    private final TriggerDefaults defaults;

    ChineseWords(String sentence, TriggerDefaults defaults) {
        this.text = plain(sentence);
        this.defaults = defaults;
    }

    /** Without blanks, with the digits and signs of ASCII, and a 的 behind each weekday so that its digit stays alone. */
    private static String plain(String sentence) {
        String narrow = Normalizer.normalize(sentence, Normalizer.Form.NFKC).replace("礼拜", "星期").replaceAll("[。.]$", "");
        String weekdays = WRITTEN_WEEKDAYS.matcher(narrow).replaceAll(found -> weekdays(found.group(1), found.group(2), found.group(3)));
        String digits = WRITTEN_NUMBER.matcher(weekdays).replaceAll(found -> Integer.toString(number(found.group())));
        return digits.replaceAll("(?<=\\d)\\s+(?=\\d)", "的").replaceAll("\\s", "");
    }

    /** "周一三五" names three days; in "周一八点" the second numeral belongs to the time. */
    private static String weekdays(String week, String numerals, String clock) {
        String days = clock == null ? numerals : numerals.substring(0, 1);
        StringBuilder said = new StringBuilder(week);
        days.chars().forEach(numeral -> said.append(DIGITS.indexOf(numeral)));
        said.append("的");
        return clock == null ? said.toString()
                : numerals.length() == 1 ? week + numerals + clock : said.append(number(numerals.substring(1))).append(clock).toString();
    }

    private static int number(String chinese) {
        String said = chinese.replace("两", "二");
        int ten = said.indexOf('十');
        if (ten < 0) {
            int value = 0;
            for (int i = 0; i < Math.min(said.length(), 4); i++) {
                value = value * 10 + DIGITS.indexOf(said.charAt(i));
            }
            return value;
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(said.charAt(ten - 1));
        return tens * 10 + (ten + 1 < said.length() ? Math.max(0, DIGITS.indexOf(said.charAt(ten + 1))) : 0);
    }

    /** Null when it is not understood in full. */
    Trigger read() {
        if (text.matches("每隔?半个?小时")) {
            return PlainFrequency.every(30, ChronoUnit.MINUTES, null, null, null, defaults);
        }
        Matcher later = LATER.matcher(text);
        if (later.matches() && later.group(1).length() < 6) {
            Duration wait = Duration.of(Long.parseLong(later.group(1)), UNITS.get(later.group(2)));
            return new DateTrigger(defaults.now().plus(wait), defaults.zone());
        }
        Trigger frequency = frequency();
        return frequency != null ? frequency : daysAndTimes();
    }

    private Trigger frequency() {
        Matcher matcher = FREQUENCY.matcher(text);
        if (!matcher.matches() || matcher.group(1) != null && matcher.group(1).length() > 5) {
            return null;
        }
        ChronoUnit unit = UNITS.get(matcher.group(2));
        long count = matcher.group(1) == null ? 1 : Long.parseLong(matcher.group(1));
        if (unit.compareTo(ChronoUnit.DAYS) < 0) {
            return matcher.group(3).isEmpty() ? PlainFrequency.every(count, unit, null, null, null, defaults) : null;
        }
        List<LocalTime> times = matcher.group(1) == null ? null : times(matcher.group(3));
        return times == null ? null : PlainFrequency.everyDays(count, unit, times, defaults);
    }

    private Trigger daysAndTimes() {
        for (int end = 1; end < text.length(); end++) {
            List<LocalTime> times = times(text.substring(end).replaceFirst("^[的,]", ""));
            if (times != null) {
                String said = text.substring(0, end);
                Trigger once = once(said, times);
                PlainDays days = once != null ? null : days(said.replace("的", ""));
                return once != null ? once : days == null ? null : days.at(times, defaults);
            }
        }
        return null;
    }

    private Trigger once(String day, List<LocalTime> times) {
        LocalDate today = LocalDate.ofInstant(defaults.now(), defaults.zone());
        LocalDate date = day.equals("今天") ? today : day.equals("明天") ? today.plusDays(1) : null;
        return date == null || times.size() != 1 ? null
                : new DateTrigger(date.atTime(times.getFirst()).atZone(defaults.zone()).toInstant(), defaults.zone());
    }

    private static PlainDays days(String said) {
        if (said.matches("每天|每日|天天")) {
            return PlainDays.EVERY_DAY;
        }
        if (said.matches("(每个?)?工作日")) {
            return PlainDays.WORKING_DAYS;
        }
        if (said.matches("(每个?)?周末")) {
            return PlainDays.WEEKENDS;
        }
        if (said.matches("每个?月最后1天")) {
            return PlainDays.ofMonth("L");
        }
        if (said.matches("每个?月最后1?个工作日")) {
            return PlainDays.ofMonth("LW");
        }
        return numbered(said);
    }

    private static PlainDays numbered(String said) {
        Matcher row = WEEKDAY_ROW.matcher(said);
        if (row.matches()) {
            int first = weekday(row.group(1));
            int last = weekday(row.group(2)) == 0 ? 7 : weekday(row.group(2));
            return first < last ? PlainDays.ofWeek(first + "-" + last) : null;
        }
        Matcher weekdays = WEEKDAYS.matcher(said);
        if (weekdays.matches()) {
            return PlainDays.ofWeek(listed(weekdays.group(1).replaceAll("[^1-7日天]", "").replaceAll("[天日7]", "0")));
        }
        Matcher nth = NTH.matcher(said);
        if (nth.matches()) {
            return PlainDays.ofWeek(weekday(nth.group(2)) + (nth.group(1) == null ? "L" : "#" + nth.group(1)));
        }
        Matcher days = MONTH_DAYS.matcher(said);
        if (days.matches()) {
            TreeSet<Integer> numbers = new TreeSet<>();
            Pattern.compile("\\d+").matcher(days.group(1)).results().forEach(number -> numbers.add(Integer.parseInt(number.group())));
            return numbers.first() < 1 || numbers.last() > 31 ? null
                    : PlainDays.ofMonth(String.join(",", numbers.stream().map(String::valueOf).toList()));
        }
        Matcher yearly = YEARLY.matcher(said);
        return yearly.matches() && isDate(yearly.group(1), yearly.group(2)) ? new PlainDays(yearly.group(2), yearly.group(1), "*") : null;
    }

    private static boolean isDate(String month, String day) {
        int number = Integer.parseInt(month);
        int ofMonth = Integer.parseInt(day);
        return number >= 1 && number <= 12 && ofMonth >= 1 && ofMonth <= Years.length(number, true);
    }

    private static String listed(String digits) {
        return String.join(",", new TreeSet<>(List.of(digits.split(""))));
    }

    private static int weekday(String sign) {
        return sign.equals("日") || sign.equals("天") || sign.equals("7") ? 0 : Integer.parseInt(sign);
    }

    /** All of the text as times, null when it is something else. */
    private static List<LocalTime> times(String said) {
        List<LocalTime> times = new ArrayList<>();
        for (String one : said.split(LINK, -1)) {
            Matcher matcher = TIME.matcher(one);
            LocalTime time = matcher.matches() ? time(matcher) : null;
            if (time == null) {
                return null;
            }
            times.add(time);
        }
        return times;
    }

    private static LocalTime time(Matcher said) {
        int hour = Integer.parseInt(said.group(2));
        String digits = said.group(6) != null ? said.group(6) : said.group(7);
        int minute = said.group(3) != null ? 30 : said.group(4) != null ? 15 : said.group(5) != null ? 45
                : digits == null ? 0 : Integer.parseInt(digits);
        int shifted = hour(said.group(1) == null ? "" : said.group(1), hour);
        return shifted < 0 || shifted > 23 || minute > 59 ? null : LocalTime.of(shifted, minute);
    }

    /** The hour of the day, -1 where the part of the day and the hour don't fit each other. */
    private static int hour(String part, int hour) {
        return switch (part) {
            case "" -> hour;
            case "凌晨" -> hour <= 6 ? hour : -1;
            case "清晨", "早晨", "早上" -> hour >= 4 && hour <= 11 ? hour : -1;
            case "上午" -> hour >= 6 && hour <= 12 ? hour : -1;
            case "中午" -> hour >= 11 && hour <= 13 ? hour : hour == 1 ? 13 : -1;
            default -> hour >= 1 && hour <= 11 ? hour + 12 : hour > 12 ? hour : -1;
        };
    }
}

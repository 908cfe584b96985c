package org.carillon.trigger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a cron expression as fields by name. What it writes is a proposal: whoever asks compares the meaning. */
final class FieldsOfExpression {
    private static final Pattern NTH = Pattern.compile("(\\w+)#([1-5])");
    private static final Pattern LAST = Pattern.compile("(\\w+)L");
    private static final List<String> ORDINALS = List.of("1st", "2nd", "3rd", "4th", "5th");
    static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final CronTrigger cron;
    private final Map<Field, String> texts;

    FieldsOfExpression(CronTrigger cron) {
        this.cron = cron;
        this.texts = CronTranslation.texts(cron);
    }

    /** The fields, those left out that say nothing; empty where a field has no words for it. */
    Optional<Map<String, String>> fields() {
        Optional<String> day = day();
        Optional<String> weekday = weekday();
        if (day.isEmpty() || weekday.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "year", texts.getOrDefault(Field.YEAR, "*"));
        put(fields, "month", names(texts.get(Field.MONTH)));
        put(fields, "day", day.get());
        put(fields, "day_of_week", weekday.get());
        fields.put("hour", texts.get(Field.HOUR));
        fields.put("minute", texts.get(Field.MINUTE));
        String second = texts.getOrDefault(Field.SECOND, "0");
        if (!second.equals("0")) {
            fields.put("second", second);
        }
        return Optional.of(fields);
    }

    private static void put(Map<String, String> fields, String name, String text) {
        if (!text.equals("*")) {
            fields.put(name, text);
        }
    }

    private static String names(String months) {
        return months.toLowerCase(Locale.ROOT);
    }

    /** The day of the month, with what the weekday field says of one such day in a month. */
    private Optional<String> day() {
        String ofWeek = texts.get(Field.DAY_OF_WEEK).toUpperCase(Locale.ROOT);
        String ofMonth = texts.get(Field.DAY_OF_MONTH).toUpperCase(Locale.ROOT);
        if (!isSpecial(ofWeek)) {
            return Optional.of(ofMonth.equals("?") ? "*" : ofMonth.replace("L", "last")).filter(text -> !text.contains("-last") && !text.contains("last-"));
        }
        if (!ofMonth.equals("*") && !ofMonth.equals("?")) {
            return Optional.empty();
        }
        List<String> items = new ArrayList<>();
        for (String item : ofWeek.split(",")) {
            Matcher nth = NTH.matcher(item);
            Matcher last = LAST.matcher(item);
            if (nth.matches()) {
                items.add(ORDINALS.get(nth.group(2).charAt(0) - '1') + " " + weekday(nth.group(1)));
            } else if (last.matches()) {
                items.add("last " + weekday(last.group(1)));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(String.join(",", items));
    }

    /** Whether it names single weekdays of a month: {@code 1#2}, {@code 5L}. A bare {@code L} is Saturday. */
    private static boolean isSpecial(String ofWeek) {
        return ofWeek.indexOf('#') >= 0 || LAST.matcher(ofWeek.split(",")[0]).matches();
    }

    private String weekday(String text) {
        int named = Field.WEEKDAYS.indexOf(text);
        int iso = named >= 0 ? (named + 6) % 7 + 1 : new Notation(Field.DAY_OF_WEEK, cron.dialect()).isoWeekday(Integer.parseInt(text));
        return WEEKDAYS.get(iso - 1);
    }

    private Optional<String> weekday() {
        if (isSpecial(texts.get(Field.DAY_OF_WEEK).toUpperCase(Locale.ROOT))) {
            return Optional.of("*");
        }
        DayPattern pattern = ((DayRule.Fields) cron.schedule().days().rule()).ofWeek();
        return Optional.of(pattern.isEveryDay() ? "*" : weekdays(pattern.weekdays(), WEEKDAYS));
    }

    /** The weekdays of a set (bits 1 to 7, from Monday), three and more in a row as a range. */
    static String weekdays(int bits, List<String> names) {
        List<String> items = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            if ((bits >>> day & 1) == 0) {
                continue;
            }
            int last = day;
            while (last < 7 && (bits >>> last + 1 & 1) != 0) {
                last++;
            }
            if (last - day >= 2) {
                items.add(names.get(day - 1) + "-" + names.get(last - 1));
                day = last;
            } else {
                items.add(names.get(day - 1));
            }
        }
        return String.join(",", items);
    }
}

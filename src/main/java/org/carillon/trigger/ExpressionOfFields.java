package org.carillon.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a cron trigger by fields as an expression. What it writes is a proposal: whoever asks compares the meaning. */
final class ExpressionOfFields {
    private static final List<String> ORDINALS = List.of("1ST", "2ND", "3RD", "4TH", "5TH");

    private final CronFieldsTrigger cron;
    private final Map<String, String> fields;

    ExpressionOfFields(CronFieldsTrigger cron) {
        this.cron = cron;
        this.fields = cron.fields();
    }

    /** Crontab's, or Quartz' where years are restricted; empty where weeks are, or where a day has no sign of its own. */
    Optional<String> expression() {
        boolean quartz = !text("year").equals("*");
        List<String> parts = new ArrayList<>();
        List<String> ofWeek = new ArrayList<>();
        Optional<String> day = day(quartz, ofWeek);
        DayPattern weekdays = ((DayRule.Fields) cron.schedule().days().rule()).ofWeek();
        if (day.isEmpty() || !text("week").equals("*") || !ofWeek.isEmpty() && !weekdays.isEveryDay()) {
            return Optional.empty();
        }
        String weekday = !ofWeek.isEmpty() ? String.join(",", ofWeek)
                : weekdays.isEveryDay() ? "*" : FieldsOfExpression.weekdays(weekdays.weekdays(), FieldsOfExpression.WEEKDAYS).toUpperCase(Locale.ROOT);
        if (quartz || !text("second").equals("0")) {
            parts.add(text("second"));
        }
        parts.addAll(List.of(text("minute"), text("hour"), day.get(), text("month").toUpperCase(Locale.ROOT), weekday));
        if (quartz) {
            parts.add(text("year"));
        }
        return Optional.of(String.join(" ", parts));
    }

    /** What a field says, or what it means that it is left out; without blanks around commas. */
    private String text(String name) {
        return FieldsText.meant(fields, name).strip().replaceAll("\\s*,\\s*", ",");
    }

    /** The day of the month; weekdays of a month such as {@code last fri} are put into the other day field. */
    private Optional<String> day(boolean quartz, List<String> ofWeek) {
        List<String> ofMonth = new ArrayList<>();
        for (String item : text("day").toUpperCase(Locale.ROOT).split(",")) {
            String[] words = item.split("\\s+");
            if (words.length == 2) {
                int weekday = FieldsOfExpression.WEEKDAYS.indexOf(words[1].toLowerCase(Locale.ROOT)) + 1;
                String number = Integer.toString(quartz ? weekday % 7 + 1 : weekday % 7);
                ofWeek.add(number + (words[0].equals("LAST") ? "L" : "#" + (ORDINALS.indexOf(words[0]) + 1)));
            } else {
                ofMonth.add(item.equals("LAST") ? "L" : item);
            }
        }
        if (!ofWeek.isEmpty() && !ofMonth.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ofMonth.isEmpty() ? "*" : String.join(",", ofMonth));
    }
}

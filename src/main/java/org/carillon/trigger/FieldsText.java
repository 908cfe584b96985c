package org.carillon.trigger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carillon.message.Message;

/** The fields of a cron trigger by fields while they are typed: what may stand in each, and what is wrong with them. */
public final class FieldsText {
    /**
     * One field.
     *
     * @param name    as in the format: {@code day_of_week}
     * @param label   its name for a person
     * @param allowed what may stand there
     */
    public record Cell(String name, Message label, Message allowed) {}

    private static final List<Cell> CELLS = CronFields.NAMES.stream().map(FieldsText::cell).toList();
    private static final String[] ENDINGS = {"0", "1", "5", "12", "31", "0-5", "2026", "st mon", "nd mon", "rd mon", "th mon", " mon", "ast", "st"};

    private FieldsText() {}

    private static Cell cell(String name) {
        Field field = CronFields.byName(name);
        return new Cell(name, field.named(), CronFields.allowed(field));
    }

    /** All fields, from the most significant to the least. */
    public static List<Cell> cells() {
        return CELLS;
    }

    /** What a field says, or where it is left out what that means: its least value below the least significant given one, else {@code *}. */
    public static String meant(Map<String, String> given, String name) {
        String text = given.get(name);
        if (text != null) {
            return text;
        }
        int least = -1;
        for (int i = 0; i < CronFields.NAMES.size(); i++) {
            least = given.containsKey(CronFields.NAMES.get(i)) ? i : least;
        }
        boolean above = given.isEmpty() || CronFields.NAMES.indexOf(name) < least;
        boolean always = name.equals("week") || name.equals("day_of_week");
        return above || always ? "*" : Integer.toString(CronFields.byName(name).least());
    }

    /** What is wrong with each of the given fields that is wrong, in their order. */
    public static Map<String, TriggerException> mistakes(Map<String, String> given) {
        Map<String, TriggerException> mistakes = new LinkedHashMap<>();
        CronFields.sorted(given).forEach((name, text) -> {
            try {
                CronFields.field(name, text);
            } catch (TriggerException mistake) {
                mistakes.put(name, mistake);
            }
        });
        return mistakes;
    }

    /** Whether the wrong text of one field could become right by typing on at its end, such as {@code 1-} or {@code last f}. */
    public static boolean isUnfinished(String name, String text) {
        for (String ending : ENDINGS) {
            if (isRight(name, text + ending)) {
                return true;
            }
        }
        int word = text.length();
        while (word > 0 && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        String letters = text.substring(word).toUpperCase(Locale.ROOT);
        for (List<String> names : List.of(Field.MONTHS, Field.WEEKDAYS, List.of("LAST", "LAST MON"))) {
            for (String known : names) {
                if (!letters.isEmpty() && known.startsWith(letters) && isRight(name, text + known.substring(letters.length()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isRight(String name, String text) {
        try {
            CronFields.field(name, text);
            return true;
        } catch (TriggerException mistake) {
            return false;
        }
    }
}

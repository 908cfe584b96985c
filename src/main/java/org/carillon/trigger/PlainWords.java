package org.carillon.trigger;

import java.util.Optional;

/**
 * Reads simple sentences as schedules: "weekdays at 9", "every 15 minutes", "last friday 18:30", "每天早上8点". What is understood in part only is
 * not understood.
 */
public final class PlainWords {
    private static final int LONGEST = 120;

    private PlainWords() {}

    /** The schedule that an English or Chinese sentence means; empty when it is not understood in full. */
    public static Optional<Trigger> read(String text, TriggerDefaults defaults) {
        String sentence = text.strip();
        if (sentence.isEmpty() || sentence.length() > LONGEST) {
            return Optional.empty();
        }
        boolean chinese = sentence.codePoints().anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN);
        return Optional.ofNullable(chinese ? new ChineseWords(sentence, defaults).read() : new EnglishWords(sentence, defaults).read());
    }
}

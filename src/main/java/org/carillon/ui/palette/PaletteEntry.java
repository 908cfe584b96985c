package org.carillon.ui.palette;

import java.util.List;
import java.util.Locale;
import org.carillon.message.Language;
import org.carillon.message.Message;

/**
 * Something that can be chosen.
 *
 * @param id       the same each time, so that it is known again
 * @param title    as it is shown
 * @param keys     what is pressed for the same without the palette, empty for nothing
 * @param searched the texts in which it is found, in lower case
 * @param run      does it
 */
public record PaletteEntry(String id, String title, String keys, List<String> searched, Runnable run) {
    /** One that has a title of its own. It is found in every language, whichever is shown. */
    public static PaletteEntry of(String id, Message title, String keys, Language language, Runnable run) {
        return new PaletteEntry(id, title.in(language), keys, everywhere(title), run);
    }

    static List<String> everywhere(Message title) {
        return List.of(title.in(Language.ENGLISH).toLowerCase(Locale.ROOT), title.in(Language.CHINESE).toLowerCase(Locale.ROOT));
    }

    /** @return how well all these words fit it, or {@link FuzzyMatch#NONE} if one of them does not */
    int score(List<String> words) {
        int sum = 0;
        for (String word : words) {
            int best = FuzzyMatch.NONE;
            for (String text : searched) {
                best = Math.max(best, FuzzyMatch.score(word, text));
            }
            if (best < 0) {
                return FuzzyMatch.NONE;
            }
            sum += best;
        }
        return sum;
    }
}

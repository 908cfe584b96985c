package org.carillon.ui.palette;

/** How well a word that somebody types fits a text. Both in lower case. */
final class FuzzyMatch {
    /** The letters are not there, or too far from each other to be meant. */
    static final int NONE = -1;
    private static final int START = 100;
    private static final int WORD = 80;
    private static final int INSIDE = 60;
    private static final int SCATTERED = 40;
    private static final int MOST_SCATTERED = 3;

    private FuzzyMatch() {}

    /** @return the more the better: at the start, at the start of a word, inside, letters in order with others between; or {@link #NONE} */
    static int score(String word, String text) {
        int at = text.indexOf(word);
        if (at < 0) {
            return scattered(word, text);
        }
        for (int next = at; next >= 0; next = text.indexOf(word, next + 1)) {
            if (next == 0) {
                return START - Math.min(9, text.length() / 10);
            }
            if (!Character.isLetterOrDigit(text.charAt(next - 1))) {
                return WORD;
            }
        }
        return INSIDE;
    }

    private static int scattered(String word, String text) {
        int end = -1;
        for (int i = 0; i < word.length(); i++) {
            end = text.indexOf(word.charAt(i), end + 1);
            if (end < 0) {
                return NONE;
            }
        }
        int span = end + 1 - latestStart(word, text, end);
        int most = word.length() * MOST_SCATTERED;
        return span > most ? NONE : SCATTERED - Math.min(SCATTERED - 1, span - word.length());
    }

    /** Where the shortest stretch begins that ends there and holds the letters in order. */
    private static int latestStart(String word, String text, int end) {
        int at = end + 1;
        for (int i = word.length() - 1; i >= 0; i--) {
            at = text.lastIndexOf(word.charAt(i), at - 1);
        }
        return at;
    }
}

package org.carillon.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Finds entries by what is typed: each word must fit, best first, those used lately before others that fit as well.
 *
 * @param most how many are shown
 */
record PaletteSearch(List<PaletteEntry> entries, List<String> recent, int most) {
    /** So much is something worth that was used a moment ago. */
    private static final int USED = 30;

    private record Found(PaletteEntry entry, int score) {}

    List<PaletteEntry> find(String typed) {
        List<String> words = typed.isBlank() ? List.of() : List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        List<Found> found = new ArrayList<>();
        for (PaletteEntry entry : entries) {
            int score = entry.score(words);
            if (score >= 0) {
                found.add(new Found(entry, score + used(entry)));
            }
        }
        found.sort(Comparator.comparingInt(Found::score).reversed());
        return found.stream().limit(most).map(Found::entry).toList();
    }

    private int used(PaletteEntry entry) {
        int place = recent.indexOf(entry.id());
        return place < 0 ? 0 : USED - Math.min(USED - 1, place);
    }
}

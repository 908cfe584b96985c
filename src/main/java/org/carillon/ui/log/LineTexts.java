package org.carillon.ui.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.carillon.log.EscapeFilter;
import org.carillon.log.LogLine;

/** The texts of lines without colours, also of those that are in memory only in part. */
final class LineTexts {
    /** When there are so many letters, further long lines are told as they are shown. */
    private static final int MOST = 1 << 26;

    private LineTexts() {}

    /** Waits for the disk where a line is in memory only in part. @param whole what its file has of it */
    static <R> List<String> of(List<R> rows, Function<R, LogLine> line, Function<R, String> whole) {
        List<String> texts = new ArrayList<>(rows.size());
        long letters = 0;
        for (R row : rows) {
            LogLine shown = line.apply(row);
            String text = EscapeFilter.plain(shown.mayBeCut() && letters < MOST ? whole.apply(row) : shown.text());
            letters += text.length();
            texts.add(text);
        }
        return texts;
    }
}

package org.carillon.ui.log;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.carillon.log.DeepPatternException;
import org.carillon.log.LineQuery;
import org.carillon.log.LineScan;

/**
 * What is shown of a long line that a person wants to see.
 *
 * @param text  its text from its beginning with its escape sequences, or the part without them in which the first match is
 * @param match how many letters are before the first match; -1 if nothing is looked for, or it is not there
 */
record Unfolded(String text, long match) {
    static final Unfolded NOTHING = new Unfolded("", -1);
    private static final String CUT = "…";
    /** So many letters are shown before a match far behind in a line. */
    private static final int CONTEXT = 200;
    /** A match is looked for in one line so long. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    /** So many letters at most of the line that begins at that offset. Waits for the disk. @param whole the line's text, or much of it */
    static Unfolded read(LineScan scan, long offset, Supplier<String> whole, LineQuery query, int most) {
        scan.seek(offset);
        long match = scan.next(true) ? find(query, scan) : -1;
        if (match + CONTEXT >= most) {
            return new Unfolded(CUT + scan.part(match - CONTEXT, most) + CUT, match);
        }
        String text = whole.get();
        return new Unfolded(text.length() > most ? text.substring(0, most) + CUT : text, match);
    }

    private static long find(LineQuery query, LineScan line) {
        long until = System.nanoTime() + PATIENCE;
        try {
            return query.find(line, () -> System.nanoTime() > until);
        } catch (CancellationException | DeepPatternException e) {
            return -1;
        }
    }
}

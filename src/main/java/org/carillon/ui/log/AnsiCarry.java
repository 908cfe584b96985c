package org.carillon.ui.log;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.carillon.log.LogLine;

/**
 * With which colours and faces lines begin: those that the line before has not switched off, as in a terminal. It knows as much as
 * the lines in memory say, and of those that have gone out of memory while the log was followed. For the FX thread alone.
 *
 * @param <R> a row of the table
 */
final class AnsiCarry<R> {
    private final Function<R, LogLine> line;
    private final Function<R, Object> source;
    /** Only those that do not begin plain. By identity: lines of several runs can begin at the same offset. */
    private Map<LogLine, AnsiStyle> starts = new IdentityHashMap<>();

    /** @param source what goes on from one line to the next: a stream of a run */
    AnsiCarry(ObservableList<R> rows, Function<R, LogLine> line, Function<R, Object> source) {
        this.line = line;
        this.source = source;
        rows.addListener((ListChangeListener<R>) change -> follow(change.getList()));
        follow(rows);
    }

    AnsiStyle before(LogLine shown) {
        return starts.getOrDefault(shown, AnsiStyle.PLAIN);
    }

    private void follow(Iterable<? extends R> rows) {
        Map<LogLine, AnsiStyle> now = new IdentityHashMap<>();
        Map<Object, AnsiStyle> styles = new HashMap<>();
        for (R row : rows) {
            LogLine shown = line.apply(row);
            Object stream = source.apply(row);
            AnsiStyle known = styles.get(stream);
            AnsiStyle start = known == null ? before(shown) : known;
            if (!start.equals(AnsiStyle.PLAIN)) {
                now.put(shown, start);
            }
            AnsiStyle after = AnsiText.after(shown.text(), start);
            if (after != known) {
                styles.put(stream, after);
            }
        }
        starts = now;
    }
}

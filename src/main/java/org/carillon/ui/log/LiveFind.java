package org.carillon.ui.log;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.PatternSyntaxException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.log.LineQuery;
import org.carillon.message.Message;
import org.carillon.ui.fx.Background;

/** What is looked for in the lines of all runs, and the way from one match to the next. For the FX thread alone. */
public final class LiveFind implements Finding {
    private final List<LiveLine> shown;
    private final SlowLines slow;
    private final Runnable changed;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final BooleanProperty regex = new SimpleBooleanProperty(this, "regex");
    private final BooleanProperty matchCase = new SimpleBooleanProperty(this, "matchCase");
    private final ReadOnlyObjectWrapper<LineQuery> query = new ReadOnlyObjectWrapper<>(this, "query", LineQuery.ALL);
    private final ReadOnlyObjectWrapper<String> mistake = new ReadOnlyObjectWrapper<>(this, "mistake");
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper(this, "count");
    private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper(this, "position");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);

    /**
     * @param shown   the lines in the table
     * @param changed is called when something else is looked for
     * @param found   is told how many more lines match than was known
     */
    LiveFind(List<LiveLine> shown, LiveReaders readers, Background background, Runnable changed, IntConsumer found) {
        this.shown = shown;
        this.changed = changed;
        this.slow = new SlowLines(readers, background, found);
        text.addListener((property, before, now) -> restart());
        regex.addListener((property, before, now) -> restart());
        matchCase.addListener((property, before, now) -> restart());
    }

    private void restart() {
        mistake.set(null);
        try {
            query.set(LineQuery.of(text.get(), regex.get(), matchCase.get(), false));
        } catch (PatternSyntaxException e) {
            query.set(LineQuery.ALL);
            mistake.set(e.getDescription());
        }
        slow.lookFor(query.get());
        changed.run();
    }

    /** Whether anything is looked for. */
    boolean isOn() {
        return query.get().pattern() != null;
    }

    /** Whether a line is known to match; of those that are not, {@link #look} finds out. */
    boolean matches(LiveLine line) {
        if (!isOn()) {
            return false;
        }
        return query.get().isPlain() ? query.get().matches(line.line()).orElseGet(() -> slow.holds(line)) : slow.holds(line);
    }

    /** Looks at the lines of which it is not known yet whether they match. */
    void look() {
        slow.look();
    }

    void tick() {
        slow.tick();
    }

    void forget(LiveLine line) {
        slow.forget(line);
    }

    /** Other lines are shown. */
    void recount() {
        position.set(0);
        count.set(count(shown));
    }

    /** These have come, and those are gone. */
    void count(List<LiveLine> come, List<LiveLine> gone) {
        count.set(count.get() + count(come) - count(gone));
    }

    private long count(List<LiveLine> lines) {
        return isOn() ? lines.stream().filter(this::matches).count() : 0;
    }

    /** The number of the nearest line behind (or before) that one which matches, at the end going round; -1 if none does. */
    int next(int from, boolean forward) {
        for (int step = 1; step <= shown.size(); step++) {
            int index = Math.floorMod(from + (forward ? step : -step), shown.size());
            if (matches(shown.get(index))) {
                count.set(count(shown));
                position.set(count(shown.subList(0, index + 1)));
                return index;
            }
        }
        return -1;
    }

    @Override
    public StringProperty text() {
        return text;
    }

    @Override
    public BooleanProperty regex() {
        return regex;
    }

    @Override
    public BooleanProperty matchCase() {
        return matchCase;
    }

    @Override
    public ReadOnlyObjectProperty<LineQuery> query() {
        return query.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyLongProperty count() {
        return count.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyLongProperty position() {
        return position.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty searching() {
        return slow.searching();
    }

    @Override
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<String> mistake() {
        return mistake.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Message> failure() {
        return slow.failure();
    }

    @Override
    public void cancel() {
        slow.cancel();
    }
}

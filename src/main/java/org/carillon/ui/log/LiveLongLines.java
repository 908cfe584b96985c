package org.carillon.ui.log;

import java.util.function.Consumer;
import org.carillon.log.LogLine;

/** The long lines of all runs. */
record LiveLongLines(LiveLogsViewModel model) implements LogFolds.Source<LiveLine> {
    @Override
    public LogLine line(LiveLine row) {
        return row.line();
    }

    @Override
    public Object key(LiveLine row) {
        return row.place();
    }

    @Override
    public void unfold(Object key, int most, Consumer<Unfolded> told) {
        model.unfold((LiveLine.Place) key, most, told);
    }

    @Override
    public boolean isFound(LiveLine row) {
        return model.find().matches(row);
    }

    @Override
    public void freeze() {
        model.freeze();
    }
}

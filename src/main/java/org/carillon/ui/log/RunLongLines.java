package org.carillon.ui.log;

import java.util.function.Consumer;
import org.carillon.log.LogLine;

/** The long lines of one run, known by where they begin. */
record RunLongLines(LogViewModel model) implements LogFolds.Source<LogLine> {
    @Override
    public LogLine line(LogLine row) {
        return row;
    }

    @Override
    public Object key(LogLine row) {
        return row.offset();
    }

    @Override
    public void unfold(Object key, int most, Consumer<Unfolded> told) {
        model.unfold((Long) key, most, told);
    }

    @Override
    public boolean isFound(LogLine row) {
        return model.search().isFound(row.offset());
    }

    @Override
    public void freeze() {
        model.pager().freeze();
    }
}

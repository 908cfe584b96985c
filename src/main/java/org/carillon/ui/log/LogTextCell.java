package org.carillon.ui.log;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.text.TextFlow;
import org.carillon.log.LineQuery;
import org.carillon.log.LogLine;

/** The text of a line: plain where it can be, because that is cheap; else with its colours, links and what was looked for. */
final class LogTextCell<R> extends TableCell<R, R> {
    private static final double EDGES = 16;

    private final Function<R, LogLine> lines;
    private final LogFolds<R> folds;
    private final LogLook look;
    private final Supplier<LineQuery> query;
    private final Consumer<String> browse;
    private final AnsiLine line;
    private Function<LogLine, AnsiStyle> start = shown -> AnsiStyle.PLAIN;

    /** @param lines the line that a row shows */
    LogTextCell(Function<R, LogLine> lines, LogFolds<R> folds, LogLook look, Supplier<LineQuery> query, Consumer<String> browse) {
        this.lines = lines;
        this.folds = folds;
        this.look = look;
        this.query = query;
        this.browse = browse;
        this.line = new AnsiLine(browse);
        setTextOverrun(OverrunStyle.CLIP);
    }

    /** @param begins with which colours and faces a line begins */
    LogTextCell<R> from(Function<LogLine, AnsiStyle> begins) {
        start = begins;
        return this;
    }

    @Override
    protected void updateItem(R row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            setPrefHeight(USE_COMPUTED_SIZE);
            return;
        }
        LogLine shown = lines.apply(row);
        AnsiStyle begins = start.apply(shown);
        boolean plain = query.get().pattern() == null && begins.equals(AnsiStyle.PLAIN) && AnsiText.isPlain(shown.text());
        if (plain && !look.wrap().get() && !LogFolds.isLong(shown)) {
            setGraphic(null);
            setText(shown.text());
            setPrefHeight(look.isTall() ? look.lineHeight() : USE_COMPUTED_SIZE);
        } else {
            setText(null);
            show(row, shown, begins);
        }
    }

    private void show(R row, LogLine shown, AnsiStyle begins) {
        boolean unfolded = folds.isUnfolded(row);
        List<AnsiSpan> all = AnsiText.mark(AnsiText.parse(unfolded ? folds.text(row) : shown.text(), begins), query.get());
        List<AnsiSpan> spans = unfolded ? all : AnsiText.cut(all, LogFolds.FOLDED);
        boolean cut = AnsiText.letters(spans) < AnsiText.letters(all);
        Node end = cut || unfolded ? folds.end(row, cut && (hidesMatch(all) || isFoundBehind(row, shown, all))) : null;
        Node begin = end == null ? null : folds.begin(row);
        if (look.wrap().get() || unfolded) {
            wrap(begin, spans, end);
        } else {
            line.show(begin, spans, end);
            setGraphic(line);
            setPrefHeight(look.isTall() ? look.lineHeight() : USE_COMPUTED_SIZE);
        }
    }

    /** Whether what is looked for is in the line, but not in that part of it which is in memory. */
    private boolean isFoundBehind(R row, LogLine shown, List<AnsiSpan> all) {
        return shown.mayBeCut() && all.stream().noneMatch(LogTextCell::isMatch) && folds.isFound(row);
    }

    private static boolean isMatch(AnsiSpan span) {
        return span.style().background() instanceof AnsiColor.Found;
    }

    private static boolean hidesMatch(List<AnsiSpan> all) {
        int at = 0;
        for (AnsiSpan span : all) {
            at += span.text().length();
            if (at > LogFolds.FOLDED && isMatch(span)) {
                return true;
            }
        }
        return false;
    }

    private void wrap(Node begin, List<AnsiSpan> spans, Node end) {
        TextFlow flow = new TextFlow(spans.stream().map(span -> AnsiNodes.of(span, browse)).toArray(Node[]::new));
        if (begin != null) {
            flow.getChildren().addFirst(begin);
        }
        if (end != null) {
            flow.getChildren().add(end);
        }
        flow.getStyleClass().add("log-text");
        setGraphic(flow);
        double width = Math.max(EDGES, visibleWidth() - EDGES);
        flow.setPrefWidth(width);
        flow.setMaxWidth(width);
        flow.applyCss();
        setPrefHeight(Math.max(look.lineHeight(), flow.prefHeight(width) + 4));
    }

    /** What of the column is in sight, as long as the table is not scrolled sideways. */
    private double visibleWidth() {
        double before = 0;
        for (var column : getTableView().getVisibleLeafColumns()) {
            if (column == getTableColumn()) {
                break;
            }
            before += column.getWidth();
        }
        return Math.min(getTableColumn().getWidth(), getTableView().getWidth() - before - EDGES);
    }
}

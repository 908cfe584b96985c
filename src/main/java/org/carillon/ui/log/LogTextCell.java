package org.carillon.ui.log;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.carillon.log.LineQuery;
import org.carillon.log.LogLine;

/** The text of a line: plain where it can be, because that is cheap; else with its colours, links and what was looked for. */
final class LogTextCell<R> extends TableCell<R, LogLine> {
    private static final double EDGES = 16;
    private static final String CUT = "…";

    private final LogLook look;
    private final Supplier<LineQuery> query;
    private final Consumer<String> browse;
    private final AnsiLine line;
    private Function<LogLine, AnsiStyle> start = shown -> AnsiStyle.PLAIN;
    /** Null where long lines stay folded. */
    private LogFolds folds;

    LogTextCell(LogLook look, Supplier<LineQuery> query, Consumer<String> browse) {
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

    LogTextCell<R> folding(LogFolds lines) {
        folds = lines;
        return this;
    }

    @Override
    protected void updateItem(LogLine shown, boolean empty) {
        super.updateItem(shown, empty);
        if (empty || shown == null) {
            setText(null);
            setGraphic(null);
            setPrefHeight(USE_COMPUTED_SIZE);
            return;
        }
        AnsiStyle begins = start.apply(shown);
        boolean plain = query.get().pattern() == null && begins.equals(AnsiStyle.PLAIN) && AnsiText.isPlain(shown.text());
        if (plain && !look.wrap().get() && !LogFolds.isLong(shown)) {
            setGraphic(null);
            setText(shown.text());
            setPrefHeight(look.isTall() ? look.lineHeight() : USE_COMPUTED_SIZE);
        } else {
            setText(null);
            show(shown, begins);
        }
    }

    private void show(LogLine shown, AnsiStyle begins) {
        boolean unfolded = folds != null && folds.isUnfolded(shown);
        List<AnsiSpan> all = AnsiText.mark(AnsiText.parse(unfolded ? folds.text(shown) : shown.text(), begins), query.get());
        List<AnsiSpan> spans = unfolded ? all : AnsiText.cut(all, LogFolds.FOLDED);
        boolean cut = AnsiText.letters(spans) < AnsiText.letters(all);
        Node end = cut || unfolded ? end(shown, cut && (hidesMatch(all) || isFoundBehind(shown, all))) : null;
        Node begin = end != null && folds != null ? folds.begin(shown) : null;
        if (look.wrap().get() || unfolded) {
            wrap(begin, spans, end);
        } else {
            line.show(begin, spans, end);
            setGraphic(line);
            setPrefHeight(look.isTall() ? look.lineHeight() : USE_COMPUTED_SIZE);
        }
    }

    /** Whether what is looked for is in the line, but not in that part of it which is in memory. */
    private boolean isFoundBehind(LogLine shown, List<AnsiSpan> all) {
        return folds != null && shown.mayBeCut() && all.stream().noneMatch(LogTextCell::isMatch) && folds.isFound(shown);
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

    private Node end(LogLine shown, boolean found) {
        return folds == null ? new Text(CUT) : folds.end(shown, found);
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

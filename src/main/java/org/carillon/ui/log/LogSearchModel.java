package org.carillon.ui.log;

import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.regex.PatternSyntaxException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.job.Run;
import org.carillon.log.DeepPatternException;
import org.carillon.log.LineQuery;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import org.carillon.ui.fx.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search through a whole log, and the filter: goes through the file in the background, slice by slice, goes on when more is
 * printed, and can be cancelled. For the FX thread alone.
 */
public final class LogSearchModel implements Finding {
    private static final Logger LOG = LoggerFactory.getLogger(LogSearchModel.class);

    /** One line for which an expression takes longer can be cancelled, too. */
    private static final long LONG = TimeUnit.MILLISECONDS.toNanos(500);

    private final LogSource source;
    private final Background background;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final BooleanProperty regex = new SimpleBooleanProperty(this, "regex");
    private final BooleanProperty matchCase = new SimpleBooleanProperty(this, "matchCase");
    private final ObjectProperty<LogFilter> filter = new SimpleObjectProperty<>(this, "filter", LogFilter.ALL);
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper(this, "count");
    private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper(this, "position");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 1);
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper(this, "searching");
    private final ReadOnlyObjectWrapper<String> mistake = new ReadOnlyObjectWrapper<>(this, "mistake");
    private final ReadOnlyObjectWrapper<Message> failure = new ReadOnlyObjectWrapper<>(this, "failure");
    private final ReadOnlyObjectWrapper<LineQuery> query = new ReadOnlyObjectWrapper<>(this, "query", LineQuery.ALL);
    private final Runnable changed;
    private BiConsumer<Long, Boolean> reveal = (offset, select) -> { };
    private Run run;
    /** Looks for what is typed. */
    private LogSearch finding;
    /** Finds what the filter shows, where that is something else. */
    private LogSearch showing;
    private boolean busy;
    /** When the search last began to look on, by the system's timer. */
    private long began;
    /** Whether all that a finished run has printed has been looked at. */
    private boolean settled;
    private Wanted wanted;

    /** A match that was asked for before the search has come there. */
    private record Wanted(long from, boolean forward) {}

    /** @param changed is called when other lines are to be shown, or more of them */
    LogSearchModel(LogSource source, Background background, Runnable changed) {
        this.source = source;
        this.background = background;
        this.changed = changed;
        text.addListener((property, before, now) -> restart());
        regex.addListener((property, before, now) -> restart());
        matchCase.addListener((property, before, now) -> restart());
        filter.addListener((property, before, now) -> restart());
    }

    void show(Run shown) {
        run = shown;
        restart();
    }

    /** @param now the same run as it is now */
    void wake(Run now) {
        run = now;
    }

    /** What is searched in the same log from now on, for instance because it is read in another encoding. */
    void restart() {
        stop();
        settled = false;
        mistake.set(null);
        failure.set(null);
        count.set(0);
        position.set(0);
        boolean errors = filter.get() == LogFilter.ERRORS;
        try {
            query.set(LineQuery.of(text.get(), regex.get(), matchCase.get(), errors));
        } catch (PatternSyntaxException e) {
            query.set(new LineQuery(null, errors));
            mistake.set(e.getDescription());
        }
        if (run != null) {
            finding = query.get().pattern() == null ? null : new LogSearch(source, run.id(), query.get());
            showing = errors ? new LogSearch(source, run.id(), new LineQuery(null, true)) : null;
        }
        changed.run();
        look();
    }

    /** Looks through what has come since. */
    void look() {
        if (!busy && !settled && (isOpen(finding) || isOpen(showing))) {
            busy = true;
            slice(isOpen(showing) ? showing : finding);
        } else if (busy && isOpen(finding) && System.nanoTime() - began > LONG) {
            searching.set(true);
            progress.set((isOpen(showing) ? showing : finding).share());
        }
    }

    private static boolean isOpen(LogSearch search) {
        return search != null && !search.isCancelled();
    }

    private void slice(LogSearch search) {
        boolean ended = run.state().isFinal();
        began = System.nanoTime();
        background.run(() -> search.slice(ended), done -> sliced(search, done, ended), problem -> {
            if (!(problem instanceof DeepPatternException)) {
                LOG.warn("A log could not be searched", problem);
            }
            failure.set(problem instanceof ExplainedException explained ? explained.explanation() : Message.of("ui.log.failed"));
            cancel();
            busy = false;
        });
    }

    private void sliced(LogSearch search, LogSearch.Progress done, boolean ended) {
        busy = false;
        if (search != finding && search != showing) {
            look();
            return;
        }
        if (search == finding) {
            count.set(done.count());
            answerWanted(done.done());
        }
        progress.set(done.share());
        searching.set(!done.done() && !search.isCancelled());
        changed.run();
        if (!search.isCancelled() && (!done.done() || search == showing && isOpen(finding))) {
            busy = true;
            slice(done.done() ? finding : search);
        } else {
            settled = done.done() && ended;
        }
    }

    /** Goes to the nearest match behind (or before) that offset, at the end going round. */
    void next(long from, boolean forward) {
        if (finding != null) {
            wanted = new Wanted(from, forward);
            answerWanted(!searching.get());
        }
    }

    private void answerWanted(boolean all) {
        if (wanted == null) {
            return;
        }
        OffsetList found = finding.found();
        long index = wanted.forward() ? found.indexOf(wanted.from() + 1) : found.indexOf(wanted.from()) - 1;
        boolean round = index < 0 || index >= found.size();
        if (round && !all) {
            return;
        }
        wanted = null;
        if (found.size() > 0) {
            long chosen = round ? index < 0 ? found.size() - 1 : 0 : index;
            position.set(chosen + 1);
            reveal.accept(found.from(chosen, 1)[0], true);
        }
    }

    @Override
    public void cancel() {
        if (finding != null) {
            finding.cancel();
        }
        if (showing != null) {
            showing.cancel();
        }
        searching.set(false);
        wanted = null;
    }

    private void stop() {
        cancel();
        for (LogSearch old : new LogSearch[] {finding, showing}) {
            if (old != null) {
                background.run(old::close, () -> { }, problem -> LOG.warn("A log could not be closed", problem));
            }
        }
        finding = null;
        showing = null;
        progress.set(1);
    }

    /** The lines that are to be shown. */
    LogPages pages() {
        return switch (filter.get()) {
            case ALL -> source;
            case ERRORS -> showing == null ? source : new FilteredPages(source, showing.found());
            case MATCHES -> finding == null ? source : new FilteredPages(source, finding.found());
        };
    }

    /** @param revealed is told where a match is that the person goes to, and whether to mark it */
    void whenRevealed(BiConsumer<Long, Boolean> revealed) {
        reveal = revealed;
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

    public ObjectProperty<LogFilter> filter() {
        return filter;
    }

    /** Whether the line that begins there is one of those that match, as far as they have been looked at. */
    boolean isFound(long offset) {
        if (finding == null) {
            return false;
        }
        long[] nearest = finding.found().from(finding.found().indexOf(offset), 1);
        return nearest.length == 1 && nearest[0] == offset;
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
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty searching() {
        return searching.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<String> mistake() {
        return mistake.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Message> failure() {
        return failure.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<LineQuery> query() {
        return query.getReadOnlyProperty();
    }

    void close() {
        stop();
    }
}

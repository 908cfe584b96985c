package org.carillon.ui.log;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.carillon.job.Run;
import org.carillon.log.LineQuery;
import org.carillon.log.LogLine;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.FeedUpdate;
import org.carillon.ui.fx.SchedulerFeed;
import org.carillon.ui.fx.Ticker;
import org.carillon.ui.fx.TickingClock;
import org.carillon.ui.theme.TimeWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The output of one run: which run it is, what of it is shown ({@link #pager}), and what is looked for in it ({@link #search}). What
 * the run prints is pulled ten times a second while the log is in sight. For the FX thread alone.
 */
public final class LogViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(LogViewModel.class);

    private final LogSource source;
    private final Background background;
    private final TickingClock clock;
    private final TimeWords times;
    private final LogPager pager;
    private final LogSearchModel search;
    private final ObjectProperty<Run> run = new SimpleObjectProperty<>(this, "run");
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
    private final ObjectProperty<Charset> encoding = new SimpleObjectProperty<>(this, "encoding");
    private final ReadOnlyObjectWrapper<Charset> readAs = new ReadOnlyObjectWrapper<>(this, "readAs");
    private final StringProperty unchosen = new SimpleStringProperty(this, "unchosen", "");
    private final Subscription subscriptions;
    private LogPages shown;
    private LineNumbers numbers;

    public LogViewModel(LogSource source, SchedulerFeed feed, Background background, Ticker ticker, TickingClock clock, TimeWords times) {
        this.source = source;
        this.background = background;
        this.clock = clock;
        this.times = times;
        this.pager = new LogPager(background);
        this.search = new LogSearchModel(source, background, this::searched);
        search.whenRevealed(pager::reveal);
        run.addListener((property, before, now) -> changed(before, now));
        active.addListener((property, before, now) -> tick());
        encoding.addListener((property, before, now) -> reread(now));
        subscriptions = Subscription.combine(feed.subscribe(this::take), ticker.every(Ticker.PULL, this::tick));
    }

    private void take(FeedUpdate update) {
        Run known = run.get();
        if (known != null) {
            update.runs().stream().filter(now -> now.id() == known.id()).forEach(run::set);
        }
    }

    private void changed(Run before, Run now) {
        if (before == null || now == null || before.id() != now.id()) {
            shown = source;
            numbers = now == null ? null : new LineNumbers(source, now.id());
            pager.show(now, source);
            if (encoding.get() != null) {
                encoding.set(null);
            }
            search.show(now);
        } else {
            pager.wake(now);
            search.wake(now);
        }
        tick();
    }

    /** Another filter shows other lines; the same one may have found more. */
    private void searched() {
        LogPages wanted = search.pages();
        if (!wanted.equals(shown)) {
            shown = wanted;
            pager.show(run.get(), wanted);
        } else if (run.get() != null) {
            pager.wake(run.get());
        }
        if (active.get()) {
            pager.pull();
        }
    }

    private void reread(Charset charset) {
        source.readAs(charset);
        shown = source;
        if (run.get() != null) {
            numbers = new LineNumbers(source, run.get().id());
        }
        pager.show(run.get(), source);
        search.restart();
        readAs.set(null);
    }

    private void tick() {
        if (active.get()) {
            pager.pull();
            search.look();
            tellEncoding();
        }
    }

    /** Asks once for each run, when there are lines. */
    private void tellEncoding() {
        if (readAs.get() == null && run.get() != null && !pager.lines().isEmpty()) {
            ask(source::encoding, readAs::set);
        }
    }

    private <T> void ask(LongFunction<T> question, Consumer<T> answer) {
        if (run.get() != null) {
            long id = run.get().id();
            background.run(() -> question.apply(id), told -> {
                if (run.get() != null && run.get().id() == id) {
                    answer.accept(told);
                }
            }, problem -> LOG.warn("A log could not be read", problem));
        }
    }

    /** Goes to what the person has typed: the number of a line, or a time of day or a date and time. @return whether it is either */
    public boolean goTo(String place) {
        return switch (LogPlace.parse(place, times.zone(), run.get() == null ? null : run.get().startedAt())) {
            case LogPlace.Line line -> {
                LineNumbers known = numbers;
                ask(id -> known.offset(line.number()), offset -> pager.reveal(offset, true));
                yield true;
            }
            case LogPlace.Time time -> {
                ask(id -> source.at(id, time.instant()), offset -> pager.reveal(offset, true));
                yield true;
            }
            case LogPlace.None none -> false;
        };
    }

    /** Goes to the first line of the error stream, if there is one. @param none is called if there is none */
    public void goToFirstError(Runnable none) {
        ask(source::firstError, offset -> offset.ifPresentOrElse(found -> pager.reveal(found, true), none));
    }

    /** Goes to the next match behind (or before) that line. */
    public void next(long fromOffset, boolean forward) {
        search.next(fromOffset, forward);
    }

    /** Tells where the text is, if there is any. */
    void file(Consumer<Path> told) {
        ask(source::file, file -> file.ifPresent(told));
    }

    /** Tells the texts of these lines, whole. */
    void texts(List<LogLine> lines, Consumer<List<String>> told) {
        ask(id -> LineTexts.of(lines, line -> line, line -> source.whole(id, line.offset())), told);
    }

    /** Tells what is shown of a long line, so many letters at most. */
    void unfold(long offset, int most, Consumer<Unfolded> told) {
        LineQuery query = search.query().get();
        ask(id -> source.unfold(id, offset, query, most), told);
    }

    /** @param shown is told where a line begins when the person has gone to the match in it */
    void whenMatchShown(LongConsumer shown) {
        search.whenRevealed((offset, select) -> {
            pager.reveal(offset, select);
            shown.accept(offset);
        });
    }

    public LogPager pager() {
        return pager;
    }

    public LogSearchModel search() {
        return search;
    }

    /** What is said in place of lines where no single job is chosen; empty where there is one, or a run was opened. */
    public StringProperty unchosen() {
        return unchosen;
    }

    /** The run whose output is shown, as it is now; null for none. */
    public ObjectProperty<Run> run() {
        return run;
    }

    /** Whether the log is in sight; while it is not, nothing is read. */
    public BooleanProperty active() {
        return active;
    }

    /** The encoding that the person has chosen for this run; null for the job's own, or what it looks like. */
    public ObjectProperty<Charset> encoding() {
        return encoding;
    }

    /** In which encoding the log is read; null while that is not known. */
    public ReadOnlyObjectProperty<Charset> readAs() {
        return readAs.getReadOnlyProperty();
    }

    public TickingClock clock() {
        return clock;
    }

    public TimeWords times() {
        return times;
    }

    Background background() {
        return background;
    }

    /** Ends it: nothing is read any more. */
    public void close() {
        pager.dropAnswers();
        search.close();
        subscriptions.unsubscribe();
        background.run(source::close, () -> { }, problem -> LOG.warn("A log could not be closed", problem));
    }
}

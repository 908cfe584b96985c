package org.carillon.ui.log;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.job.Run;
import org.carillon.log.LineQuery;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogs;
import org.carillon.store.RunQuery;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.FeedUpdate;
import org.carillon.ui.fx.RingList;
import org.carillon.ui.fx.SchedulerFeed;
import org.carillon.ui.fx.Ticker;
import org.carillon.ui.theme.TimeWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lines of all runs as they come, while the page is in sight: of the last {@value #MOST_KEPT}, those that pass the filter. Frozen, what
 * is shown stays, and new lines are counted. For the FX thread alone.
 */
public final class LiveLogsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLogsViewModel.class);
    static final int MOST_KEPT = 20_000;
    /** The page begins with what so many runs have printed last. */
    private static final int RECENT_RUNS = 50;

    private final Scheduler scheduler;
    private final LiveReaders readers;
    private final LiveFind find;
    private final Background background;
    private final TimeWords times;
    private final Deque<LiveLine> kept = new ArrayDeque<>();
    private final RingList<LiveLine> shown = new RingList<>(MOST_KEPT);
    private final Map<String, LiveJob> known = new TreeMap<>();
    private final ObservableList<LiveJob> jobs = FXCollections.observableArrayList();
    private final ObservableList<String> tags = FXCollections.observableArrayList();
    private final StringProperty jobId = new SimpleStringProperty(this, "jobId");
    private final StringProperty tag = new SimpleStringProperty(this, "tag");
    private final BooleanProperty errorsOnly = new SimpleBooleanProperty(this, "errorsOnly");
    private final BooleanProperty matchesOnly = new SimpleBooleanProperty(this, "matchesOnly", true);
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(this, "following", true);
    private final ReadOnlyIntegerWrapper newLines = new ReadOnlyIntegerWrapper(this, "newLines");
    private final Subscription subscriptions;
    private LiveTail tail;
    /** Those of these jobs; null for all. */
    private Set<String> wanted;
    private boolean polling;
    private IntConsumer reveal = index -> { };

    public LiveLogsViewModel(Scheduler scheduler, RunLogs logs, SchedulerFeed feed, Background background, Ticker ticker, TimeWords times) {
        this.scheduler = scheduler;
        this.readers = new LiveReaders(scheduler, logs);
        this.background = background;
        this.times = times;
        this.find = new LiveFind(shown, readers, background, this::refilter, this::found);
        active.addListener((property, before, now) -> {
            if (now) {
                begin();
            } else {
                end();
            }
        });
        Subscription filters = Subscription.combine(jobId.subscribe(this::refilter), tag.subscribe(this::refilter),
                errorsOnly.subscribe(this::refilter), matchesOnly.subscribe(this::refilter));
        subscriptions = Subscription.combine(filters, feed.subscribe(this::take), ticker.every(Ticker.PULL, this::poll));
    }

    private void begin() {
        end();
        kept.clear();
        LiveTail begun = new LiveTail(readers);
        tail = begun;
        following.set(true);
        refilter();
        background.run(() -> begun.follow(scheduler.runs(RunQuery.newest(RECENT_RUNS)), true), this::poll,
                problem -> LOG.warn("The newest runs could not be read", problem));
    }

    private void end() {
        LiveTail ended = tail;
        tail = null;
        polling = false;
        if (ended != null) {
            background.run(ended::close, () -> { }, problem -> LOG.warn("A log could not be closed", problem));
        }
    }

    private void take(FeedUpdate update) {
        if (update.complete()) {
            known.clear();
        }
        for (JobStatus status : update.jobs()) {
            if (status.job() != null) {
                known.put(status.job().id(), new LiveJob(status.job().id(), status.job().name(), status.job().tags()));
            }
        }
        known.keySet().removeAll(update.removed());
        setIfOther(jobs, known.values().stream().sorted(Comparator.comparing(LiveJob::name)).toList());
        setIfOther(tags, known.values().stream().flatMap(job -> job.tags().stream()).collect(Collectors.toCollection(TreeSet::new)));
        if (tail != null) {
            tail.follow(update.runs(), false);
        }
    }

    private static <T> void setIfOther(ObservableList<T> list, Collection<T> now) {
        if (!list.equals(List.copyOf(now))) {
            list.setAll(now);
        }
    }

    private void poll() {
        find.tick();
        LiveTail asked = tail;
        if (asked == null || polling) {
            return;
        }
        polling = true;
        background.run(asked::poll, lines -> {
            if (asked == tail) {
                polling = false;
                add(lines);
            }
        }, problem -> {
            LOG.warn("The output of the runs could not be read", problem);
            if (asked == tail) {
                polling = false;
            }
        });
    }

    private void add(List<LiveLine> lines) {
        for (LiveLine line : lines) {
            kept.add(line);
            if (kept.size() > MOST_KEPT) {
                find.forget(kept.remove());
            }
        }
        List<LiveLine> passing = lines.stream().filter(this::passes).toList();
        if (!passing.isEmpty() && following.get()) {
            List<LiveLine> gone = List.copyOf(shown.subList(0, Math.clamp(shown.size() + passing.size() - MOST_KEPT, 0, shown.size())));
            shown.append(passing);
            find.count(passing, gone);
        } else if (!passing.isEmpty()) {
            count(passing.size());
        }
        find.look();
    }

    private void count(int more) {
        newLines.set(Math.min(LogPager.MOST_COUNTED, newLines.get() + more));
    }

    private boolean passes(LiveLine line) {
        return (wanted == null || wanted.contains(line.run().jobId())) && (!errorsOnly.get() || line.line().stream() == LogStream.ERR)
                && (!matchesOnly.get() || !find.isOn() || find.matches(line));
    }

    /** More lines match than was known. */
    private void found(int more) {
        if (!following.get() && matchesOnly.get()) {
            count(more);
        } else if (!following.get()) {
            find.recount();
        } else {
            showPassing();
        }
    }

    private void showPassing() {
        shown.replaceAll(kept.stream().filter(this::passes).toList());
        find.recount();
        find.look();
    }

    private void refilter() {
        wanted = jobId.get() != null ? Set.of(jobId.get()) : tag.get() == null ? null : known.values().stream()
                .filter(job -> job.tags().contains(tag.get())).map(LiveJob::id).collect(Collectors.toSet());
        showNewest();
    }

    private void showNewest() {
        newLines.set(0);
        following.set(true);
        showPassing();
    }

    /** Whether all lines of each run that is shown are, so that a colour that one switches on goes on in the next. */
    boolean showsWholeRuns() {
        return !errorsOnly.get() && !(matchesOnly.get() && find.isOn());
    }

    /** Leaves the lines as they are until {@link #follow}. */
    public void freeze() {
        if (!shown.isEmpty()) {
            following.set(false);
        }
    }

    public void follow() {
        if (!following.get()) {
            showNewest();
        }
    }

    /** Goes to the next match behind (or before) the line of that number; nothing if there is none. @param from -1 for none */
    void next(int from, boolean forward) {
        freeze();
        show(find.next(from < 0 && !forward ? shown.size() : from, forward));
    }

    /** Goes to what the person has typed: the number of a line, or a time of day or a date and time. @return whether it is either */
    boolean goTo(String place) {
        if (shown.isEmpty()) {
            return false;
        }
        return switch (LogPlace.parse(place, times.zone(), shown.getFirst().line().time())) {
            case LogPlace.Line line -> {
                show((int) Math.min(line.number(), shown.size()) - 1);
                yield true;
            }
            case LogPlace.Time time -> {
                int index = first(line -> !line.line().time().isBefore(time.instant()));
                show(index < 0 ? shown.size() - 1 : index);
                yield true;
            }
            case LogPlace.None none -> false;
        };
    }

    /** Goes to the first of the lines that was printed to the error stream. @return whether there is one */
    boolean goToFirstError() {
        int index = first(line -> line.line().stream() == LogStream.ERR);
        show(index);
        return index >= 0;
    }

    void goToStart() {
        show(shown.isEmpty() ? -1 : 0);
    }

    private int first(Predicate<LiveLine> condition) {
        return IntStream.range(0, shown.size()).filter(index -> condition.test(shown.get(index))).findFirst().orElse(-1);
    }

    private void show(int index) {
        if (index >= 0) {
            freeze();
            reveal.accept(index);
        }
    }

    /** @param shown is told which line the person goes to */
    void whenRevealed(IntConsumer shown) {
        reveal = shown;
    }

    /** Tells the texts of these lines, whole. */
    void texts(List<LiveLine> lines, Consumer<List<String>> told) {
        background.run(() -> texts(lines), told, problem -> LOG.warn("Lines could not be read", problem));
    }

    private List<String> texts(List<LiveLine> lines) {
        return LineTexts.of(lines, LiveLine::line, line -> readers.whole(line.place()));
    }

    /** Tells what is shown of a long line, so many letters at most. */
    void unfold(LiveLine.Place place, int most, Consumer<Unfolded> told) {
        LineQuery query = find.query().get();
        background.run(() -> readers.unfold(place, query, most), told, problem -> LOG.warn("A line could not be read", problem));
    }

    /** Tells where the text of a run is, if there is any. */
    void file(Run run, Consumer<Path> told) {
        background.run(() -> readers.file(run.id()), file -> file.ifPresent(told), problem -> LOG.warn("A log could not be found", problem));
    }

    /** Writes all lines that are shown into a file, whole, and each as the form says. */
    void save(Path target, BiFunction<LiveLine, String, String> form, Runnable saved, Consumer<Throwable> failed) {
        List<LiveLine> lines = List.copyOf(shown);
        background.run(() -> write(lines, target, form), saved, failed);
    }

    private void write(List<LiveLine> lines, Path target, BiFunction<LiveLine, String, String> form) {
        try (BufferedWriter file = Files.newBufferedWriter(target)) {
            for (LiveLine line : lines) {
                file.append(form.apply(line, texts(List.of(line)).getFirst())).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is looked for. */
    public LiveFind find() {
        return find;
    }

    public ObservableList<LiveLine> lines() {
        return shown;
    }

    /** The jobs that there are, by name. */
    public ObservableList<LiveJob> jobs() {
        return jobs;
    }

    /** The tags that there are. */
    public ObservableList<String> tags() {
        return tags;
    }

    /** Only this job's lines; null for all. It goes before {@link #tag}. */
    public StringProperty jobId() {
        return jobId;
    }

    /** Only lines of jobs with this tag; null for all. */
    public StringProperty tag() {
        return tag;
    }

    public BooleanProperty errorsOnly() {
        return errorsOnly;
    }

    /** Whether only lines are shown that hold what is looked for, if anything is. */
    public BooleanProperty matchesOnly() {
        return matchesOnly;
    }

    /** Whether the page is in sight; while it is not, nothing is read. */
    public BooleanProperty active() {
        return active;
    }

    public ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty newLines() {
        return newLines.getReadOnlyProperty();
    }

    public TimeWords times() {
        return times;
    }

    public void close() {
        end();
        subscriptions.unsubscribe();
    }
}

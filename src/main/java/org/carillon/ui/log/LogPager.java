package org.carillon.ui.log;

import java.util.function.Consumer;
import java.util.function.LongFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.carillon.job.Run;
import org.carillon.log.LogLine;
import org.carillon.log.LogPage;
import org.carillon.ui.fx.Background;

/**
 * The part of a log that is in memory, and how it moves. While it follows, the newest lines are kept. Frozen, the lines stay as
 * they are and new ones are only counted; other places come from the file when the person goes there. For the FX thread alone.
 */
public final class LogPager {
    static final int PULL = 4_000;
    static final int PAGE = 1_000;
    /** Counting new lines further than this would only cost time. */
    static final int MOST_COUNTED = 100_000;

    private final LogQuestions questions;
    private final LogWindow window = new LogWindow();
    private final LogCount count = new LogCount();
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(this, "following", true);
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
    private final ReadOnlyIntegerWrapper newLines = new ReadOnlyIntegerWrapper(this, "newLines");
    private final ReadOnlyObjectWrapper<Throwable> failure = new ReadOnlyObjectWrapper<>(this, "failure");
    private LogPages pages;
    private LogMoves moves = LogMoves.NONE;
    private Run run;
    private boolean pulling;
    private boolean browsing;
    /** Where to go as soon as the reading is done that is under way; null for nowhere. */
    private Runnable after;
    /** Whether all that a finished run has printed is known. */
    private boolean exhausted;
    /** Whether there is nothing older than the first line, and nothing but new lines behind the last. */
    private boolean atStart;
    private boolean atEnd;
    LogPager(Background background) {
        this.questions = new LogQuestions(background);
    }

    /** Begins anew, at the end. @param shown null for no run */
    void show(Run shown, LogPages from) {
        run = shown;
        pages = from;
        window.clear();
        failure.set(null);
        exhausted = false;
        readTail();
    }

    /** There may be more than was known. @param now the same run as it is now */
    void wake(Run now) {
        run = now;
        exhausted = false;
    }

    private void readTail() {
        dropAnswers();
        newLines.set(0);
        following.set(true);
        loading.set(run != null && run.startedAt() != null);
    }

    void dropAnswers() {
        questions.drop();
        pulling = false;
        browsing = false;
        after = null;
    }

    /** Looks for what is new, unless that is being done. */
    void pull() {
        if (pulling || exhausted || run == null || run.startedAt() == null) {
            return;
        }
        if (following.get() && (window.lines().isEmpty() || loading.get())) {
            pull(id -> pages.readBefore(id, Long.MAX_VALUE, PAGE), this::showTail);
        } else if (following.get()) {
            pull(id -> pages.read(id, window.next(), PULL), this::showMore);
        } else if (newLines.get() < MOST_COUNTED) {
            pull(id -> pages.read(id, count.next(), PULL), this::countMore);
        }
    }

    private void showTail(LogPage page) {
        loading.set(false);
        atEnd = true;
        atStart = page.lines().size() < PAGE;
        if (!page.lines().isEmpty() || !window.lines().isEmpty()) {
            window.replace(page);
        }
        exhausted = page.lines().isEmpty() && run.state().isFinal();
    }

    private void showMore(LogPage page) {
        int added = window.append(page);
        atStart &= window.lines().size() < LogWindow.MOST;
        loading.set(page.lines().size() == PULL);
        exhausted = added == 0 && run.state().isFinal();
    }

    private void countMore(LogPage page) {
        int added = count.take(page);
        newLines.set(newLines.get() + added);
        exhausted = added == 0 && run.state().isFinal();
    }

    private void pull(LongFunction<LogPage> read, Consumer<LogPage> show) {
        pulling = true;
        ask(read, page -> {
            pulling = false;
            show.accept(page);
        });
    }

    private <T> void ask(LongFunction<T> read, Consumer<T> show) {
        long id = run.id();
        questions.ask(() -> read.apply(id), answer -> {
            failure.set(null);
            show.accept(answer);
        }, problem -> {
            dropAnswers();
            loading.set(false);
            exhausted = true;
            failure.set(problem);
        });
    }

    /** Leaves the lines as they are until {@link #follow}; new ones are counted. */
    public void freeze() {
        if (following.get() && !window.lines().isEmpty()) {
            dropAnswers();
            loading.set(false);
            following.set(false);
            exhausted = false;
            count.begin(window);
        }
    }

    /** Goes to the end and follows what is printed. */
    public void follow() {
        if (following.get() || run == null) {
            return;
        }
        exhausted = false;
        if (atEnd && newLines.get() < PULL) {
            dropAnswers();
            newLines.set(0);
            following.set(true);
        } else {
            readTail();
        }
        pull();
    }

    /** Goes to the first line, and freezes. */
    public void goToStart() {
        reveal(0, false);
    }

    /** Goes to the line behind that share of all, from 0 to 1, and freezes. */
    void goTo(double share) {
        go(id -> LogAround.read(pages, id, pages.at(id, share)), around -> place(around, false));
    }

    /** Goes to the line that begins there, and freezes. @param select whether it is to be marked */
    void reveal(long offset, boolean select) {
        freeze();
        int index = window.indexOf(offset);
        if (index >= 0) {
            moves.reveal(index, select);
        } else {
            go(id -> LogAround.read(pages, id, offset), around -> place(around, select));
        }
    }

    private void place(LogAround around, boolean select) {
        atStart = around.first();
        atEnd = around.last();
        window.replace(around.page());
        if (!window.lines().isEmpty()) {
            moves.reveal(Math.min(around.before(), window.lines().size() - 1), select);
        }
    }

    private <T> void go(LongFunction<T> read, Consumer<T> show) {
        freeze();
        if (browsing) {
            after = () -> go(read, show);
        } else {
            browse(read, show);
        }
    }

    /** The top has come into sight: reads what stands before it, and freezes. */
    public void needOlder() {
        if (!atStart) {
            freeze();
            browse(id -> pages.readBefore(id, window.from(), PAGE / 2), page -> {
                atStart = page.lines().size() < PAGE / 2;
                atEnd &= !window.prepend(page);
                moves.prepended(page.lines().size());
            });
        }
    }

    /** The bottom has come into sight: reads what follows, or follows what is printed if that is all there is. */
    public void needNewer() {
        if (following.get()) {
            return;
        }
        if (atEnd) {
            follow();
        } else {
            browse(id -> pages.read(id, window.next(), PAGE / 2), page -> {
                int before = window.lines().size();
                int added = window.append(page);
                int gone = before + added - window.lines().size();
                atStart &= gone == 0;
                atEnd = page.lines().size() < PAGE / 2;
                moves.dropped(gone);
            });
        }
    }

    private <T> void browse(LongFunction<T> read, Consumer<T> show) {
        if (!browsing && !following.get() && run != null) {
            browsing = true;
            ask(read, answer -> {
                browsing = false;
                show.accept(answer);
                Runnable next = after;
                after = null;
                if (next != null) {
                    next.run();
                }
            });
        }
    }

    /** @param listener hears how the lines move */
    void whenMoved(LogMoves listener) {
        moves = listener;
    }

    /** Which share of all stands before a line in memory, from 0 to 1. */
    double share(int index) {
        return window.lines().isEmpty() || pages == null ? 0 : pages.share(window.lines().get(index).offset());
    }

    /** Whether nothing but what is in memory has been printed. */
    boolean isAll() {
        return atStart && atEnd;
    }

    boolean isAtEnd() {
        return atEnd;
    }

    /** The lines in memory, in order. */
    public ObservableList<LogLine> lines() {
        return window.lines();
    }

    public ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    /** Whether the end of the log is being looked for. */
    public ReadOnlyBooleanProperty loading() {
        return loading.getReadOnlyProperty();
    }

    /** How many lines have come while frozen; stops at {@value #MOST_COUNTED} or a little above. */
    public ReadOnlyIntegerProperty newLines() {
        return newLines.getReadOnlyProperty();
    }

    /** Why the log could not be read, or null. */
    public ReadOnlyObjectProperty<Throwable> failure() {
        return failure.getReadOnlyProperty();
    }
}

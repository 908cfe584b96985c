package org.carillon.ui.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.carillon.log.DeepPatternException;
import org.carillon.log.LineQuery;
import org.carillon.log.LineScan;
import org.carillon.log.RunLogReader;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import org.carillon.ui.fx.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which lines hold what is looked for, where that takes time: an expression may take any, and of a long line only the file has all. They
 * are looked at in the background, once each. For the FX thread alone.
 */
final class SlowLines {
    private static final Logger LOG = LoggerFactory.getLogger(SlowLines.class);
    /** A search that takes longer is told, and can be cancelled. */
    private static final long LONG = TimeUnit.MILLISECONDS.toNanos(300);

    /** What is looked for, until something else is. */
    private static final class Search {
        private final LineQuery query;
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final Map<LiveLine.Place, Boolean> known = new HashMap<>();
        private List<LiveLine> wanted = new ArrayList<>();
        private boolean busy;
        private long began;

        private Search(LineQuery query) {
            this.query = query;
        }
    }

    private final LiveReaders readers;
    private final Background background;
    private final IntConsumer found;
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper(this, "searching");
    private final ReadOnlyObjectWrapper<Message> failure = new ReadOnlyObjectWrapper<>(this, "failure");
    private Search search = new Search(LineQuery.ALL);

    /** @param found is told how many more lines hold what is looked for */
    SlowLines(LiveReaders readers, Background background, IntConsumer found) {
        this.readers = readers;
        this.background = background;
        this.found = found;
    }

    /** This is looked for from now on, in no line yet. */
    void lookFor(LineQuery query) {
        cancel();
        failure.set(null);
        search = new Search(query);
    }

    /** Looks no further, also not at lines that come; what was found stays. */
    void cancel() {
        search.cancelled.set(true);
        search.wanted.clear();
        searching.set(false);
    }

    /** To be called now and then: says whether the search takes long. */
    void tick() {
        searching.set(search.busy && !search.cancelled.get() && System.nanoTime() - search.began > LONG);
    }

    /** Whether the line is known to hold it; if that is not known, {@link #look} will find out. */
    boolean holds(LiveLine line) {
        Boolean known = search.known.get(line.place());
        if (known == null && !search.cancelled.get()) {
            search.known.put(line.place(), false);
            search.wanted.add(line);
        }
        return known != null && known;
    }

    void forget(LiveLine line) {
        search.known.remove(line.place());
    }

    /** Asks for all that was not known. */
    void look() {
        Search asked = search;
        if (asked.busy || asked.wanted.isEmpty() || asked.cancelled.get()) {
            return;
        }
        List<LiveLine> lines = asked.wanted;
        asked.wanted = new ArrayList<>();
        asked.busy = true;
        asked.began = System.nanoTime();
        background.run(() -> find(asked, lines), holding -> answered(asked, holding), problem -> failed(asked, problem));
    }

    private void failed(Search asked, Throwable problem) {
        if (!(problem instanceof DeepPatternException)) {
            LOG.warn("Lines could not be searched", problem);
        }
        asked.busy = false;
        if (asked == search) {
            cancel();
            failure.set(problem instanceof ExplainedException explained ? explained.explanation() : Message.of("ui.log.failed"));
        }
    }

    private void answered(Search asked, Set<LiveLine.Place> holding) {
        asked.busy = false;
        if (asked == search) {
            holding.forEach(place -> asked.known.replace(place, true));
            if (!holding.isEmpty()) {
                found.accept(holding.size());
            }
            look();
        }
    }

    private Set<LiveLine.Place> find(Search asked, List<LiveLine> lines) {
        Set<LiveLine.Place> holding = new HashSet<>();
        try {
            lines.stream().collect(Collectors.groupingBy(line -> line.run().id()))
                    .forEach((run, ofRun) -> find(asked, ofRun, holding));
        } catch (CancellationException e) {
            // Something else is looked for by now.
        }
        return holding;
    }

    private void find(Search asked, List<LiveLine> ofRun, Set<LiveLine.Place> holding) {
        List<LiveLine> lines = new ArrayList<>();
        for (LiveLine line : ofRun) {
            if (line.line().mayBeCut()) {
                lines.add(line);
            } else if (asked.query.matches(line.line(), asked.cancelled::get)) {
                holding.add(line.place());
            }
        }
        if (!lines.isEmpty()) {
            findInFile(asked, lines, holding);
        }
    }

    private void findInFile(Search asked, List<LiveLine> lines, Set<LiveLine.Place> holding) {
        RunLogReader reader = readers.open(lines.getFirst().run()).orElse(null);
        if (reader == null) {
            return;
        }
        try (reader; LineScan scan = reader.scan()) {
            for (LiveLine line : lines) {
                scan.seek(line.line().offset());
                if (scan.next(true) && asked.query.matches(scan, asked.cancelled::get)) {
                    holding.add(line.place());
                }
            }
        }
    }

    /** Whether it takes long, and goes on. */
    ReadOnlyBooleanProperty searching() {
        return searching.getReadOnlyProperty();
    }

    /** Why it has stopped; null if it has not. */
    ReadOnlyObjectProperty<Message> failure() {
        return failure.getReadOnlyProperty();
    }
}

package org.carillon.ui.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.carillon.log.LineQuery;
import org.carillon.log.LineScan;
import org.carillon.log.RunLogReader;
import org.carillon.ui.fx.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which lines hold what is looked for behind that part of them that is in memory: in the background the files are asked, once for each
 * line. For the FX thread alone.
 */
final class LongLines {
    private static final Logger LOG = LoggerFactory.getLogger(LongLines.class);

    private record Place(long runId, long offset) {
        static Place of(LiveLine line) {
            return new Place(line.run().id(), line.line().offset());
        }
    }

    /** What is looked for, until something else is. */
    private static final class Search {
        private final LineQuery query;
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final Map<Place, Boolean> known = new HashMap<>();
        private List<LiveLine> wanted = new ArrayList<>();
        private boolean busy;

        private Search(LineQuery query) {
            this.query = query;
        }
    }

    private final LiveReaders readers;
    private final Background background;
    private final IntConsumer found;
    private Search search = new Search(LineQuery.ALL);

    /** @param found is told how many more lines hold what is looked for */
    LongLines(LiveReaders readers, Background background, IntConsumer found) {
        this.readers = readers;
        this.background = background;
        this.found = found;
    }

    /** This is looked for from now on, in no line yet. */
    void lookFor(LineQuery query) {
        search.cancelled.set(true);
        search = new Search(query);
    }

    /** Whether the line is known to hold it; if that is not known, {@link #look} will find out. */
    boolean holds(LiveLine line) {
        Boolean known = search.known.get(Place.of(line));
        if (known == null) {
            search.known.put(Place.of(line), false);
            search.wanted.add(line);
        }
        return known != null && known;
    }

    void forget(LiveLine line) {
        search.known.remove(Place.of(line));
    }

    /** Asks for all that was not known. */
    void look() {
        Search asked = search;
        if (asked.busy || asked.wanted.isEmpty()) {
            return;
        }
        List<LiveLine> lines = asked.wanted;
        asked.wanted = new ArrayList<>();
        asked.busy = true;
        background.run(() -> find(asked, lines), holding -> answered(asked, holding), problem -> {
            LOG.warn("Long lines could not be searched", problem);
            answered(asked, Set.of());
        });
    }

    private void answered(Search asked, Set<Place> holding) {
        asked.busy = false;
        if (asked == search) {
            holding.forEach(place -> asked.known.replace(place, true));
            if (!holding.isEmpty()) {
                found.accept(holding.size());
            }
            look();
        }
    }

    private Set<Place> find(Search asked, List<LiveLine> lines) {
        Set<Place> holding = new HashSet<>();
        try {
            lines.stream().collect(Collectors.groupingBy(line -> line.run().id()))
                    .forEach((run, ofRun) -> find(asked, ofRun, holding));
        } catch (CancellationException e) {
            // Something else is looked for by now.
        }
        return holding;
    }

    private void find(Search asked, List<LiveLine> lines, Set<Place> holding) {
        RunLogReader reader = readers.open(lines.getFirst().run()).orElse(null);
        if (reader == null) {
            return;
        }
        try (reader; LineScan scan = reader.scan()) {
            for (LiveLine line : lines) {
                scan.seek(line.line().offset());
                if (scan.next(true) && asked.query.matches(scan, asked.cancelled::get)) {
                    holding.add(Place.of(line));
                }
            }
        }
    }
}

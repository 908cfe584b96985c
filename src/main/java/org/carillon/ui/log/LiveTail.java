package org.carillon.ui.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.job.Run;
import org.carillon.log.LogLine;
import org.carillon.log.LogPage;
import org.carillon.log.RunLogReader;

/**
 * Reads what all runs print as it comes. A run that prints more than can be read is followed from its end; of one that has ended
 * before it was first seen only the end is read. Thread-safe.
 */
final class LiveTail implements AutoCloseable {
    /** From one run, at most so many lines at a time. */
    private static final int MOST = 2_000;
    private static final int OF_ENDED = 20;
    /** So many files are kept open; those of further runs are opened each time. */
    private static final int MOST_OPEN = 64;

    private static final class Followed {
        private Run run;
        private RunLogReader reader;
        private long next = -1;
        private boolean old;
    }

    private final LiveReaders readers;
    private final Map<Long, Followed> followed = new LinkedHashMap<>();

    LiveTail(LiveReaders readers) {
        this.readers = readers;
    }

    /** These runs have begun, or go on, or have ended. @param old whether those that have ended did so before */
    synchronized void follow(List<Run> runs, boolean old) {
        for (Run run : runs) {
            if (run.startedAt() != null) {
                Followed known = followed.computeIfAbsent(run.id(), id -> new Followed());
                known.old = known.run == null && old && run.state().isFinal();
                known.run = run;
            }
        }
    }

    /** What has come since, by time. */
    synchronized List<LiveLine> poll() {
        List<LiveLine> lines = new ArrayList<>();
        for (Iterator<Followed> all = followed.values().iterator(); all.hasNext(); ) {
            Followed run = all.next();
            boolean more = read(run, lines);
            boolean ended = run.run.state().isFinal() && !more;
            if (run.reader != null && (ended || followed.size() > MOST_OPEN)) {
                run.reader.close();
                run.reader = null;
            }
            if (ended) {
                all.remove();
            }
        }
        lines.sort(Comparator.comparing(line -> line.line().time()));
        return lines;
    }

    /** @return whether there may be more */
    private boolean read(Followed run, List<LiveLine> lines) {
        if (run.reader == null) {
            Optional<RunLogReader> opened = readers.open(run.run);
            if (opened.isEmpty()) {
                return false;
            }
            run.reader = opened.get();
        }
        LogPage page = run.next < 0
                ? run.reader.tail(run.old ? OF_ENDED : MOST)
                : run.reader.read(run.next, MOST);
        if (page.lines().size() == MOST && run.next >= 0) {
            page = run.reader.tail(MOST / 2);
            long seen = run.next;
            page = new LogPage(page.lines().stream().filter(line -> line.offset() >= seen).toList(), page.from(), page.next());
        }
        boolean before = false;
        for (LogLine line : page.lines()) {
            if (line.ended() || run.run.state().isFinal()) {
                lines.add(new LiveLine(run.run, line));
                before = line.ended();
            }
        }
        run.next = page.next();
        return before;
    }

    @Override
    public synchronized void close() {
        followed.values().forEach(run -> {
            if (run.reader != null) {
                run.reader.close();
            }
        });
        followed.clear();
    }
}

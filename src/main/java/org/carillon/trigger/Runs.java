package org.carillon.trigger;

import java.time.Instant;

/** Answers a trigger's questions from a search, within its start and end (inclusive, null for none). Thread-safe. */
final class Runs {
    private final ZonedSearch search;
    private final long first;
    private final long last;

    Runs(ZonedSearch search, Instant start, Instant end) {
        this.search = search;
        this.first = start == null ? Long.MIN_VALUE : start.getEpochSecond() + (start.getNano() > 0 ? 1 : 0);
        this.last = end == null ? LocalSchedule.NONE - 1 : end.getEpochSecond();
    }

    ZonedSearch search() {
        return search;
    }

    Instant next(Instant after) {
        long found = search.next(Math.max(after.getEpochSecond() + 1, first));
        return found > last ? null : Instant.ofEpochSecond(found);
    }

    Instant previous(Instant before) {
        long latest = before.getNano() > 0 ? before.getEpochSecond() : before.getEpochSecond() - 1;
        long found = search.previous(Math.min(latest, last));
        return found < first || found == LocalSchedule.NONE_BEFORE ? null : Instant.ofEpochSecond(found);
    }
}

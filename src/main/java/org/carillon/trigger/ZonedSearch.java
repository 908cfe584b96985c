package org.carillon.trigger;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Finds the instants at which planned local times fall in a zone. All times are whole seconds since 1970. Allocates nothing;
 * thread-safe: the only thing it remembers is in which window the last answer was, a hint that may be stale.
 */
final class ZonedSearch {
    /** What becomes of local times at a clock change. */
    enum Mode {
        /** Whatever the clock on the wall shows: nothing in a gap, both passes in an overlap. */
        EVERY_PASS,
        /** In a gap moved forward by its length, in an overlap the first pass. */
        ONCE,
        /** Nothing in a gap, in an overlap the first pass. */
        FIRST_PASS
    }

    private static final long NONE = LocalSchedule.NONE;
    private static final long NONE_BEFORE = LocalSchedule.NONE_BEFORE;
    /** Beyond this no calendar is looked at. */
    private static final long EARLIEST = Days.FIRST * 86_400L - 2 * 86_400;
    static final long LATEST = Days.LAST * 86_400L + 2 * 86_400;

    private final LocalSchedule schedule;
    private final ZoneClock clock;
    private final Mode mode;
    private int hint;

    ZonedSearch(LocalSchedule schedule, ZoneClock clock, Mode mode) {
        this.schedule = schedule;
        this.clock = clock;
        this.mode = mode;
    }

    Mode mode() {
        return mode;
    }

    /** That mode, or one that stands for all in a zone that never changes its clocks. */
    static Mode inEffect(Mode mode, ZoneId zone) {
        return zone.getRules().isFixedOffset() ? Mode.EVERY_PASS : mode;
    }

    LocalSchedule schedule() {
        return schedule;
    }

    /** A run, with the local time that was meant and what a clock change did to it. */
    Occurrence occurrence(long second) {
        int window = clock.window(second, hint);
        int offset = clock.offset(window);
        long local = second + offset;
        Mark mark = Mark.NORMAL;
        if (window > 0 && local < clock.start(window) + clock.offset(window - 1)) {
            mark = Mark.SECOND_PASS;
        } else if (!clock.isLast(window) && local >= clock.end(window) + clock.offset(window + 1)) {
            mark = mode == Mode.EVERY_PASS ? Mark.FIRST_PASS : Mark.FIRST_OF_TWO;
        } else if (schedule.next(local) != local && window > 0) {
            mark = Mark.MOVED;
            local = second + clock.offset(window - 1);
        } else if (isMergedWithMoved(second, window)) {
            mark = Mark.MERGED;
            local = second + clock.offset(window - 1);
        }
        return new Occurrence(Instant.ofEpochSecond(second), LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC), mark);
    }

    /** Whether a time of the gap before that instant is moved to it. */
    private boolean isMergedWithMoved(long second, int window) {
        if (mode != Mode.ONCE || window == 0) {
            return false;
        }
        long inGap = second + clock.offset(window - 1);
        return inGap < clock.start(window) + clock.offset(window) && schedule.next(inGap) == inGap;
    }

    /** The earliest instant at or after that one, or {@link LocalSchedule#NONE}. */
    long next(long second) {
        if (second > LATEST) {
            return NONE;
        }
        long from = Math.max(second, EARLIEST);
        ZoneClock.Windows known = clock.windows();
        int window = known.window(from, hint);
        if (window >= 0 && from >= known.settled()[window]) {
            // not at a clock change: what nearly every question is about
            int offset = known.offsets()[window];
            long planned = schedule.next(from + offset);
            if (planned - offset < known.end(window)) {
                hint = window;
                return planned - offset;
            }
            if (planned != NONE && !isRepeated(from + offset, window)) {
                int later = clock.reachingBeyond(planned, window + 1);
                hint = later;
                if (planned >= clock.settledLocal(later)) {
                    return planned - clock.offset(later);
                }
            }
        }
        return nextAcrossChanges(from);
    }

    /** Whether a local time lies behind the beginning of a pass that is repeated at the end of its window. */
    private boolean isRepeated(long local, int window) {
        return clock.end(window) + clock.offset(window + 1) < local;
    }

    private long nextAcrossChanges(long from) {
        int window = clock.window(from, hint);
        hint = window;
        return mode == Mode.EVERY_PASS ? nextPass(from, window) : nextOnce(from, window);
    }

    /** The latest instant at or before that one, or {@link LocalSchedule#NONE_BEFORE}. */
    long previous(long second) {
        if (second < EARLIEST) {
            return NONE_BEFORE;
        }
        long from = Math.min(second, LATEST);
        int window = clock.window(from, hint);
        return mode == Mode.EVERY_PASS ? previousPass(from, window) : previousOnce(from, window);
    }

    private long nextPass(long from, int first) {
        int window = first;
        long local = from + clock.offset(window);
        while (true) {
            long planned = schedule.next(local);
            long end = clock.end(window);
            if (planned != NONE && planned - clock.offset(window) < end) {
                return planned - clock.offset(window);
            }
            if (clock.isLast(window)) {
                return NONE;
            }
            long repeated = end + clock.offset(window + 1);
            if (repeated < local) {
                // the clocks go back to before where we stand: the second pass may hold what this one has behind it
                window++;
                local = repeated;
            } else if (planned == NONE) {
                return NONE;
            } else {
                window = clock.reachingBeyond(planned, window + 1);
                int offset = clock.offset(window);
                local = clock.start(window) + offset;
                if (planned >= local) {
                    return planned - offset;
                }
            }
        }
    }

    private long nextOnce(long second, int first) {
        int window = first;
        long from = second;
        while (true) {
            int offset = clock.offset(window);
            long local = from + offset;
            long best = NONE;
            if (window > 0) {
                int before = clock.offset(window - 1);
                long start = clock.start(window);
                local = Math.max(local, before > offset ? start + before : local);
                if (before < offset && from < start + offset - before) {
                    best = movedOutOfGap(from + before, start, before, offset);
                }
            }
            long planned = schedule.next(local);
            if (planned != NONE) {
                best = Math.min(best, planned - offset);
            }
            if (best < clock.end(window)) {
                return best;
            }
            if (planned == NONE || clock.isLast(window)) {
                return NONE;
            }
            window = clock.reachingBeyond(planned, window + 1);
            from = Math.max(from, clock.start(window));
            if (planned >= clock.start(window) + Math.max(clock.offset(window), clock.offset(window - 1))) {
                return planned - clock.offset(window);
            }
        }
    }

    private long movedOutOfGap(long local, long change, int before, int after) {
        if (mode != Mode.ONCE) {
            return NONE;
        }
        long planned = schedule.next(local);
        return planned < change + after ? planned - before : NONE;
    }

    private long previousPass(long from, int first) {
        int window = first;
        long local = from + clock.offset(window);
        while (true) {
            long planned = schedule.previous(local);
            long start = clock.start(window);
            if (planned != NONE_BEFORE && planned - clock.offset(window) >= start) {
                return planned - clock.offset(window);
            }
            if (window == 0) {
                return NONE_BEFORE;
            }
            long endBefore = start + clock.offset(window - 1) - 1;
            window--;
            if (endBefore >= local) {
                local = endBefore;
            } else if (planned == NONE_BEFORE) {
                return NONE_BEFORE;
            } else {
                while (window > 0 && clock.start(window) + clock.offset(window) > planned) {
                    window--;
                }
                local = Math.min(planned, clock.end(window) + clock.offset(window) - 1);
            }
        }
    }

    private long previousOnce(long second, int first) {
        int window = first;
        long from = second;
        while (true) {
            int offset = clock.offset(window);
            int before = window == 0 ? offset : clock.offset(window - 1);
            long start = clock.start(window);
            long planned = schedule.previous(from + offset);
            long best = planned != NONE_BEFORE && planned >= start + Math.max(offset, before) ? planned - offset : NONE_BEFORE;
            if (before < offset && mode == Mode.ONCE) {
                long inGap = schedule.previous(Math.min(from + before, start + offset - 1));
                if (inGap != NONE_BEFORE && inGap >= start + before) {
                    best = Math.max(best, inGap - before);
                }
            }
            if (best != NONE_BEFORE) {
                return best;
            }
            if (window == 0) {
                return NONE_BEFORE;
            }
            window = windowBefore(window, from + offset, planned);
            if (window < 0) {
                return NONE_BEFORE;
            }
            from = clock.end(window) - 1;
        }
    }

    /** The window in which to go on backwards when {@code window} held nothing up to {@code local}; -1 for none. */
    private int windowBefore(int window, long local, long planned) {
        int before = window - 1;
        if (clock.start(window) + clock.offset(before) - 1 > local) {
            return before;
        }
        if (planned == NONE_BEFORE) {
            return -1;
        }
        while (before > 0 && clock.start(before) + Math.min(clock.offset(before), clock.offset(before - 1)) > planned) {
            before--;
        }
        return before;
    }
}

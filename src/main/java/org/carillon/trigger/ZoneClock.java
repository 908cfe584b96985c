package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The clock changes of a zone as arrays, so that a search needs no look-up in {@link ZoneRules}. The time line is cut into windows in
 * which the offset stays the same, numbered from 0; times are in seconds since 1970. Changes that a zone's rules repeat for ever are
 * worked out as far as anyone asked. Thread-safe.
 */
final class ZoneClock {
    private static final long FOREVER = Long.MAX_VALUE / 4;
    /** A search looks at so many windows one after the other before it jumps. */
    private static final int NEAR = 4;
    /** 48 days: rarely more than one clock change. */
    private static final int SLOT = 22;
    private static final int FIRST_HORIZON = 2100;
    /** Beyond all calendars. */
    private static final int LAST_HORIZON = Years.LAST + 10;
    /** Two years, in which the clocks surely follow the rules that they keep for ever. */
    private static final long SPARE = 2 * 366L * 86_400;
    private static final long SEVERAL_YEARS = 10 * 366L * 86_400;
    private static final int HOUR = 3_600;
    private static final long CYCLE = 146_097L * 86_400;
    private static final ConcurrentHashMap<ZoneId, ZoneClock> KNOWN = new ConcurrentHashMap<>();

    /**
     * The windows up to a year; windows keep their numbers when more are added.
     *
     * @param starts  when each begins, and at last when the last one ends
     * @param settled from when on a local time has one meaning only: behind the times that were left out or repeated at its beginning
     * @param slots   in which window each stretch of {@code 2^SLOT} seconds since 1970 begins, to find a window without searching
     */
    record Windows(long[] starts, int[] offsets, long[] settled, int[] slots, boolean complete, int horizon) {
        /** The window that holds that time, -1 when it is behind the last; {@code hint} is tried first. */
        int window(long second, int hint) {
            if (hint < offsets.length && starts[hint] <= second && second < starts[hint + 1]) {
                return hint;
            }
            return second < starts[offsets.length] ? find(second) : -1;
        }

        /** The window that holds that time, which must not be behind the last. */
        int find(long second) {
            long slot = second >> SLOT;
            if (slot < 0 || slot >= slots.length) {
                int found = Arrays.binarySearch(starts, second);
                return found >= 0 ? found : -found - 2;
            }
            int window = slots[(int) slot];
            while (second >= starts[window + 1]) {
                window++;
            }
            return window;
        }

        long end(int window) {
            return starts[window + 1];
        }

        /** The number of windows whose end is known. */
        int size() {
            return offsets.length;
        }
    }

    private final ZoneRules rules;
    private volatile Windows windows;

    private ZoneClock(ZoneRules rules) {
        this.rules = rules;
        this.windows = upTo(FIRST_HORIZON);
    }

    /** What is known so far. */
    Windows windows() {
        return windows;
    }

    static ZoneClock of(ZoneId zone) {
        return KNOWN.computeIfAbsent(zone, id -> new ZoneClock(id.getRules()));
    }

    /** The window that holds that time; {@code hint} is tried first. */
    int window(long second, int hint) {
        Windows now = windows;
        int window = now.window(second, hint);
        while (window < 0) {
            now = extend(now);
            window = now.window(second, hint);
        }
        return window;
    }

    /** From which local time on a window's local times have one meaning only, as far as its beginning is concerned. */
    long settledLocal(int window) {
        Windows now = covering(window);
        int offset = now.offsets[window];
        return now.starts[window] + (window == 0 ? offset : Math.max(offset, now.offsets[window - 1]));
    }

    long start(int window) {
        return windows.starts[window];
    }

    /** When the next clock change is; a time beyond all calendars when there is none. */
    long end(int window) {
        return covering(window).end(window);
    }

    int offset(int window) {
        return covering(window).offsets[window];
    }

    /** From when on the clocks change by whole hours only, for ever; empty when they don't. */
    OptionalLong wholeHoursFrom() {
        Windows now = windows;
        int window = now.size() - 1;
        while (window > 0 && (now.offsets[window] - now.offsets[window - 1]) % HOUR == 0) {
            window--;
        }
        // changes that rules repeat for ever occur up to the end of what is known
        boolean forEver = now.starts[window] < Years.firstDay(FIRST_HORIZON) * 86_400L - SEVERAL_YEARS;
        return forEver ? OptionalLong.of(window == 0 ? -FOREVER : now.starts[window] + 2 * 86_400) : OptionalLong.empty();
    }

    /** Whether the clocks never change again after this window. */
    boolean isLast(int window) {
        return end(window) == FOREVER;
    }

    /** The first window from that one on whose local time reaches beyond {@code local}. */
    int reachingBeyond(long local, int from) {
        int window = from;
        for (int near = 0; near < NEAR; near++, window++) {
            if (end(window) + offset(window) > local) {
                return window;
            }
        }
        window = Math.max(window, window(local - 2 * 86_400L, window));
        while (end(window) + offset(window) <= local) {
            window++;
        }
        return window;
    }

    private Windows covering(int window) {
        Windows now = windows;
        while (window >= now.size()) {
            now = extend(now);
        }
        return now;
    }

    private synchronized Windows extend(Windows seen) {
        if (windows == seen) {
            if (seen.complete) {
                throw new IllegalStateException("A time beyond all calendars was asked for");
            }
            windows = upTo(Math.max(LAST_HORIZON, 2 * seen.horizon));
        }
        return windows;
    }

    private Windows upTo(int year) {
        List<ZoneOffsetTransition> fixed = rules.getTransitions();
        long horizon = Years.firstDay(year) * 86_400L;
        long[] starts = new long[fixed.size() + 8 + 4 * (year - 1800)];
        int[] offsets = new int[starts.length];
        starts[0] = -FOREVER;
        offsets[0] = rules.getOffset(Instant.MIN).getTotalSeconds();
        int size = 1;
        ZoneOffsetTransition change = rules.nextTransition(Instant.MIN);
        long ruled = fixed.isEmpty() ? 0 : fixed.getLast().toEpochSecond();
        while (change != null && (change.toEpochSecond() < Math.min(horizon, ruled + CYCLE + SPARE) || size <= fixed.size())) {
            starts[size] = change.toEpochSecond();
            offsets[size++] = change.getOffsetAfter().getTotalSeconds();
            change = rules.nextTransition(change.getInstant());
        }
        long next = change == null ? FOREVER : change.toEpochSecond();
        if (change != null) {
            // from here on the calendar repeats itself, and so do the rules
            int yearly = rules.getTransitionRules().size() * Years.CYCLE;
            for (; next < horizon; size++) {
                starts[size] = next;
                offsets[size] = offsets[size - yearly];
                next = starts[size + 1 - yearly] + CYCLE;
            }
        }
        starts[size] = next;
        long[] settled = Arrays.copyOf(starts, size);
        for (int window = 1; window < size; window++) {
            settled[window] += Math.abs(offsets[window] - offsets[window - 1]);
        }
        long[] known = Arrays.copyOf(starts, size + 1);
        return new Windows(known, Arrays.copyOf(offsets, size), settled, slots(known, horizon), change == null, year);
    }

    private static int[] slots(long[] starts, long horizon) {
        int[] slots = new int[(int) (Math.min(horizon, starts[starts.length - 1]) >> SLOT)];
        int window = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            while ((long) slot << SLOT >= starts[window + 1]) {
                window++;
            }
            slots[slot] = window;
        }
        return slots;
    }
}

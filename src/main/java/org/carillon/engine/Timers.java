package org.carillon.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What is to be done some time from now by the monotonic clock, whatever the wall clock is set to. Guarded by the scheduler's lock. */
final class Timers {
    /** One thing to be done; may be cancelled as long as it has not been. */
    static final class Timer {
        private final long due;
        private final long order;
        private final Runnable task;
        private boolean cancelled;

        private Timer(long due, long order, Runnable task) {
            this.due = due;
            this.order = order;
            this.task = task;
        }

        void cancel() {
            cancelled = true;
        }
    }

    private static final int SWEEP_AT = 64;
    private final PriorityQueue<Timer> heap = new PriorityQueue<>(
            Comparator.<Timer>comparingLong(timer -> timer.due).thenComparingLong(timer -> timer.order));
    private long order;
    private int sweepAt = SWEEP_AT;

    Timer add(long nowNanos, Duration delay, Runnable task) {
        Timer timer = new Timer(saturatedAdd(nowNanos, delay), order++, task);
        heap.add(timer);
        sweep();
        return timer;
    }

    /** Takes out what is due, in order. */
    List<Runnable> takeDue(long nowNanos) {
        List<Runnable> due = new ArrayList<>();
        while (!heap.isEmpty() && (heap.peek().cancelled || heap.peek().due <= nowNanos)) {
            Timer timer = heap.poll();
            if (!timer.cancelled) {
                due.add(timer.task);
            }
        }
        return due;
    }

    /** How many nanoseconds until the next one is due, at most {@code limit}; 0 when one is. */
    long untilNext(long nowNanos, long limit) {
        return heap.isEmpty() ? limit : Math.clamp(heap.peek().due - nowNanos, 0, limit);
    }

    /** Timeouts are mostly cancelled: do not let them pile up until they would have been due. */
    private void sweep() {
        if (heap.size() > sweepAt) {
            heap.removeIf(timer -> timer.cancelled);
            sweepAt = Math.max(SWEEP_AT, 2 * heap.size());
        }
    }

    private static long saturatedAdd(long nowNanos, Duration delay) {
        long nanos = delay.compareTo(Duration.ofDays(36_500)) > 0 ? Long.MAX_VALUE / 2 : delay.toNanos();
        return nowNanos + nanos;
    }
}

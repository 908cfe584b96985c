package org.carillon.engine;

import java.time.Instant;
import java.util.Arrays;

/**
 * A binary heap of jobs by their next planned time, then by priority, then by id. Every entry knows its place, so that taking
 * one out of the middle is cheap too. Guarded by the scheduler's lock.
 */
final class DueHeap {
    private static final int INITIAL_CAPACITY = 64;
    private JobEntry[] heap = new JobEntry[INITIAL_CAPACITY];
    private int size;

    /** The one that is due first, or null. */
    JobEntry first() {
        return size == 0 ? null : heap[0];
    }

    /** Puts an entry where it belongs: into the heap, or to another place in it. */
    void put(JobEntry entry) {
        if (entry.heapIndex == JobEntry.NOT_IN_HEAP) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, 2 * size);
            }
            place(entry, size++);
        }
        siftUp(entry.heapIndex);
        siftDown(entry.heapIndex);
    }

    /** Takes an entry out. Nothing happens if it is not in. */
    void remove(JobEntry entry) {
        int index = entry.heapIndex;
        if (index == JobEntry.NOT_IN_HEAP) {
            return;
        }
        JobEntry last = heap[--size];
        heap[size] = null;
        entry.heapIndex = JobEntry.NOT_IN_HEAP;
        if (last != entry) {
            place(last, index);
            siftUp(index);
            siftDown(last.heapIndex);
        }
    }

    private void siftUp(int start) {
        int index = start;
        while (index > 0 && precedes(heap[index], heap[(index - 1) / 2])) {
            swap(index, (index - 1) / 2);
            index = (index - 1) / 2;
        }
    }

    private void siftDown(int start) {
        int index = start;
        while (true) {
            int child = 2 * index + 1;
            if (child + 1 < size && precedes(heap[child + 1], heap[child])) {
                child++;
            }
            if (child >= size || !precedes(heap[child], heap[index])) {
                return;
            }
            swap(index, child);
            index = child;
        }
    }

    private void swap(int a, int b) {
        JobEntry entry = heap[a];
        place(heap[b], a);
        place(entry, b);
    }

    private void place(JobEntry entry, int index) {
        heap[index] = entry;
        entry.heapIndex = index;
    }

    private static boolean precedes(JobEntry a, JobEntry b) {
        Instant first = a.nextRun;
        int order = first.compareTo(b.nextRun);
        if (order == 0) {
            order = Integer.compare(a.job.policy().priority(), b.job.policy().priority());
        }
        return order != 0 ? order < 0 : a.id.compareTo(b.id) < 0;
    }
}

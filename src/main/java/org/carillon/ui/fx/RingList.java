package org.carillon.ui.fx;

import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableListBase;

/**
 * An observable list of at most {@code capacity} items: what is added when it is full pushes out the oldest. Each
 * {@link #append} is one change, however many items it adds. For the FX thread alone.
 */
public final class RingList<T> extends ObservableListBase<T> {
    private final Object[] items;
    private int first;
    private int size;

    public RingList(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        items = new Object[capacity];
    }

    public int capacity() {
        return items.length;
    }

    /** Adds at the end, in order. Of more than fits, only the last ones are taken. @return how many old items were pushed out */
    public int append(List<? extends T> added) {
        List<? extends T> taken = added.subList(Math.max(0, added.size() - items.length), added.size());
        int pushedOut = Math.max(0, size + taken.size() - items.length);
        beginChange();
        dropFirst(pushedOut);
        for (T item : taken) {
            items[slot(size)] = item;
            size++;
        }
        nextAdd(size - taken.size(), size);
        endChange();
        return pushedOut;
    }

    /** Puts another item in the place of the last one. */
    public void replaceLast(T item) {
        Objects.checkIndex(size - 1, size);
        beginChange();
        int slot = slot(size - 1);
        T old = itemAt(slot);
        items[slot] = item;
        nextSet(size - 1, old);
        endChange();
    }

    /** Puts these items in the place of all others, as one change; of more than fits, the last ones. */
    public void replaceAll(List<? extends T> other) {
        beginChange();
        dropFirst(size);
        append(other);
        endChange();
    }

    @Override
    public void clear() {
        replaceAll(List.of());
    }

    private void dropFirst(int count) {
        if (count == 0) {
            return;
        }
        List<T> removed = List.copyOf(subList(0, count));
        for (int i = 0; i < count; i++) {
            items[slot(i)] = null;
        }
        first = slot(count);
        size -= count;
        nextRemove(0, removed);
    }

    private int slot(int index) {
        return (first + index) % items.length;
    }

    @SuppressWarnings("unchecked")
    private T itemAt(int slot) {
        return (T) items[slot];
    }

    @Override
    public T get(int index) {
        return itemAt(slot(Objects.checkIndex(index, size)));
    }

    @Override
    public int size() {
        return size;
    }
}

package org.carillon.store.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Changes of maps that can be taken back, the last one first. */
final class Undo {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    <K, V> void put(Map<K, V> map, K key, V value) {
        V old = map.put(key, value);
        steps.push(old == null ? () -> map.remove(key) : () -> map.put(key, old));
    }

    <K, V> V remove(Map<K, V> map, K key) {
        V old = map.remove(key);
        if (old != null) {
            steps.push(() -> map.put(key, old));
        }
        return old;
    }

    void push(Runnable step) {
        steps.push(step);
    }

    void clear() {
        steps.clear();
    }

    void rollBack() {
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }
}

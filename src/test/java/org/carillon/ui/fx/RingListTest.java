package org.carillon.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.collections.ListChangeListener;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RingListTest {
    @Test
    void whatDoesNotFitPushesOutTheOldest() {
        RingList<String> ring = new RingList<>(3);
        ring.append(List.of("a", "b"));
        assertThat(ring.append(List.of("c", "d"))).isEqualTo(1);
        assertThat(ring).containsExactly("b", "c", "d");
    }

    @Test
    void ofMoreThanFitsTheLastOnesAreTaken() {
        RingList<Integer> ring = new RingList<>(2);
        ring.append(List.of(0));
        ring.append(List.of(1, 2, 3, 4));
        assertThat(ring).containsExactly(3, 4);
    }

    @Test
    void aFlushIsOneChange() {
        RingList<Integer> ring = new RingList<>(4);
        ring.append(List.of(1, 2, 3));
        List<ListChangeListener.Change<? extends Integer>> changes = new ArrayList<>();
        ring.addListener((ListChangeListener<Integer>) changes::add);
        ring.append(List.of(4, 5, 6));
        assertThat(changes).hasSize(1);
    }

    @Test
    void theLastItemCanBeReplaced() {
        RingList<String> ring = new RingList<>(2);
        ring.append(List.of("a", "b", "half"));
        ring.replaceLast("whole");
        assertThat(ring).containsExactly("b", "whole");
        ring.clear();
        assertThat(ring).isEmpty();
        assertThatThrownBy(() -> ring.replaceLast("x")).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Property(tries = 300)
    void itHoldsWhatABoundedQueueHoldsAndItsChangesTellTheSame(
            @ForAll @IntRange(min = 1, max = 8) int capacity,
            @ForAll @Size(max = 12) List<@Size(max = 12) List<Integer>> flushes) {
        RingList<Integer> ring = new RingList<>(capacity);
        List<Integer> mirror = new ArrayList<>();
        ring.addListener((ListChangeListener<Integer>) change -> replay(change, mirror));
        Deque<Integer> queue = new ArrayDeque<>();
        for (List<Integer> flush : flushes) {
            ring.append(flush);
            queue.addAll(flush);
            while (queue.size() > capacity) {
                queue.removeFirst();
            }
        }
        assertThat(ring).containsExactlyElementsOf(queue);
        assertThat(mirror).containsExactlyElementsOf(queue);
    }

    private static void replay(ListChangeListener.Change<? extends Integer> change, List<Integer> mirror) {
        while (change.next()) {
            for (int i = 0; i < change.getRemovedSize(); i++) {
                mirror.remove(change.getFrom());
            }
            mirror.addAll(change.getFrom(), change.getAddedSubList());
        }
    }
}

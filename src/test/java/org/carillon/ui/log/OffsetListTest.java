package org.carillon.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OffsetListTest {
    @Test
    void whatWasAddedIsFoundByIndexAndByOffset() {
        OffsetList list = new OffsetList();
        long[] all = new Random(1).longs(10_000, 1, 2_000_000_000_000L).sorted().distinct().toArray();
        for (long offset : all) {
            list.add(offset);
        }
        assertThat(list.size()).isEqualTo(all.length);
        assertThat(list.from(0, all.length)).isEqualTo(all);
        for (int i = 0; i < all.length; i += 37) {
            assertThat(list.from(i, 1)).containsExactly(all[i]);
            assertThat(list.indexOf(all[i])).isEqualTo(i);
            assertThat(list.indexOf(all[i] + 1)).isEqualTo(i + 1);
        }
        assertThat(list.indexOf(0)).isZero();
        assertThat(list.from(all.length - 2, 10)).hasSize(2);
        assertThat(list.from(all.length + 5, 10)).isEmpty();
    }

    @Test
    void anEmptyOneHasNothing() {
        assertThat(new OffsetList().indexOf(5)).isZero();
        assertThat(new OffsetList().from(0, 10)).isEmpty();
    }

    @Test
    void offsetsOnlyGrow() {
        OffsetList list = new OffsetList();
        list.add(5);
        assertThatThrownBy(() -> list.add(5)).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.carillon.desktop.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.junit.jupiter.api.Test;

class BellTest {
    @Test
    void itRingsAndFadesWithoutAClick() {
        ShortBuffer samples = ByteBuffer.wrap(Bell.samples()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        int loudest = 0;
        for (int i = 0; i < samples.limit(); i++) {
            loudest = Math.max(loudest, Math.abs(samples.get(i)));
        }
        assertThat(loudest).isBetween(3000, 32_000);
        assertThat(Math.abs(samples.get(0))).isLessThan(300);
        assertThat(Math.abs(samples.get(samples.limit() - 1))).isLessThan(300);
    }
}

package org.carillon.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void numbersAreSortedByTheirValue() {
        assertThat(List.of("Job 10", "job 2", "Job", "Alpha 1.10", "Alpha 1.9", "Job 2b", "7", "007x").stream().sorted(NaturalOrder.INSTANCE))
                .containsExactly("7", "007x", "Alpha 1.9", "Alpha 1.10", "Job", "job 2", "Job 2b", "Job 10");
    }

    @Test
    void numbersOfAnyLengthAreCompared() {
        assertThat(NaturalOrder.INSTANCE.compare("a99999999999999999999999", "a100000000000000000000000")).isNegative();
    }

    @Property(tries = 300)
    void theOrderIsOne(@ForAll @StringLength(max = 6) @CharRange(from = '0', to = 'B') String a, @ForAll @StringLength(max = 6)
            @CharRange(from = '0', to = 'B') String b, @ForAll @StringLength(max = 6) @CharRange(from = '0', to = 'B') String c) {
        NaturalOrder order = NaturalOrder.INSTANCE;
        assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
        if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
            assertThat(order.compare(a, c)).isNotPositive();
        }
    }
}

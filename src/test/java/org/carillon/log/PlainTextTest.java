package org.carillon.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void coloursLinksAndTitlesAreLeftOut() {
        assertThat(PlainText.of("\u001b[31merror\u001b[0m order 7")).isEqualTo("error order 7");
        assertThat(PlainText.of("\u001b]8;;https://shop.example\u001b\\shop\u001b]8;;\u001b\\ is up")).isEqualTo("shop is up");
        assertThat(PlainText.of("\u001b]0;title\u0007text\u001b(B")).isEqualTo("text");
    }

    @Test
    void aSequenceThatIsCutOffIsLeftOut() {
        assertThat(PlainText.of("done\u001b[3")).isEqualTo("done");
    }

    @Test
    void plainTextStaysAsItIs() {
        assertThat(PlainText.of("[31m is no colour")).isEqualTo("[31m is no colour");
    }
}

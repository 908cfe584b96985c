package org.carillon.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "UTF-8", "UTF-16LE", "UTF-16BE"})
    void charactersAndEscapeSequencesMayComeInAnyParts(String encoding) {
        Charset charset = Charset.forName(encoding);
        byte[] bytes = ((encoding.startsWith("UTF") ? "\ufeff" : "") + "a\u4e2d\u001b[1;31m\u6587b\u001b[0m\n").getBytes(charset);
        TextDecoder decoder = new TextDecoder(charset, new EscapeFilter());
        StringBuilder text = new StringBuilder();
        for (byte one : bytes) {
            text.append(decoder.decode(new byte[] {one}, 1));
        }
        assertThat(text).hasToString("a\u4e2d\u6587b\n");
    }
}

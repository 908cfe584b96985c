package org.carillon.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StylesTest {
    /** JavaFX writes the states of such a rule in an order that changes from one build to the next, and no two packages would be the same. */
    @Test
    void noRuleAsksForTwoStatesAtOnce() throws IOException {
        try (InputStream styles = WindowTheme.class.getResourceAsStream("app.css")) {
            assertThat(new String(styles.readAllBytes(), StandardCharsets.UTF_8)).doesNotContainPattern(":[a-z-]+:[a-z]").contains(":hover");
        }
    }
}

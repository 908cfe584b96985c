package org.carillon.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CrashReportTest {
    private static final ProgramFacts PROGRAM = new ProgramFacts("1.2.3", "abc123", Path.of("/data"));
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void theSameMistakeHasTheSameCodeWhateverItSaid() {
        assertThat(report(mistake("first")).code()).isEqualTo(report(mistake("second")).code()).matches("C-[0-9A-F]{6}");
        assertThat(report(new IllegalStateException("wrapped", mistake("inner"))).code()).isEqualTo(report(mistake("x")).code());
        assertThat(report(otherMistake()).code()).isNotEqualTo(report(mistake("x")).code());
    }

    @Test
    void theReportHoldsWhatIsNeededToMendIt() {
        assertThat(report(mistake("broken")).text())
                .contains("1.2.3", "abc123", "/data", "2026-11-24T12:00:00Z", "thread JavaFX", "broken", "CrashReportTest.mistake");
    }

    private static CrashReport report(Throwable mistake) {
        return CrashReport.of(mistake, "JavaFX", PROGRAM, NOON);
    }

    private static RuntimeException mistake(String text) {
        return new IllegalStateException(text);
    }

    private static RuntimeException otherMistake() {
        return new IllegalArgumentException("other");
    }
}

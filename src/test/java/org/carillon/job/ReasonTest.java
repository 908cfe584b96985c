package org.carillon.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.carillon.message.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTest {
    @ParameterizedTest
    @EnumSource
    void everyCauseHasWordsInBothLanguages(Reason.Cause cause) {
        Reason reason = Reason.of(cause, "42");

        for (Language language : Language.values()) {
            assertThat(reason.words().in(language)).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCodeIsTheCauseInCamelCase(Reason.Cause cause) {
        assertThat(Reason.of(cause).code().replaceAll("([A-Z])", "_$1").toUpperCase()).isEqualTo(cause.name());
    }
}

package org.carillon.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentHashTest {
    private final EnvironmentHash hash = new EnvironmentHash("key");

    private static Map<String, String> variables(String... namesAndValues) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return variables;
    }

    @Test
    void theOrderOfTheVariablesIsNoMatter() {
        assertThat(hash.of(variables("A", "1", "B", "2"))).isEqualTo(hash.of(variables("B", "2", "A", "1"))).hasSize(32);
    }

    @Test
    void anotherValueOrNameOrOneMoreMakesAnotherHash() {
        String one = hash.of(variables("A", "1"));
        assertThat(one).isNotEqualTo(hash.of(variables("A", "2"))).isNotEqualTo(hash.of(variables("B", "1")))
                .isNotEqualTo(hash.of(variables("A", "1", "B", ""))).isNotEqualTo(hash.of(Map.of()));
    }

    @Test
    void aSecretCannotBeFoundByTryingWithoutTheKey() {
        assertThat(new EnvironmentHash("another key").of(variables("A", "1"))).isNotEqualTo(hash.of(variables("A", "1")));
    }

    @Test
    void whatMarksARunIsNoMatter() {
        assertThat(hash.of(variables("A", "1", RunMark.RUN, "7", "SHLVL", "2"))).isEqualTo(hash.of(variables("A", "1", RunMark.RUN, "8")));
    }
}

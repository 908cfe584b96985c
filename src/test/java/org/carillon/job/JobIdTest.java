package org.carillon.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobIdTest {
    @ParameterizedTest
    @CsvSource({
        "Nightly backup, nightly-backup",
        "'  Ünïcode  &  more ', unicode-more",
        "备份, job",
        "v1.2_final, v1.2_final",
        "-- x --, x",
        "...dots..., dots",
    })
    void aNameBecomesAnId(String name, String id) {
        assertThat(JobId.fromName(name, taken -> false)).isEqualTo(id);
    }

    @Test
    void aTakenIdIsNumbered() {
        assertThat(JobId.fromName("Backup", Set.of("backup", "backup-2")::contains)).isEqualTo("backup-3");
    }

    @Test
    void anIdMadeFromALongNameIsStillAnIdWhenNumbered() {
        String first = JobId.fromName("a".repeat(200), taken -> false);
        String second = JobId.fromName("a".repeat(200), first::equals);

        assertThat(JobId.check(first)).hasSize(64);
        assertThat(JobId.check(second)).hasSize(64).endsWith("-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a b", "../x", "é"})
    void whatIsNoIdIsRefusedByName(String text) {
        assertThatThrownBy(() -> JobId.check(text)).isInstanceOf(FormatException.class).hasMessageContaining("“" + text + "”");
    }
}

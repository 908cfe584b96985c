package org.carillon.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class InstalledCrontabTest {
    @Test
    void whatIsListedIsReadAsUtf8() {
        assertThat(shell("printf '0 3 * * * echo \\344\\275\\240\\n'").read()).isEqualTo("0 3 * * * echo 你\n");
    }

    @Test
    void havingNoneIsSaid() {
        assertThatThrownBy(() -> shell("echo 'no crontab for ana' >&2; exit 1").read())
                .isInstanceOf(InterchangeException.class).hasMessageContaining("you have no crontab");
    }

    @Test
    void whatTheProgramComplainsOfIsPassedOn() {
        assertThatThrownBy(() -> shell("echo 'You are not allowed' >&2; exit 1").read())
                .isInstanceOf(InterchangeException.class).hasMessageContaining("You are not allowed");
    }

    @Test
    void aMachineWithoutTheProgramIsTold() {
        assertThatThrownBy(() -> new InstalledCrontab(List.of("/nowhere/crontab", "-l")).read())
                .isInstanceOf(InterchangeException.class).hasMessageContaining("no program");
    }

    private static InstalledCrontab shell(String line) {
        return new InstalledCrontab(List.of("/bin/sh", "-c", line));
    }
}

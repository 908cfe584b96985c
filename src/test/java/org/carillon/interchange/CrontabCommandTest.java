package org.carillon.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrontabCommandTest {
    @Test
    void theFirstPercentSignEndsTheLine() {
        assertThat(CrontabCommand.read("cat%one%two")).isEqualTo(new CrontabCommand("cat", "one\ntwo\n"));
        assertThat(CrontabCommand.read("cat%one%")).isEqualTo(new CrontabCommand("cat", "one\n"));
        assertThat(CrontabCommand.read("cat%%")).isEqualTo(new CrontabCommand("cat", "\n"));
        assertThat(CrontabCommand.read("cat%")).isEqualTo(new CrontabCommand("cat", ""));
    }

    @Test
    void anEscapedOneIsAPercentSignOnBothSides() {
        assertThat(CrontabCommand.read("date +\\%F%100\\%")).isEqualTo(new CrontabCommand("date +%F", "100%\n"));
    }

    @Test
    void otherBackslashesStay() {
        assertThat(CrontabCommand.read("grep '\\.old\\\\' a\\")).isEqualTo(new CrontabCommand("grep '\\.old\\\\' a\\", ""));
    }
}

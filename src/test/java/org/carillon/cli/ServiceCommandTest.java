package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.carillon.cli.CommandLineFixture.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCommandTest {
    @TempDir
    private Path data;

    @Test
    void nothingIsSetUpWhereTheLauncherIsNotKnown() {
        Result result = CommandLineFixture.alone(data).run("service", "install");

        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("carillon");
    }

    @Test
    void itsCommandsAreExplained() {
        assertThat(CommandLineFixture.alone(data).run("service", "--help").out()).contains("install", "remove", "status");
        assertThat(CommandLineFixture.alone(data).run("service", "install", "--help").out()).contains("systemd").contains("launchd");
    }
}

package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.carillon.settings.MemoryKeyPlace;
import org.carillon.settings.SecretsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCommandTest {
    @TempDir
    Path data;
    private CommandLineFixture carillon;

    @BeforeEach
    void aCommandLine() {
        carillon = CommandLineFixture.alone(data.resolve("carillon"));
    }

    @Test
    void aSecretIsSetFromStandardInputListedByNameAndRemoved() {
        assertThat(carillon.typing("hunter2\n").run("secret", "set", "DB").code()).isZero();
        assertThat(new SecretsFile(carillon.directory()).find("DB")).contains("hunter2");

        assertThat(carillon.run("secret", "list").out()).isEqualTo("DB\n");
        assertThat(carillon.run("secret", "--json").json().get(0).get("name").stringValue()).isEqualTo("DB");

        assertThat(carillon.run("secret", "remove", "DB").code()).isZero();
        assertThat(carillon.run("secret", "remove", "DB").code()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(carillon.run("secret").out()).isEmpty();
    }

    @Test
    void theKeyOfTheSecretsIsWhereThePersonWantsIt() {
        MemoryKeyPlace keyring = new MemoryKeyPlace();
        SecretsFile secrets = new SecretsFile(carillon.directory(), keyring);
        carillon.with(keyring).typing("hunter2\n").run("secret", "set", "DB");
        secrets.keepKeyInKeyring(true);

        assertThat(carillon.typing("hunter3\n").run("secret", "set", "API").code()).isZero();
        assertThat(secrets.find("API")).contains("hunter3");
        assertThat(carillon.directory().root().resolve("secrets.key")).doesNotExist();

        keyring.locked = true;
        CommandLineFixture.Result refused = carillon.typing("x").run("secret", "set", "API");
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("unlock the keyring");
        assertThat(carillon.run("secret").out()).isEqualTo("API\nDB\n");
    }

    @Test
    void aNameThatJobsCannotWriteIsRefused() {
        CommandLineFixture.Result result = carillon.typing("x").run("secret", "set", "a b");

        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("a b");
    }
}

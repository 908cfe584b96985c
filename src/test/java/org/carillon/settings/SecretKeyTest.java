package org.carillon.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeyTest {
    @TempDir
    Path directory;
    private final MemoryKeyPlace keyring = new MemoryKeyPlace();
    private SecretsFile secrets;

    @BeforeEach
    void aSecret() {
        secrets = opened();
        secrets.set("DB", "hunter2");
    }

    @Test
    void itIsInItsFileUntilThePersonWantsOtherwise() {
        assertThat(keyFile()).exists();
        assertThat(keyring.key).isNull();
        assertThat(secrets.isKeyInKeyring()).isFalse();
    }

    @Test
    void inTheKeyringItOpensTheSameSecretsAndIsInNoFileAnyMore() throws IOException {
        byte[] key = Files.readAllBytes(keyFile());
        secrets.keepKeyInKeyring(true);

        assertThat(keyring.key).isEqualTo(key);
        assertThat(keyFile()).doesNotExist();
        assertThat(opened().find("DB")).contains("hunter2");
        opened().set("API", "x");
        assertThat(secrets.find("API")).contains("x");
        assertThat(opened().isKeyInKeyring()).isTrue();
        assertThat(keyFile()).doesNotExist();
    }

    @Test
    void movedBackItIsInItsFileAloneAndMovingTwiceDoesNothing() {
        secrets.keepKeyInKeyring(true);
        secrets.keepKeyInKeyring(true);
        secrets.keepKeyInKeyring(false);
        secrets.keepKeyInKeyring(false);

        assertThat(keyring.key).isNull();
        assertThat(new SecretsFile(new DataDirectory(directory)).find("DB")).contains("hunter2");
    }

    @Test
    void theFirstKeyOfAllIsMadeInTheKeyringWhereThatWasChosenBefore() throws IOException {
        Path fresh = Files.createDirectory(directory.resolve("fresh"));
        SecretsFile first = new SecretsFile(new DataDirectory(fresh), keyring);
        first.keepKeyInKeyring(true);
        first.set("DB", "hunter2");

        assertThat(fresh.resolve("secrets.key")).doesNotExist();
        assertThat(first.find("DB")).contains("hunter2");
    }

    @Test
    void itsFileStaysWhereTheKeyringDoesNotGiveItBack() {
        keyring.forgetful = true;

        assertThatThrownBy(() -> secrets.keepKeyInKeyring(true)).isInstanceOf(DirectoryException.class).hasMessageContaining("stays in its file");
        assertThat(secrets.find("DB")).contains("hunter2");
        assertThat(secrets.isKeyInKeyring()).isFalse();
    }

    @Test
    void itsFileStaysWhereThereIsNoKeyring() {
        SecretsFile without = new SecretsFile(new DataDirectory(directory));

        assertThatThrownBy(() -> without.keepKeyInKeyring(true)).isInstanceOf(DirectoryException.class).hasMessageContaining("no keyring");
        assertThat(without.find("DB")).contains("hunter2");
    }

    @Test
    void aKeyringOutOfReachIsToldWithWhatToDoAndNothingIsLost() {
        secrets.keepKeyInKeyring(true);
        keyring.locked = true;

        assertThatThrownBy(() -> secrets.find("DB")).isInstanceOf(DirectoryException.class).hasMessageContaining("unlock the keyring");
        assertThatThrownBy(() -> secrets.set("API", "x")).isInstanceOf(DirectoryException.class);
        assertThatThrownBy(() -> secrets.keepKeyInKeyring(false)).isInstanceOf(DirectoryException.class);
        assertThat(secrets.names()).containsExactly("DB");

        keyring.locked = false;
        assertThat(secrets.find("DB")).contains("hunter2");
    }

    @Test
    void aKeyThatTheKeyringHasLostIsNotReplacedByAnother() {
        secrets.keepKeyInKeyring(true);
        keyring.key = null;

        assertThatThrownBy(() -> secrets.set("API", "x")).isInstanceOf(DirectoryException.class).hasMessageContaining("secrets.keyring");
        assertThat(secrets.names()).containsExactly("DB");
    }

    private SecretsFile opened() {
        return new SecretsFile(new DataDirectory(directory), keyring);
    }

    private Path keyFile() {
        return directory.resolve("secrets.key");
    }
}

package org.carillon.desktop.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.carillon.files.OwnerOnly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The keyrings of macOS and Windows, with scripts that are called as the systems' own programs are. */
@DisabledOnOs(OS.WINDOWS)
class KeyringProgramsTest {
    private static final byte[] KEY = {0, 1, -1, 127, -128, 10};

    @TempDir
    private Path directory;

    @Test
    void theKeychainGivesBackWhatItWasGivenAndNoArgumentShowsIt() throws IOException {
        Keyring keychain = new LoginKeychain(script("""
                echo "$@" >> arguments
                case $1 in
                -i) read -r line; printf '%s\\n' "$line" > commands; printf '%s' "${line##* }" > kept;;
                find-generic-password) test -f kept || exit 44; cat kept; echo;;
                delete-generic-password) test -f kept || exit 44; rm kept;;
                esac"""));

        assertThat(keychain.find(Path.of("/x"))).isEmpty();
        keychain.keep(Path.of("/Users/ana/a \"b\""), KEY);
        assertThat(keychain.find(Path.of("/Users/ana/a \"b\""))).contains(KEY);
        assertThat(directory.resolve("commands")).content()
                .isEqualTo("add-generic-password -U -s carillon -a \"/Users/ana/a \\\"b\\\"\" -l \"Carillon\" -w AAH/f4AK\n");
        assertThat(directory.resolve("arguments")).content().doesNotContain("AAH/f4AK");
        keychain.remove(Path.of("/x"));
        keychain.remove(Path.of("/x"));
        assertThat(keychain.find(Path.of("/x"))).isEmpty();
    }

    @Test
    void aKeychainThatWouldHaveToAskIsLocked() throws IOException {
        Keyring keychain = new LoginKeychain(script("exit 36"));

        assertThatThrownBy(() -> keychain.find(directory)).isInstanceOf(KeyringException.class).hasMessageContaining("locked");
    }

    @Test
    void whatTheProgramSaysIsTold() throws IOException {
        Keyring keychain = new LoginKeychain(script("echo 'security: no such keychain' >&2; exit 50"));

        assertThatThrownBy(() -> keychain.keep(directory, KEY)).isInstanceOf(KeyringException.class).hasMessageContaining("no such keychain");
        assertThatThrownBy(() -> new LoginKeychain("/nonexistent/security").find(directory)).isInstanceOf(KeyringException.class);
    }

    @Test
    void theProtectedFileHoldsTheKeyEncryptedForItsOwnerAlone() throws IOException {
        Keyring file = new ProtectedFile(script("""
                case "$*" in
                *::Unprotect*) rev;;
                *::Protect*) rev;;
                esac"""));
        Path kept = directory.resolve("secrets.key.protected");

        assertThat(file.find(directory)).isEmpty();
        file.keep(directory, new byte[] {1, 2, 3});
        assertThat(Files.readAllBytes(kept)).isNotEqualTo(new byte[] {1, 2, 3});
        assertThat(OwnerOnly.holdsFor(kept)).isTrue();
        assertThat(file.find(directory)).contains(new byte[] {1, 2, 3});
        file.remove(directory);
        file.remove(directory);
        assertThat(kept).doesNotExist();
    }

    @Test
    void aFileThatAnotherPersonProtectedIsRefused() throws IOException {
        Files.write(directory.resolve("secrets.key.protected"), KEY);
        Keyring file = new ProtectedFile(script("echo 'Key not valid for use in specified state.' >&2; exit 1"));

        assertThatThrownBy(() -> file.find(directory)).isInstanceOf(KeyringException.class).hasMessageContaining("Key not valid");
    }

    private String script(String lines) throws IOException {
        Path script = directory.resolve("program");
        Files.writeString(script, "#!/bin/sh\ncd '" + directory + "'\n" + lines + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }
}

package org.carillon.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carillon.files.OwnerOnly;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFileTest {
    @TempDir
    Path directory;
    private SecretsFile secrets;

    @BeforeEach
    void open() {
        secrets = new SecretsFile(new DataDirectory(directory));
    }

    @Test
    void aSecretIsFoundAgainAlsoByAnotherInstance() {
        secrets.set("DB", "pä ss");
        secrets.set("API.key-2", "x");
        secrets.set("DB", "newer");

        SecretsFile other = new SecretsFile(new DataDirectory(directory));
        assertThat(other.names()).containsExactly("API.key-2", "DB");
        assertThat(other.find("DB")).contains("newer");
        assertThat(other.find("OTHER")).isEmpty();
        assertThat(other.remove("DB")).isTrue();
        assertThat(other.remove("DB")).isFalse();
        assertThat(secrets.find("DB")).isEmpty();
    }

    @Test
    void noFileShowsItAndNobodyElseCanReadThem() throws IOException {
        secrets.set("DB", "hunter2-hunter2");

        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("hunter2");
                assertThat(OwnerOnly.holdsFor(file)).as(file.toString()).isTrue();
            }
        }
    }

    @Test
    void twoSecretsCannotBeExchangedAndAWrongKeyIsTold() throws IOException {
        secrets.set("A", "one");
        secrets.set("B", "two");
        Path file = directory.resolve("secrets.json");
        Files.writeString(file, Files.readString(file).replace("\"A\"", "\"C\"").replace("\"B\"", "\"A\""));

        assertThatThrownBy(() -> secrets.find("A")).isInstanceOf(DirectoryException.class).hasMessageContaining("decrypted");
    }

    @Test
    void noNamesAreTakenThatJobsCannotWrite() {
        assertThatThrownBy(() -> secrets.set("a b", "x")).isInstanceOf(DirectoryException.class).hasMessageContaining("a b");
        assertThatThrownBy(() -> secrets.set("A", "")).isInstanceOf(DirectoryException.class);
        assertThat(secrets.names()).isEmpty();
    }
}

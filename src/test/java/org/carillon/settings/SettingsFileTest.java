package org.carillon.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.KeepRule;
import org.carillon.message.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    private Path temp;

    private Path path;
    private SettingsFile file;

    @BeforeEach
    void inADirectory() {
        path = temp.resolve("settings.json");
        file = new SettingsFile(path);
    }

    @Test
    void withoutAFileAllIsDefault() {
        assertThat(file.read()).isEqualTo(Settings.DEFAULT);
        assertThat(path).doesNotExist();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Settings chosen = new Settings(Language.CHINESE, Theme.DARK, 7, ClosingWindow.QUIT, 4711,
                new Appearance(Accent.GREEN, 18, Density.ROOMY),
                new NewJobs(java.time.ZoneId.of("Asia/Shanghai"), org.carillon.job.Policy.DEFAULT.withMaxInstances(3)),
                new KeepRule(5, Duration.ofDays(3), 50, 2_000), new Backups(Path.of("/mnt/backups").toAbsolutePath(), Duration.ofHours(6), 3, 0),
                new NoticeSettings(org.carillon.job.NotifyRule.NEVER, false, true,
                        new MailServer(true, "mail.example.org", 465, MailServer.Protection.TLS, "ana", "key", "a@example.org", java.util.List.of("b@example.org")),
                        java.util.List.of(new Webhook(true, "ops", Webhook.Preset.TELEGRAM, "https://example.org/x", "42"))), true);

        file.write(chosen);
        assertThat(new SettingsFile(path).read()).isEqualTo(chosen);

        file.write(chosen.withLanguage(null));
        assertThat(file.read().language()).isNull();
    }

    @Test
    void thePasswordOfTheMailServerIsASecretAndNotInTheFile() throws IOException {
        file.write(withMailPassword("tr0ub4dor"));

        assertThat(path).content().doesNotContain("tr0ub4dor").contains("\"passwordSecret\" : \"NOTICES_MAIL_PASSWORD\"");
        assertThat(file.read().notices().mail().password()).isEqualTo("tr0ub4dor");
        assertThat(new SecretsFile(new DataDirectory(temp)).find("NOTICES_MAIL_PASSWORD")).contains("tr0ub4dor");
    }

    @Test
    void aPasswordThatAnEarlierReleaseWroteInClearBecomesASecret() throws IOException {
        Files.writeString(path, "{\"notices\":{\"email\":{\"host\":\"mail.example.org\",\"user\":\"ana\",\"password\":\"tr0ub4dor\"}}}");
        assertThat(file.read().notices().mail().password()).isEqualTo("tr0ub4dor");

        file.hidePasswords();

        assertThat(path).content().doesNotContain("tr0ub4dor");
        assertThat(file.read().notices().mail().password()).isEqualTo("tr0ub4dor");
    }

    @Test
    void theFileMayNameAnySecretWhichItKeepsNaming() throws IOException {
        new SecretsFile(new DataDirectory(temp)).set("MAIL", "tr0ub4dor");
        Files.writeString(path, "{\"notices\":{\"email\":{\"user\":\"ana\",\"passwordSecret\":\"MAIL\"}}}");
        assertThat(file.read().notices().mail().password()).isEqualTo("tr0ub4dor");

        file.write(file.read().withTheme(Theme.DARK));

        assertThat(path).content().contains("\"passwordSecret\" : \"MAIL\"").doesNotContain("tr0ub4dor");
    }

    @Test
    void aSecretThatCannotBeReadLeavesAllOtherSettingsInForce() throws IOException {
        file.write(withMailPassword("tr0ub4dor").withTheme(Theme.DARK));
        Files.delete(temp.resolve("secrets.key"));

        Settings read = new SettingsFile(path).read();
        assertThat(read.theme()).isEqualTo(Theme.DARK);
        assertThat(read.notices().mail().password()).isEmpty();
    }

    @Test
    void aSecretThatCannotBeReadJustNowIsStillNamedWhenSomethingElseIsChanged() throws IOException {
        file.write(withMailPassword("tr0ub4dor"));
        byte[] key = Files.readAllBytes(temp.resolve("secrets.key"));
        Files.delete(temp.resolve("secrets.key"));

        file.write(file.read().withTheme(Theme.DARK));
        Files.write(temp.resolve("secrets.key"), key);

        assertThat(file.read().theme()).isEqualTo(Theme.DARK);
        assertThat(file.read().notices().mail().password()).isEqualTo("tr0ub4dor");
    }

    @Test
    void whoNeedsNoPasswordDoesNotReachForItsKey() {
        MemoryKeyPlace keyring = new MemoryKeyPlace();
        SecretsFile secrets = new SecretsFile(new DataDirectory(temp), keyring);
        file = new SettingsFile(path, secrets);
        file.write(withMailPassword("tr0ub4dor"));
        secrets.keepKeyInKeyring(true);
        assertThat(file.read().notices().mail().password()).isEqualTo("tr0ub4dor");

        assertThat(new SettingsFile(path).readWithoutPassword()).isEqualTo(withMailPassword(""));
        assertThat(file.isPasswordOutOfReach()).isFalse();
    }

    @Test
    void aPasswordThatIsTakenAwayIsNotNamedAnyMore() {
        file.write(withMailPassword("tr0ub4dor"));
        file.write(withMailPassword(""));

        assertThat(path).content().doesNotContain("passwordSecret");
    }

    private static Settings withMailPassword(String password) {
        NoticeSettings usual = NoticeSettings.USUAL;
        return Settings.DEFAULT.withNotices(new NoticeSettings(usual.rule(), usual.desktop(), usual.sound(),
                new MailServer(true, "mail.example.org", 465, MailServer.Protection.TLS, "ana", password, "a@example.org", java.util.List.of()),
                usual.webhooks()));
    }

    @Test
    void keysOfANewerVersionAreKept() throws IOException {
        Files.writeString(path, "{\"theme\":\"light\",\"later\":{\"port\":[1,2]}}");

        Settings read = file.read();
        file.write(read.withTheme(Theme.DARK));

        assertThat(read.theme()).isEqualTo(Theme.LIGHT);
        assertThat(Files.readString(path)).contains("\"dark\"").containsPattern("\"later\"[^}]*\"port\"");
    }

    @Test
    void theFileIsTheOwnersAloneAndNothingElseIsLeft() throws IOException {
        file.write(Settings.DEFAULT);
        file.write(Settings.DEFAULT.withAtOnce(3));

        assertThat(temp).isDirectoryNotContaining("glob:**/*.new");
        if (temp.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
        }
    }

    @Test
    void aWrongValueIsNamedWithItsPlace() throws IOException {
        assertRefused("{\"theme\":\"pink\"}", "theme", "pink", "light, dark, system");
        assertRefused("{\"atOnce\":0}", "atOnce", "at least 1");
        assertRefused("{\"atOnce\":1000000}", "atOnce", "10,000");
        assertRefused("{\"language\":\"fr\"}", "language", "en, zh");
        assertRefused("[]", "object");
        assertRefused("{\"theme\":", "not JSON");
    }

    @Test
    void aBrokenFileIsNotOverwritten() throws IOException {
        Files.writeString(path, "[1]");

        assertThatThrownBy(() -> file.write(Settings.DEFAULT)).isInstanceOf(DirectoryException.class);
        assertThat(path).hasContent("[1]");
    }

    private void assertRefused(String text, String... told) throws IOException {
        Files.writeString(path, text);
        assertThatThrownBy(file::read)
                .isInstanceOf(DirectoryException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContainingAll(told);
    }

    @Test
    void theDefaultExecutorIsAsLargeAsManyRunsGoOnAtOnce() {
        file.write(Settings.DEFAULT.withAtOnce(3));
        assertThat(file.readExecutors()).containsExactly(ExecutorSpec.of("default", 3));
    }

    @Test
    void executorsAndTheOtherSettingsDoNotOverwriteEachOther() {
        List<ExecutorSpec> executors = List.of(ExecutorSpec.of("default", 5), ExecutorSpec.processes("workers", 2, "-Xmx32m"));
        file.write(Settings.DEFAULT.withTheme(Theme.DARK));
        file.writeExecutors(executors);
        file.write(file.read().withLanguage(Language.CHINESE));
        assertThat(new SettingsFile(path).readExecutors()).isEqualTo(executors);
        assertThat(file.read().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void aWrongExecutorIsAnErrorThatNamesItsPlace() throws IOException {
        Files.writeString(path, "{\"executors\":{\"workers\":{\"size\":0}}}");
        assertThatThrownBy(() -> file.readExecutors()).isInstanceOf(DirectoryException.class)
                .hasMessageContaining("executors.workers.size");
    }

    @Test
    void howMuchOfThePastIsKeptHasADefaultForEachPart() throws IOException {
        assertThat(file.readRetention()).isEqualTo(new KeepRule(10_000, Duration.ofDays(365), null, 10_240));
        Files.writeString(path, "{\"retention\":{\"keepFor\":\"P30D\",\"keepMegabytes\":50}}");
        assertThat(file.readRetention()).isEqualTo(new KeepRule(10_000, Duration.ofDays(30), 50, 10_240));
    }

    @Test
    void thatThereIsNoLimitIsKept() {
        file.write(Settings.DEFAULT.withRetention(KeepRule.ALL));
        assertThat(file.readRetention()).isEqualTo(KeepRule.ALL);
        assertThat(file.read().retention()).isEqualTo(KeepRule.ALL);
    }
}

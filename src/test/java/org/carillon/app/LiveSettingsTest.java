package org.carillon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.carillon.job.KeepRule;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.MemoryKeyPlace;
import org.carillon.settings.SecretsFile;
import org.carillon.settings.Settings;
import org.carillon.settings.SettingsFile;
import org.carillon.settings.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSettingsTest {
    private static final KeepRule TEN_RUNS = Settings.USUAL_RETENTION.withRuns(10);

    @TempDir
    private Path root;
    private final List<Settings> told = new ArrayList<>();
    private DataDirectory directory;
    private LiveSettings settings;

    @BeforeEach
    void open() {
        directory = new DataDirectory(root.resolve("data")).prepare();
        file().write(Settings.DEFAULT.withLanguage(Language.ENGLISH));
        settings = new LiveSettings(directory, file());
        settings.follow((before, now) -> told.add(now));
    }

    @Test
    void whatAnotherProcessWritesHoldsFromTheNextLookOnAndIsToldOnce() {
        Settings chosen = settings.now().withTheme(Theme.DARK).withRetention(TEN_RUNS);
        file().write(chosen);

        assertThat(settings.now()).isNotEqualTo(chosen);
        settings.look();
        settings.look();

        assertThat(settings.now()).isEqualTo(chosen);
        assertThat(told).containsExactly(chosen);
    }

    @Test
    void whatAPersonWritesIntoTheFileHoldsToo() throws IOException {
        Files.writeString(directory.settingsFile(), "{\"retention\":{\"keepRuns\":7}}");
        settings.look();

        assertThat(settings.now().retention()).isEqualTo(Settings.USUAL_RETENTION.withRuns(7));
    }

    @Test
    void whatIsChangedHereIsToldAtOnceAndNotAgainAtTheNextLook() {
        Settings chosen = settings.now().withRetention(TEN_RUNS);
        settings.change(chosen);
        settings.look();

        assertThat(told).containsExactly(chosen);
        assertThat(file().read()).isEqualTo(chosen);
    }

    @Test
    void aFileThatCannotBeReadOrIsGoneLeavesTheOldOnesUntilItIsMended() throws IOException {
        Settings old = settings.now();
        for (String wrong : List.of("{\"retention\":", "{\"retention\":{\"keepRuns\":-1}}", "{\"retention\":{\"keepRans\":1}}")) {
            Files.writeString(directory.settingsFile(), wrong);
            settings.look();
            assertThat(settings.now()).as(wrong).isEqualTo(old);
        }
        Files.delete(directory.settingsFile());
        settings.look();
        assertThat(settings.now()).isEqualTo(old);
        assertThat(told).isEmpty();

        file().write(old.withRetention(TEN_RUNS));
        settings.look();
        assertThat(settings.now().retention()).isEqualTo(TEN_RUNS);
    }

    @Test
    void thatItCannotBeReadIsSaidOnceInTheProgramLog() throws IOException {
        ProgramLog.writeTo(directory.programLog());
        try {
            Files.writeString(directory.settingsFile(), "{\"theme\":\"pink\"}");
            settings.look();
            settings.look();
            Files.writeString(directory.settingsFile(), "{\"theme\":\"pink\"} ");
            settings.look();
        } finally {
            ProgramLog.silence();
        }

        assertThat(Files.readString(directory.programLog())).containsOnlyOnce("pink");
    }

    @Test
    void anotherPasswordOfTheMailServerHoldsThoughTheFileItselfIsTheSame() throws IOException {
        Files.writeString(directory.settingsFile(), """
                {"notices":{"email":{"host":"mail.example.org","user":"ana","passwordSecret":"MAIL"}}}""");
        new SecretsFile(directory).set("MAIL", "tr0ub4dor");
        settings.look();
        assertThat(settings.now().notices().mail().password()).isEqualTo("tr0ub4dor");

        new SecretsFile(directory).set("MAIL", "correct horse");
        settings.look();
        assertThat(settings.now().notices().mail().password()).isEqualTo("correct horse");
    }

    @Test
    void aPasswordWhoseKeyringIsUnlockedLaterHoldsFromThenOn() throws IOException {
        MemoryKeyPlace keyring = new MemoryKeyPlace();
        SecretsFile secrets = new SecretsFile(directory, keyring);
        secrets.set("MAIL", "tr0ub4dor");
        secrets.keepKeyInKeyring(true);
        keyring.locked = true;
        Files.writeString(directory.settingsFile(), """
                {"notices":{"email":{"host":"mail.example.org","user":"ana","passwordSecret":"MAIL"}}}""");
        settings = new LiveSettings(directory, new SettingsFile(directory.settingsFile(), secrets));
        assertThat(settings.now().notices().mail().password()).isEmpty();

        keyring.locked = false;
        for (int i = 0; i < LiveSettings.LOOKS_BETWEEN_TRIES; i++) {
            settings.look();
        }
        assertThat(settings.now().notices().mail().password()).isEqualTo("tr0ub4dor");
    }

    @Test
    void theKeyOfTheSecretsFollowsWhatIsWrittenByHand() throws IOException {
        MemoryKeyPlace keyring = new MemoryKeyPlace();
        SecretsFile secrets = new SecretsFile(directory, keyring);
        secrets.set("DB", "hunter2");
        settings.follow(new KeyFollower(secrets));

        Files.writeString(directory.settingsFile(), "{\"secrets\":{\"keyring\":true}}");
        settings.look();
        assertThat(secrets.isKeyInKeyring()).isTrue();

        Files.writeString(directory.settingsFile(), "{\"secrets\":{\"keyring\":false}}");
        settings.look();
        assertThat(secrets.isKeyInKeyring()).isFalse();
        assertThat(secrets.find("DB")).contains("hunter2");
    }

    @Test
    void aKeyringThatDoesNotTakeTheKeyLeavesItInItsFile() {
        SecretsFile secrets = new SecretsFile(directory);
        secrets.set("DB", "hunter2");
        settings.follow(new KeyFollower(secrets));

        settings.change(settings.now().withKeyring(true));
        assertThat(secrets.find("DB")).contains("hunter2");
    }

    @Test
    void aRunningInstanceTakesUpWhatTheWindowOfAnotherProcessChanges() {
        try (Instance service = Instance.start(directory, event -> { }, new RunningProgram(_ -> false, () -> { }));
                Backend window = new AttachedInstance(directory, AppContext.follow(directory, Language.ENGLISH).orElseThrow())) {
            window.change(window.settings().withRetention(TEN_RUNS));

            await().atMost(Duration.ofSeconds(30)).until(() -> service.settings().retention().equals(TEN_RUNS));
        }
    }

    private SettingsFile file() {
        return new SettingsFile(directory.settingsFile());
    }
}

package org.carillon.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.carillon.control.client.ControlClient;
import org.carillon.control.client.RemoteScheduler;
import org.carillon.engine.Scheduler;
import org.carillon.log.RunLogs;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.SecretsFile;
import org.carillon.settings.Settings;
import org.carillon.settings.SettingsFile;

/** The instance of another process, such as the service: it schedules, this process only shows it. Logs are read from its directory. */
final class AttachedInstance implements Backend {
    private final DataDirectory directory;
    private final RemoteScheduler scheduler;
    private final RunLogs logs;
    private final SecretsFile secrets;
    private final LiveSettings settings;
    private final SettingsWatch watch;

    /** @param client is closed with it */
    AttachedInstance(DataDirectory directory, ControlClient client) {
        this.directory = directory;
        scheduler = new RemoteScheduler(client);
        logs = new RunLogs(directory.logs());
        secrets = DirectoryKeyring.secrets(directory);
        settings = new LiveSettings(directory, new SettingsFile(directory.settingsFile(), secrets));
        watch = SettingsWatch.start(settings, () -> { });
    }

    @Override
    public SecretsFile secrets() {
        return secrets;
    }

    @Override
    public Path dataDirectory() {
        return directory.root();
    }

    @Override
    public Scheduler scheduler() {
        return scheduler;
    }

    @Override
    public RunLogs logs() {
        return logs;
    }

    @Override
    public Settings settings() {
        return settings.now();
    }

    /** The other process takes them up within seconds. */
    @Override
    public void change(Settings changed) {
        settings.change(changed);
    }

    @Override
    public void followSettings(Consumer<Settings> follower) {
        settings.follow((before, now) -> follower.accept(now));
    }

    /** Whoever restored it has said so. */
    @Override
    public Optional<Message> restored() {
        return Optional.empty();
    }

    @Override
    public boolean outlivesWindow() {
        return true;
    }

    @Override
    public void close() {
        watch.close();
        scheduler.close();
    }
}

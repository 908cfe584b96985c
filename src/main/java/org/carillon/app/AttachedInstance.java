package org.carillon.app;

import java.nio.file.Path;
import java.util.Optional;
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
    private final SettingsFile settingsFile;
    private final SecretsFile secrets;
    private volatile Settings settings;

    /** @param client is closed with it */
    AttachedInstance(DataDirectory directory, ControlClient client) {
        this.directory = directory;
        scheduler = new RemoteScheduler(client);
        logs = new RunLogs(directory.logs());
        settingsFile = new SettingsFile(directory.settingsFile());
        settings = settingsFile.read();
        secrets = new SecretsFile(directory);
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
        return settings;
    }

    /** The other process takes them when it starts again. */
    @Override
    public void change(Settings changed) {
        settingsFile.write(changed);
        settings = changed;
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
        scheduler.close();
    }
}

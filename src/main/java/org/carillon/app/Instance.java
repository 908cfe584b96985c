package org.carillon.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.carillon.action.UserEnvironment;
import org.carillon.control.ControlFile;
import org.carillon.control.DirectoryInUseException;
import org.carillon.control.InstanceLock;
import org.carillon.control.server.ControlServer;
import org.carillon.control.server.ServedInstance;
import org.carillon.desktop.Notifications;
import org.carillon.desktop.awake.KeepAwake;
import org.carillon.desktop.notification.DesktopNotifications;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.engine.EventKind;
import org.carillon.engine.SchedulerListener;
import org.carillon.log.RunLogs;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.notify.Channels;
import org.carillon.notify.Notifier;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.DirectoryException;
import org.carillon.settings.SecretsFile;
import org.carillon.settings.Settings;
import org.carillon.settings.SettingsFile;
import org.carillon.settings.Backups;
import org.carillon.store.JobStore;
import org.carillon.store.jdbc.BackupRotation;
import org.carillon.store.jdbc.H2Backups;
import org.carillon.store.StoreException;

/** Everything that works on one data directory, which this process has for itself until it is closed. */
final class Instance implements Backend {
    /** How long after the start the first backup is looked after. */
    private static final Duration FIRST_BACKUP = Duration.ofSeconds(30);

    /** How long the login shell may take to tell its environment. */
    private static final Duration LOGIN_SHELL = Duration.ofSeconds(15);

    private final DataDirectory directory;
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final SettingsFile settingsFile;
    private final LiveSettings settings;
    private final SecretsFile secrets;
    private final RunLogs logs;
    private final UserEnvironment environment = UserEnvironment.ofLoginShell(LOGIN_SHELL);
    private final JobStore store;
    private final Message restored;
    private final BackgroundScheduler scheduler;
    private Notifier notifier;
    private DailyBackup backup;
    private volatile LongConsumer openLog;

    private Instance(DataDirectory directory) {
        this.directory = directory;
        this.logs = new RunLogs(directory.logs());
        this.secrets = DirectoryKeyring.secrets(directory);
        this.settingsFile = new SettingsFile(directory.settingsFile(), secrets);
        boolean complete = false;
        try {
            InstanceLock lock = InstanceLock.acquire(directory.lockFile());
            closing.push(lock::close);
            ProgramLog.writeTo(directory.programLog());
            settings = new LiveSettings(directory, settingsFile);
            settingsFile.hidePasswords();
            OpenedStore opened = OpenedStore.open(directory, settings.now().backups().in(directory));
            store = opened.store();
            closing.push(store::close);
            restored = opened.restored();
            scheduler = scheduler(store);
            closing.push(scheduler::close);
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    /**
     * Opens it; nothing is scheduled yet.
     *
     * @throws DirectoryInUseException if another process has the directory
     * @throws DirectoryException      if it cannot be used
     * @throws StoreException          if its store cannot be used
     */
    static Instance open(DataDirectory directory) {
        try {
            directory.prepare();
        } catch (DirectoryException e) {
            RefusedDirectory.tell(directory, e);
            throw e;
        }
        return new Instance(directory);
    }

    /** Opens it, begins to schedule, and lets others ask. @param listener hears everything from the start on */
    static Instance start(DataDirectory directory, SchedulerListener listener, ServedInstance.Program program) {
        return open(directory).start(listener, program);
    }

    /** Begins to schedule, and lets others ask. @param listener hears everything from now on @return this */
    Instance start(SchedulerListener listener, ServedInstance.Program program) {
        boolean started = false;
        try {
            environment.prepare();
            scheduler.listen(listener);
            tell();
            followSettings();
            AwakeRuns awake = new AwakeRuns(scheduler, KeepAwake.ofSystem(System.getProperty("os.name")));
            closing.push(awake::close);
            scheduler.listen(Set.of(EventKind.RUN_STARTED, EventKind.RUN_ENDED), awake);
            scheduler.start();
            listenTo(program);
            backup = DailyBackup.start(this::backups, InstantSource.system(), FIRST_BACKUP);
            closing.push(backup::close);
            started = true;
            return this;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    /** Tells people of runs from now on. */
    private void tell() {
        DesktopNotifications desktop = Notifications.ofDesktop(System.getProperty("os.name"), System.getenv());
        closing.push(desktop::close);
        WebhookClient client = new WebhookClient();
        closing.push(client::close);
        Channels channels = new Channels(DesktopChannels.notifications(desktop, this::language, () -> openLog), DesktopChannels.bell(),
                this::language, client);
        notifier = new Notifier(scheduler, logs, channels, InstantSource.system(), Notifier.PAUSE, settings.now().notices());
        closing.push(notifier::close);
        scheduler.listen(Notifier.EVENTS, notifier);
    }

    /** Wherever they are changed: here, by the window of another process, or in the file. */
    private void followSettings() {
        settings.follow((before, now) -> {
            if (!before.notices().equals(now.notices())) {
                notifier.change(now.notices());
            }
            if (!before.retention().equals(now.retention())) {
                scheduler.keep(now.retention());
            }
        });
        KeyFollower key = new KeyFollower(secrets);
        settings.follow(key);
        SettingsWatch watch = SettingsWatch.start(settings, () -> key.obey(settings.now()));
        closing.push(watch::close);
    }

    /** The backups as the settings have them now. */
    H2Backups backups() {
        Backups now = settings.now().backups();
        return new H2Backups(directory.root(), store).in(now.in(directory), now.every(), new BackupRotation(now.days(), now.weeks()));
    }

    /** Makes one now. @throws StoreException if that fails */
    Path backUp() {
        return backup.make();
    }

    /** What tells people of runs; null before scheduling begins. */
    Notifier notifier() {
        return notifier;
    }

    /** From now on notices can lead to the log of a run. */
    void openLogsWith(LongConsumer shows) {
        openLog = shows;
    }

    /** These hold from now on, and are kept. */
    @Override
    public void change(Settings now) {
        settings.change(now);
    }

    @Override
    public void followSettings(Consumer<Settings> follower) {
        settings.follow((before, now) -> follower.accept(now));
    }

    private void listenTo(ServedInstance.Program program) {
        ControlFile file = new ControlFile(directory.root());
        try {
            ServedInstance served = new ServedInstance(scheduler, logs, InstantSource.system(), ZoneId.systemDefault(), program,
                    new ServedCommands(directory, scheduler, this::language));
            ControlServer server = ControlServer.start(served, file, settings.now().controlPort());
            closing.push(server::close);
        } catch (IOException e) {
            throw new DirectoryException(Message.of("app.cannotListen", String.valueOf(e.getMessage())), e);
        }
    }

    /** Of what is printed for others: as the settings say now, else the machine's. */
    private Language language() {
        Language chosen = settings.now().language();
        return chosen == null ? Language.ofMachine() : chosen;
    }

    private BackgroundScheduler scheduler(JobStore store) {
        return BackgroundScheduler.builder()
                .store(store)
                .logs(logs)
                .executors(settingsFile.readExecutors())
                .keepExecutors(settingsFile::writeExecutors)
                .keep(settingsFile.readRetention())
                .identity(directory.root().toString())
                .environment(environment)
                .secrets(secrets::find)
                .build();
    }

    @Override
    public SecretsFile secrets() {
        return secrets;
    }

    DataDirectory directory() {
        return directory;
    }

    /** As they are now. */
    @Override
    public Settings settings() {
        return settings.now();
    }

    @Override
    public Path dataDirectory() {
        return directory.root();
    }

    @Override
    public RunLogs logs() {
        return logs;
    }

    @Override
    public Optional<Message> restored() {
        return Optional.ofNullable(restored);
    }

    @Override
    public BackgroundScheduler scheduler() {
        return scheduler;
    }

    @Override
    public boolean outlivesWindow() {
        return false;
    }

    /** Stops what runs, closes the store and gives the directory back. Further calls wait for the first one. */
    @Override
    public synchronized void close() {
        try {
            while (!closing.isEmpty()) {
                closing.pop().run();
            }
        } finally {
            if (!closing.isEmpty()) {
                close();
            }
        }
    }
}

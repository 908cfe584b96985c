package org.carillon.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.carillon.desktop.login.LoginStart;
import org.carillon.message.Message;
import org.carillon.service.Launcher;
import org.carillon.settings.DataDirectories;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.NoticeSettings;
import org.carillon.store.StoreException;
import org.carillon.ui.settings.SettingsDesk;

/**
 * What the settings do outside of their file, for one open instance.
 *
 * @param backend  what the window works on; of another process, backups and channels are that one's business
 * @param restorer puts a backup in the place of the store and opens the window anew
 */
record OpenDesk(Backend backend, DataDirectory data, DataDirectories directories, Consumer<Path> restorer) implements SettingsDesk {
    @Override
    public boolean canStartOnLogin() {
        return Launcher.ofProcess().isPresent();
    }

    private static LoginStart login() {
        return LoginStart.ofDesktop(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
    }

    @Override
    public boolean startsOnLogin() {
        return login().isOn();
    }

    @Override
    public boolean startsHidden() {
        return login().isHidden();
    }

    @Override
    public void startOnLogin(boolean on, boolean hidden) {
        if (!on) {
            login().turnOff();
            return;
        }
        List<String> arguments = new ArrayList<>();
        DataDirectory usual = directories.choose(null);
        if (!usual.root().equals(dataDirectory())) {
            arguments.addAll(List.of("--data", dataDirectory().toString()));
        }
        login().turnOn(Launcher.ofProcess().orElseThrow(), hidden, arguments);
    }

    @Override
    public boolean isKeyInKeyring() {
        return backend.secrets().isKeyInKeyring();
    }

    @Override
    public void keepKeyInKeyring(boolean keyring) {
        backend.secrets().keepKeyInKeyring(keyring);
    }

    @Override
    public void test(NoticeSettings tried, String channel, Consumer<Message> done) {
        if (backend instanceof Instance own) {
            own.notifier().test(tried, channel, done);
        } else {
            done.accept(Message.of("app.otherProcess"));
        }
    }

    @Override
    public Map<String, Message> troubles() {
        return backend instanceof Instance own ? own.notifier().troubles() : Map.of();
    }

    @Override
    public SortedMap<Instant, Path> backups() {
        return own().backups().list();
    }

    @Override
    public Path backUp() {
        return own().backUp();
    }

    @Override
    public void restore(Path backup) {
        restorer.accept(backup);
    }

    @Override
    public Path dataDirectory() {
        return data.root();
    }

    private Instance own() {
        if (backend instanceof Instance own) {
            return own;
        }
        throw new StoreException(Message.of("app.otherProcess"));
    }

    @Override
    public boolean canChooseData() {
        return !directories.isTold() && directories.choose(null).root().equals(dataDirectory());
    }

    @Override
    public void chooseData(Path directory) {
        directories.use(directory);
    }
}

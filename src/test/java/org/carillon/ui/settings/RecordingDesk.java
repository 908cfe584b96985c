package org.carillon.ui.settings;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.carillon.message.Message;
import org.carillon.settings.DirectoryException;
import org.carillon.settings.NoticeSettings;

/** What the settings do outside of their file, written down. */
public final class RecordingDesk implements SettingsDesk {
    public final List<String> done = new CopyOnWriteArrayList<>();
    public final SortedMap<Instant, Path> backups = new TreeMap<>();
    /** What a test of a channel comes to; null for well. */
    public volatile Message problem;
    public volatile boolean keyInKeyring;
    public volatile boolean lockedKeyring;

    @Override
    public boolean canStartOnLogin() {
        return true;
    }

    @Override
    public boolean startsOnLogin() {
        return false;
    }

    @Override
    public boolean startsHidden() {
        return true;
    }

    @Override
    public void startOnLogin(boolean on, boolean hidden) {
        done.add("login " + on + (hidden ? " hidden" : ""));
    }

    @Override
    public boolean isKeyInKeyring() {
        return keyInKeyring;
    }

    @Override
    public void keepKeyInKeyring(boolean keyring) {
        if (lockedKeyring) {
            throw new DirectoryException(Message.of("settings.keyring.none"));
        }
        keyInKeyring = keyring;
        done.add("keyring " + keyring);
    }

    @Override
    public void test(NoticeSettings tried, String channel, Consumer<Message> told) {
        done.add("test " + channel);
        told.accept(problem);
    }

    @Override
    public Map<String, Message> troubles() {
        return Map.of();
    }

    @Override
    public SortedMap<Instant, Path> backups() {
        return new TreeMap<>(backups);
    }

    @Override
    public Path backUp() {
        Path made = Path.of("carillon-new.zip");
        backups.put(Instant.parse("2026-11-23T12:00:00Z"), made);
        return made;
    }

    @Override
    public void restore(Path backup) {
        done.add("restore " + backup);
    }

    @Override
    public Path dataDirectory() {
        return Path.of("/data");
    }

    @Override
    public boolean canChooseData() {
        return true;
    }

    @Override
    public void chooseData(Path directory) {
        done.add("data " + directory);
    }
}

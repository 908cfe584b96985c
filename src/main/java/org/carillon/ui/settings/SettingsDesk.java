package org.carillon.ui.settings;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.carillon.message.Message;
import org.carillon.settings.NoticeSettings;

/** What the settings do outside of the settings file. Methods may take their time, except where they say otherwise. */
public interface SettingsDesk {
    /** Whether the program knows how it is started, so that it can be started on login. At once. */
    boolean canStartOnLogin();

    boolean startsOnLogin();

    /** Whether it begins in the tray then. */
    boolean startsHidden();

    void startOnLogin(boolean on, boolean hidden);

    /** Whether the key of the secrets is in the keyring of the system. */
    boolean isKeyInKeyring();

    /** Moves it there, or back to its file. @throws RuntimeException if the keyring refuses; then it is where it was */
    void keepKeyInKeyring(boolean keyring);

    /** Sends something over a channel as those settings have it. @param done is told what went wrong, or null; by any thread */
    void test(NoticeSettings tried, String channel, Consumer<Message> done);

    /** The channels that failed last time, and why. At once. */
    Map<String, Message> troubles();

    /** The backups there are, the oldest first, by when they were made. */
    SortedMap<Instant, Path> backups();

    /** Makes one now. */
    Path backUp();

    /** Ends what runs, puts that backup in the place of the job store, and opens the window anew. At once; asks nothing. */
    void restore(Path backup);

    /** Where everything lies. At once. */
    Path dataDirectory();

    /** Whether another one can be chosen here; not where it was told at the start. At once. */
    boolean canChooseData();

    /** Uses another one from the next start on. */
    void chooseData(Path directory);
}

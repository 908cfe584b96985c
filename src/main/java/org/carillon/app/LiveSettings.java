package org.carillon.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.DirectoryException;
import org.carillon.settings.Settings;
import org.carillon.settings.SettingsFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of a data directory as they hold in this process: those of its file, whoever writes it. A file that cannot be read, or is
 * not there, leaves them as they are. Thread-safe.
 */
final class LiveSettings {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);

    /** Asking a keyring takes more than looking at a file. */
    static final int LOOKS_BETWEEN_TRIES = 15;

    /** Is told of every change after it was made, one at a time. Is not to change settings itself. */
    interface Follower {
        void changed(Settings before, Settings now);
    }

    private final DataDirectory directory;
    private final SettingsFile file;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private volatile Settings now;
    private List<FileStamp> seen;
    private String trouble;
    private int vainLooks;

    /** @throws DirectoryException if they cannot be read: there are no old ones yet to go on with */
    LiveSettings(DataDirectory directory, SettingsFile file) {
        this.directory = directory;
        this.file = file;
        seen = stamps();
        now = file.read();
    }

    Settings now() {
        return now;
    }

    void follow(Follower follower) {
        followers.add(follower);
    }

    /** These hold from now on, and are kept. @throws DirectoryException if they cannot be written; then the old ones hold */
    synchronized void change(Settings changed) {
        file.write(changed);
        hold(changed);
    }

    /** Takes up what another process, or a person with an editor, has written since the last look. What cannot be read is logged, once. */
    synchronized void look() {
        List<FileStamp> found = stamps();
        if (found.getFirst() == FileStamp.NONE || found.equals(seen) && trouble == null && !isPasswordToBeTried()) {
            return;
        }
        seen = found;
        try {
            Settings read = file.read();
            trouble = null;
            hold(read);
        } catch (DirectoryException e) {
            if (!e.getMessage().equals(trouble)) {
                LOG.warn("The settings stay as they were, until their file can be read: {}", e.getMessage());
            }
            trouble = e.getMessage();
        }
    }

    /** A keyring that was locked may have been unlocked meanwhile. */
    private boolean isPasswordToBeTried() {
        return file.isPasswordOutOfReach() && ++vainLooks % LOOKS_BETWEEN_TRIES == 0;
    }

    /** The password of the mail server is among the secrets. */
    private List<FileStamp> stamps() {
        return List.of(FileStamp.of(directory.settingsFile()), FileStamp.of(directory.secretsFile()));
    }

    private void hold(Settings changed) {
        Settings before = now;
        now = changed;
        if (!before.equals(changed)) {
            followers.forEach(follower -> follower.changed(before, changed));
        }
    }
}

package org.carillon.app;

import org.carillon.settings.DirectoryException;
import org.carillon.settings.SecretsFile;
import org.carillon.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the key of the secrets lie where the settings say, also where they were changed by hand. A keyring that refuses is logged. */
record KeyFollower(SecretsFile secrets) implements LiveSettings.Follower {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFollower.class);

    @Override
    public void changed(Settings before, Settings now) {
        if (before.keyring() != now.keyring()) {
            obey(now);
        }
    }

    /** Moves it, unless it is there already. */
    void obey(Settings settings) {
        try {
            if (secrets.isKeyInKeyring() != settings.keyring()) {
                secrets.keepKeyInKeyring(settings.keyring());
            }
        } catch (DirectoryException e) {
            LOG.warn("The key of the secrets stays where it is: {}", e.getMessage());
        }
    }
}

package org.carillon.settings;

import java.util.Optional;
import org.carillon.message.Message;

/** A keyring that can be locked, and that can lose what it is given. */
public final class MemoryKeyPlace implements KeyPlace {
    public volatile byte[] key;
    public volatile boolean locked;
    public volatile boolean forgetful;

    @Override
    public Optional<byte[]> find() {
        check();
        return Optional.ofNullable(key);
    }

    @Override
    public void keep(byte[] given) {
        check();
        key = forgetful ? new byte[given.length] : given.clone();
    }

    @Override
    public void remove() {
        check();
        key = null;
    }

    private void check() {
        if (locked) {
            throw new DirectoryException(Message.of("settings.keyring.none"));
        }
    }
}

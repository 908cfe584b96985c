package org.carillon.desktop.keyring;

import java.nio.file.Path;
import java.util.Optional;
import org.carillon.message.Message;

/** A session without a keyring, such as one over ssh. */
public final class NoKeyring implements Keyring {
    @Override
    public Optional<byte[]> find(Path directory) {
        throw refused();
    }

    @Override
    public void keep(Path directory, byte[] key) {
        throw refused();
    }

    @Override
    public void remove(Path directory) {
        throw refused();
    }

    private static KeyringException refused() {
        return new KeyringException(Message.of("desktop.keyring.noBus"));
    }
}

package org.carillon.app;

import java.nio.file.Path;
import java.util.Optional;
import org.carillon.desktop.Keyrings;
import org.carillon.desktop.keyring.Keyring;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.KeyPlace;
import org.carillon.settings.SecretsFile;

/** The place of one data directory's key in the keyring of this system. */
record DirectoryKeyring(Keyring keyring, Path directory) implements KeyPlace {
    /** The secrets of a data directory, whose key may be there. */
    static SecretsFile secrets(DataDirectory directory) {
        Keyring keyring = Keyrings.ofDesktop(System.getProperty("os.name"), System.getenv());
        return new SecretsFile(directory, new DirectoryKeyring(keyring, directory.root()));
    }

    @Override
    public Optional<byte[]> find() {
        return keyring.find(directory);
    }

    @Override
    public void keep(byte[] key) {
        keyring.keep(directory, key);
    }

    @Override
    public void remove() {
        keyring.remove(directory);
    }
}

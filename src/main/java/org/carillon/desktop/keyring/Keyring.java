package org.carillon.desktop.keyring;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the operating system keeps what is one person's alone, a key for each directory. What could only be done by asking the person is
 * not done: a keyring may be asked when nobody sits there. Connects anew each time. Thread-safe.
 */
public interface Keyring {
    /** The key for that directory; empty if it holds none. @throws KeyringException if it cannot be reached or is locked */
    Optional<byte[]> find(Path directory);

    /** Keeps this one in place of any other. @throws KeyringException as {@link #find} does, or if it refuses */
    void keep(Path directory, byte[] key);

    /** Removes it, if it is there. @throws KeyringException as {@link #find} does, or if it refuses */
    void remove(Path directory);
}

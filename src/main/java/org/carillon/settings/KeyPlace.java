package org.carillon.settings;

import java.util.Optional;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** Where the operating system keeps the key of one data directory's secrets: its keyring. Thread-safe. */
public interface KeyPlace {
    /** There is no such place. */
    KeyPlace NONE = new KeyPlace() {
        @Override
        public Optional<byte[]> find() {
            throw refused();
        }

        @Override
        public void keep(byte[] key) {
            throw refused();
        }

        @Override
        public void remove() {
            throw refused();
        }

        private DirectoryException refused() {
            return new DirectoryException(Message.of("settings.keyring.none"));
        }
    };

    /** The key; empty if it holds none. @throws ExplainedException if it cannot be reached, or opened without asking the person */
    Optional<byte[]> find();

    /** Keeps this one in place of any other. @throws ExplainedException as {@link #find} does */
    void keep(byte[] key);

    /** Removes it, if it is there. @throws ExplainedException as {@link #find} does */
    void remove();
}

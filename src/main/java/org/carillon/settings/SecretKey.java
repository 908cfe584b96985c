package org.carillon.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.carillon.files.OwnerOnly;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key of the secrets: in a file that its owner alone can read, or in the keyring of the operating system. The file holds where it is
 * there; a second file without content says that the keyring does. Reading it is thread-safe, also while another process moves it;
 * whoever makes or moves it holds the lock of the secrets.
 */
final class SecretKey {
    private static final Logger LOG = LoggerFactory.getLogger(SecretKey.class);

    private final Path file;
    private final Path sign;
    private final KeyPlace keyring;

    SecretKey(Path directory, KeyPlace keyring) {
        this.file = directory.resolve("secrets.key");
        this.sign = directory.resolve("secrets.keyring");
        this.keyring = keyring;
    }

    /** An empty file was made and never written to. */
    private boolean isInFile() throws IOException {
        return Files.exists(file) && Files.size(file) > 0;
    }

    boolean isInKeyring() throws IOException {
        return Files.exists(sign) && !isInFile();
    }

    /** @throws IOException if its file cannot be read @throws DirectoryException if the keyring does not give it */
    byte[] read() throws IOException {
        Optional<byte[]> key = look();
        if (key.isEmpty()) {
            // It has just been moved, or it is lost.
            key = look();
        }
        if (key.isEmpty() && isInKeyring()) {
            throw new DirectoryException(Message.of("settings.keyring.lost", sign.getParent().toString()));
        }
        return key.orElseThrow(() -> new NoSuchFileException(file.toString()));
    }

    private Optional<byte[]> look() throws IOException {
        if (!isInKeyring()) {
            try {
                return Optional.of(Files.readAllBytes(file));
            } catch (NoSuchFileException _) {
                return Optional.empty();
            }
        }
        try {
            return keyring.find();
        } catch (ExplainedException e) {
            throw new DirectoryException(Message.of("settings.keyring.unreachable", e.explanation()), e);
        }
    }

    /** The one that there is, else a new one in the file. @throws IOException as {@link #read} does @throws DirectoryException as {@link #read} does */
    byte[] readOrMake() throws IOException {
        if (!isInFile() && !isInKeyring()) {
            write(SecretCipher.newKey());
        }
        return read();
    }

    /**
     * Moves it to the keyring, where the next one is made too. Its file goes only when the keyring has given the key back.
     *
     * @throws DirectoryException if the keyring does not take it; then it is where it was
     */
    void moveToKeyring() throws IOException {
        if (isInKeyring()) {
            return;
        }
        byte[] key = isInFile() ? read() : SecretCipher.newKey();
        try {
            keyring.keep(key);
            if (keyring.find().filter(kept -> Arrays.equals(kept, key)).isEmpty()) {
                throw new DirectoryException(Message.of("settings.keyring.unconfirmed"));
            }
        } catch (ExplainedException e) {
            throw new DirectoryException(Message.of("settings.keyring.refused", e.explanation()), e);
        }
        OwnerOnly.makeFile(sign);
        Files.deleteIfExists(file);
    }

    /** Moves it back to its file. @throws DirectoryException if the keyring does not give it; then it is where it was */
    void moveToFile() throws IOException {
        if (!isInKeyring()) {
            Files.deleteIfExists(sign);
            return;
        }
        write(read());
        Files.deleteIfExists(sign);
        try {
            keyring.remove();
        } catch (ExplainedException e) {
            LOG.warn("The key of the secrets is in its file again, and still in the keyring too: {}", e.getMessage());
        }
    }

    /** As a whole: a crash leaves none or all of it. */
    private void write(byte[] key) throws IOException {
        Path fresh = file.resolveSibling("secrets.key.new");
        Files.deleteIfExists(fresh);
        OwnerOnly.createFile(fresh);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(key));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

package org.carillon.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.carillon.files.OwnerOnly;
import org.carillon.job.SecretNames;
import org.carillon.message.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The passwords and tokens that jobs name: a file in the data directory that holds each encrypted, by a key that lies beside it, where
 * its owner alone can read it, or in the keyring of the operating system. Neither is part of any export or backup of jobs. Every method
 * reads file and key anew, so that a running instance knows at once what a command has set, and that a keyring has been locked.
 * Thread-safe, also between processes.
 */
public final class SecretsFile {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    /** Locks are the process's: its own threads wait for each other here. */
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path file;
    private final Path lockFile;
    private final SecretKey key;

    /** Where there is no keyring. */
    public SecretsFile(DataDirectory directory) {
        this(directory, KeyPlace.NONE);
    }

    public SecretsFile(DataDirectory directory, KeyPlace keyring) {
        this.file = directory.secretsFile();
        this.lockFile = directory.root().resolve("secrets.lock");
        this.key = new SecretKey(directory.root(), keyring);
    }

    /** The names, in alphabetical order. @throws DirectoryException if the file cannot be read */
    public List<String> names() {
        return read().propertyNames().stream().sorted().toList();
    }

    /** The value of a secret; empty if there is none of that name. @throws DirectoryException if it cannot be read */
    public Optional<String> find(String name) {
        return read().optional(name).map(value -> value.stringValue())
                .map(text -> cipher().open(name, Base64.getDecoder().decode(text)))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * Sets a secret, or gives it another value.
     *
     * @throws DirectoryException if it cannot be written, or nothing can be called so, or the value is empty
     */
    public void set(String name, String value) {
        if (!SecretNames.isName(name)) {
            throw new DirectoryException(Message.of("job.secret.name", name));
        }
        if (value.isEmpty()) {
            throw new DirectoryException(Message.of("settings.secrets.empty"));
        }
        change(node -> {
            byte[] closed = new SecretCipher(key.readOrMake()).close(name, value.getBytes(StandardCharsets.UTF_8));
            node.put(name, Base64.getEncoder().encodeToString(closed));
            return true;
        });
    }

    /** @return false if there is none of that name @throws DirectoryException if it cannot be written */
    public boolean remove(String name) {
        return change(node -> node.remove(name) != null);
    }

    /** Whether the key is in the keyring of the operating system. @throws DirectoryException if that cannot be seen */
    public boolean isKeyInKeyring() {
        return asked(key::isInKeyring);
    }

    /**
     * Moves the key to the keyring of the operating system, or back to its file; one that is there stays there.
     *
     * @throws DirectoryException if the keyring does not take it or give it; then it is where it was
     */
    public void keepKeyInKeyring(boolean keyring) {
        alone(() -> {
            if (keyring) {
                key.moveToKeyring();
            } else {
                key.moveToFile();
            }
            return keyring;
        });
    }

    private ObjectNode read() {
        try {
            return Files.exists(file) ? (ObjectNode) MAPPER.readTree(Files.readString(file)) : MAPPER.createObjectNode();
        } catch (IOException e) {
            throw unusable(e, IoReasons.words(e));
        } catch (JacksonException | ClassCastException e) {
            throw unusable(e, e.getMessage());
        }
    }

    private DirectoryException unusable(Exception cause, Object words) {
        return new DirectoryException(Message.of("settings.secrets.unusable", file.toString(), words), cause);
    }

    private SecretCipher cipher() {
        return new SecretCipher(asked(key::read));
    }

    /** Something that needs files. */
    private interface Work<T> {
        T done() throws IOException;
    }

    private <T> T asked(Work<T> work) {
        try {
            return work.done();
        } catch (IOException e) {
            throw unusable(e, IoReasons.words(e));
        }
    }

    /** Does it while no other process does. */
    private <T> T alone(Work<T> work) {
        synchronized (IN_THIS_PROCESS) {
            return asked(() -> {
                OwnerOnly.makeFile(lockFile);
                try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        FileLock _ = channel.lock()) {
                    return work.done();
                }
            });
        }
    }

    /** Changes what the file holds. */
    private interface Change {
        /** @return whether it is another one now */
        boolean in(ObjectNode node) throws IOException;
    }

    /** Does it while no other process does; a crash leaves the old file or the new one. */
    private boolean change(Change change) {
        return alone(() -> {
            ObjectNode node = read();
            boolean changed = change.in(node);
            if (changed) {
                write(node);
            }
            return changed;
        });
    }

    private void write(ObjectNode node) throws IOException {
        Path fresh = file.resolveSibling("secrets.json.new");
        Files.deleteIfExists(fresh);
        OwnerOnly.createFile(fresh);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(node)));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

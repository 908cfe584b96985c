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
import java.util.function.Predicate;
import org.carillon.files.OwnerOnly;
import org.carillon.job.SecretNames;
import org.carillon.message.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The passwords and tokens that jobs name: a file in the data directory that holds each encrypted, beside a key that its owner alone
 * can read. Neither is part of any export or backup of jobs. Every method reads the file anew, so that a running instance knows at
 * once what a command has set. Thread-safe, also between processes.
 */
public final class SecretsFile {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    /** Locks are the process's: its own threads wait for each other here. */
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path file;
    private final Path keyFile;

    public SecretsFile(DataDirectory directory) {
        this.file = directory.secretsFile();
        this.keyFile = directory.root().resolve("secrets.key");
    }

    /** The names, in alphabetical order. @throws DirectoryException if the file cannot be read */
    public List<String> names() {
        return read().propertyNames().stream().sorted().toList();
    }

    /** The value of a secret; empty if there is none of that name. @throws DirectoryException if it cannot be read */
    public Optional<String> find(String name) {
        return read().optional(name).map(value -> value.stringValue())
                .map(text -> new SecretCipher(keyBytes()).open(name, Base64.getDecoder().decode(text)))
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
            byte[] closed = new SecretCipher(keyBytes()).close(name, value.getBytes(StandardCharsets.UTF_8));
            node.put(name, Base64.getEncoder().encodeToString(closed));
            return true;
        });
    }

    /** @return false if there is none of that name @throws DirectoryException if it cannot be written */
    public boolean remove(String name) {
        return change(node -> node.remove(name) != null);
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

    private byte[] keyBytes() {
        try {
            return Files.readAllBytes(keyFile);
        } catch (IOException e) {
            throw unusable(e, IoReasons.words(e));
        }
    }

    /** Does it while no other process does; a crash leaves the old file or the new one. */
    private boolean change(Predicate<ObjectNode> change) {
        synchronized (IN_THIS_PROCESS) {
            try {
                OwnerOnly.makeFile(keyFile);
                try (FileChannel channel = FileChannel.open(keyFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (channel.size() == 0) {
                        channel.write(ByteBuffer.wrap(SecretCipher.newKey()));
                        channel.force(true);
                    }
                    ObjectNode node = read();
                    boolean changed = change.test(node);
                    if (changed && lock.isValid()) {
                        write(node);
                    }
                    return changed;
                }
            } catch (IOException e) {
                throw unusable(e, IoReasons.words(e));
            }
        }
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

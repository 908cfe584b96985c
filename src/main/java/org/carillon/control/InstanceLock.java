package org.carillon.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.carillon.files.OwnerOnly;
import org.carillon.message.Message;
import org.carillon.settings.DirectoryException;
import org.carillon.settings.IoReasons;

/**
 * The right to be the one instance of a data directory: an operating-system lock on a file that holds the owner's process id. The
 * system releases it when the process ends, in whichever way, so a crash leaves no stale lock; the file itself stays. Thread-safe.
 */
public final class InstanceLock implements AutoCloseable {
    /** Far behind the process id, because on Windows nobody else can read what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private static final Set<OpenOption> OWNING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    /** How long a lock may be held by nobody who has given a name: a starting instance, or one that only looks. */
    private static final Duration NAMELESS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(10);

    /**
     * The files locked by this process. Closing any channel of a file gives up all of the process's locks on it (POSIX, fcntl), so
     * what is locked here must not even be opened here again.
     */
    private static final Set<Path> HELD_HERE = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private InstanceLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock, or refuses.
     *
     * @param file created, for its owner alone, if it is not there; its directory must exist
     * @throws DirectoryInUseException if another instance holds it; it names the process
     * @throws DirectoryException      if the file cannot be locked
     */
    public static InstanceLock acquire(Path file) {
        synchronized (HELD_HERE) {
            try {
                Path real = real(file);
                if (HELD_HERE.contains(real)) {
                    throw new DirectoryInUseException(file.getParent(), ProcessHandle.current().pid());
                }
                InstanceLock lock = new InstanceLock(real, lock(real));
                HELD_HERE.add(real);
                return lock;
            } catch (IOException e) {
                throw new DirectoryException(
                        Message.of("control.lock.unusable", file.toString(), IoReasons.words(e)), e);
            }
        }
    }

    /** The process that holds the lock now; empty when nobody does. @throws DirectoryException if that cannot be found out */
    public static OptionalLong holder(Path file) {
        synchronized (HELD_HERE) {
            try {
                if (!Files.exists(file)) {
                    return OptionalLong.empty();
                }
                return HELD_HERE.contains(real(file)) ? OptionalLong.of(ProcessHandle.current().pid()) : look(file);
            } catch (IOException e) {
                throw new DirectoryException(
                        Message.of("control.lock.unusable", file.toString(), IoReasons.words(e)), e);
            }
        }
    }

    private static OptionalLong look(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock(LOCKED_BYTE, 1, true)) {
            return lock == null ? OptionalLong.of(readProcess(channel).orElse(0)) : OptionalLong.empty();
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, OWNING, OwnerOnly.fileAttributes(file));
        boolean locked = false;
        try {
            long deadline = System.nanoTime() + NAMELESS.toNanos();
            while (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                OptionalLong owner = readProcess(channel);
                boolean alive = owner.isPresent() && ProcessHandle.of(owner.getAsLong()).isPresent();
                if (alive || System.nanoTime() > deadline) {
                    throw new DirectoryInUseException(file.getParent(), owner.orElse(0));
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
            writeProcess(channel);
            locked = true;
            return channel;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static OptionalLong readProcess(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static void writeProcess(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
    }

    private static Path real(Path file) throws IOException {
        return file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    }

    /** Gives the lock up. Nothing happens if it was given up before. */
    @Override
    public void close() {
        synchronized (HELD_HERE) {
            if (!channel.isOpen()) {
                return;
            }
            try (channel) {
                channel.truncate(0);
            } catch (IOException e) {
                throw new DirectoryException(
                        Message.of("control.lock.unusable", file.toString(), IoReasons.words(e)), e);
            } finally {
                HELD_HERE.remove(file);
            }
        }
    }
}

package org.carillon.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.files.OwnerOnly;
import org.carillon.message.Message;
import org.carillon.settings.DirectoryException;
import org.carillon.settings.IoReasons;

/**
 * {@code control.json}: where the running instance of a data directory listens, and the token it wants. Readable by its owner alone.
 * No link in its place is ever followed, neither to write nor to read.
 */
public final class ControlFile {
    /** Read by hand: a command that hands itself over has no time to load anything that reads JSON. */
    private static final Pattern CONTENT =
            Pattern.compile("\\{\"url\":\"([^\"]*)\",\"token\":\"([^\"]*)\",\"process\":(\\d{1,18})\\}\\s*");
    private static final int LARGEST = 4096;

    private final Path file;

    public ControlFile(Path dataDirectory) {
        this.file = dataDirectory.resolve("control.json");
    }

    public Path path() {
        return file;
    }

    /** Whether something else than a file of our own stands in its place, such as a link. */
    public boolean isForeign() {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes it as a whole, in place of whatever was there. @throws DirectoryException if that fails */
    public void write(ControlAddress address) {
        String text = "{\"url\":\"" + address.url() + "\",\"token\":\"" + address.token() + "\",\"process\":" + address.process() + "}";
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            OwnerOnly.createFile(fresh);
            try (FileChannel channel = FileChannel.open(fresh, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
                channel.write(StandardCharsets.US_ASCII.encode(text));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DirectoryException(Message.of("control.file.unwritable", file.toString(), IoReasons.words(e)), e);
        }
    }

    /** What it says; empty if there is none. @throws DirectoryException if it cannot be trusted or read */
    public Optional<ControlAddress> read() {
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            checkTrust();
            return Optional.of(parse(readText()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DirectoryException(Message.of("control.file.unreadable", file.toString(), IoReasons.words(e)), e);
        } catch (IllegalArgumentException e) {
            throw new DirectoryException(Message.of("control.file.wrong", file.toString()), e);
        }
    }

    private String readText() throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer bytes = ByteBuffer.allocate(LARGEST);
            while (channel.read(bytes) > 0) {
                // goes on until the end, or until there is more than it could hold
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        }
    }

    private static ControlAddress parse(String text) {
        Matcher content = CONTENT.matcher(text);
        if (!content.matches()) {
            throw new IllegalArgumentException("Not as it is written");
        }
        return ControlAddress.of(content.group(1), content.group(2), Long.parseLong(content.group(3)));
    }

    /** Whoever could write it could have our commands, and what they carry, sent to himself. */
    private void checkTrust() throws IOException {
        boolean own = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(file.getParent()))
                && OwnerOnly.holdsFor(file) && OwnerOnly.holdsFor(file.getParent());
        if (!own) {
            throw new DirectoryException(Message.of("control.file.untrusted", file.toString(), file.getParent().toString()));
        }
    }

    /** Takes it away if it is the one of that address. @throws DirectoryException if that fails */
    public void remove(ControlAddress address) {
        try {
            if (!isForeign() && read().filter(address::equals).isPresent()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new DirectoryException(Message.of("control.file.unwritable", file.toString(), IoReasons.words(e)), e);
        }
    }
}

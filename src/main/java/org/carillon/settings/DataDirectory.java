package org.carillon.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.stream.Stream;
import org.carillon.files.OwnerOnly;
import org.carillon.message.Message;

/**
 * The directory that holds everything of one Carillon: jobs, ledger, logs, settings. Only its owner may read or write it, because
 * whoever can add a job owns the account.
 *
 * @param root absolute and normalized
 */
public record DataDirectory(Path root) {
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 02;

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** Held by the instance that runs. */
    public Path lockFile() {
        return root.resolve("carillon.lock");
    }

    /** The database's path as H2 wants it: without {@code .mv.db}. */
    public Path database() {
        return root.resolve("carillon");
    }

    /** The file in which the database lies. */
    public Path databaseFile() {
        return root.resolve("carillon.mv.db");
    }

    public Path settingsFile() {
        return root.resolve("settings.json");
    }

    /** The passwords and tokens that jobs name, encrypted. */
    public Path secretsFile() {
        return root.resolve("secrets.json");
    }

    /** How the window was left. */
    public Path windowFile() {
        return root.resolve("window.json");
    }

    /** The output of runs. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** The program's own log. */
    public Path programLog() {
        return root.resolve("carillon.log");
    }

    public Path backups() {
        return root.resolve("backups");
    }

    /**
     * Makes the directory ready to be written to: creates it if it is not there, closes it to others if it is still empty, and checks
     * that it is the user's own, open to nobody else, below nothing where everyone could put another in its place, and can be written to.
     *
     * @return this
     * @throws DirectoryException if it is not so; what it holds is left as it is
     */
    public DataDirectory prepare() {
        try {
            if (!Files.exists(root)) {
                OwnerOnly.createDirectory(root);
            }
            if (!Files.isDirectory(root)) {
                throw new DirectoryException(Message.of("settings.directory.notDirectory", root.toString()));
            }
            checkOwner();
            closeToOthers();
            checkAbove();
            return this;
        } catch (IOException e) {
            throw new DirectoryException(
                    Message.of("settings.directory.unusable", root.toString(), IoReasons.words(e)), e);
        }
    }

    /** Writes a file to see that it can be done, and as whom. */
    private void checkOwner() throws IOException {
        Path probe = Files.createTempFile(root, ".probe", "");
        try {
            UserPrincipal owner = Files.getOwner(root);
            if (!owner.equals(Files.getOwner(probe))) {
                throw new DirectoryException(
                        Message.of("settings.directory.notOwn", root.toString(), owner.getName()));
            }
        } finally {
            Files.delete(probe);
        }
    }

    /** Whoever can write to a directory above it can put another in its place, unless the sticky bit keeps everyone to what is theirs. */
    private void checkAbove() throws IOException {
        if (!root.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return;
        }
        for (Path above = root.toRealPath().getParent(); above != null; above = above.getParent()) {
            int mode = (Integer) Files.getAttribute(above, "unix:mode");
            if ((mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0) {
                throw new DirectoryException(Message.of("settings.directory.exposed", root.toString(), above.toString()));
            }
        }
    }

    private void closeToOthers() throws IOException {
        if (OwnerOnly.holdsFor(root)) {
            return;
        }
        try (Stream<Path> content = Files.list(root)) {
            if (content.findAny().isPresent()) {
                throw new DirectoryException(Message.of("settings.directory.open", root.toString()));
            }
        }
        OwnerOnly.restrict(root);
    }
}

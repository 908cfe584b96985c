package org.carillon.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.carillon.message.Message;

/**
 * Where the data directory is: what was asked for, else {@code CARILLON_DATA}, else where the platform keeps a program's data:
 * or where a file {@code data-directory} in that place points to:
 * {@code $XDG_DATA_HOME/carillon} (the XDG Base Directory Specification: {@code ~/.local/share} if unset, relative paths are
 * ignored), {@code ~/Library/Application Support/Carillon} on macOS, {@code %LOCALAPPDATA%\Carillon} on Windows.
 *
 * @param environment the process's environment
 * @param systemName  {@code os.name}
 * @param home        the user's home directory
 */
public record DataDirectories(Map<String, String> environment, String systemName, String home) {
    private static final String VARIABLE = "CARILLON_DATA";
    /** In the platform's own place: where everything lies instead. */
    private static final String MOVED = "data-directory";

    /** Of this process. */
    public static DataDirectories ofProcess() {
        return new DataDirectories(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"));
    }

    /**
     * @param asked the directory asked for ({@code --data}), or null
     * @throws DirectoryException if that cannot be a path
     */
    public DataDirectory choose(String asked) {
        if (asked != null) {
            return at(asked);
        }
        String variable = environment.getOrDefault(VARIABLE, "");
        return variable.isBlank() ? moved().orElseGet(() -> new DataDirectory(platformDefault())) : at(variable);
    }

    /** Whether it was told at the start, by the variable. */
    public boolean isTold() {
        return !environment.getOrDefault(VARIABLE, "").isBlank();
    }

    /** From now on another directory is used, where nobody asks for one: a file in the platform's own place says so. */
    public void use(Path chosen) {
        try {
            DataDirectory usual = new DataDirectory(platformDefault());
            if (chosen.toAbsolutePath().normalize().equals(usual.root())) {
                Files.deleteIfExists(usual.root().resolve(MOVED));
            } else {
                usual.prepare();
                Files.writeString(usual.root().resolve(MOVED), chosen.toAbsolutePath() + "\n");
            }
        } catch (IOException e) {
            throw new DirectoryException(Message.of("settings.directory.unusable", platformDefault().toString(), IoReasons.words(e)), e);
        }
    }

    private Optional<DataDirectory> moved() {
        Path file = platformDefault().resolve(MOVED);
        try {
            return Files.exists(file) ? Optional.of(at(Files.readString(file).strip())) : Optional.empty();
        } catch (IOException e) {
            throw new DirectoryException(Message.of("settings.directory.unusable", platformDefault().toString(), IoReasons.words(e)), e);
        }
    }

    private static DataDirectory at(String path) {
        try {
            if (path.isBlank()) {
                throw new InvalidPathException(path, "empty");
            }
            return new DataDirectory(Path.of(path));
        } catch (InvalidPathException e) {
            throw new DirectoryException(Message.of("settings.directory.notPath", path), e);
        }
    }

    private Path platformDefault() {
        if (systemName.startsWith("Windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return local.isBlank() ? Path.of(home, "AppData", "Local", "Carillon") : Path.of(local, "Carillon");
        }
        if (systemName.startsWith("Mac")) {
            return Path.of(home, "Library", "Application Support", "Carillon");
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        return xdg.startsWith("/") ? Path.of(xdg, "carillon") : Path.of(home, ".local", "share", "carillon");
    }
}

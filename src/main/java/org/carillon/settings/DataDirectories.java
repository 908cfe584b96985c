package org.carillon.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.carillon.message.Message;

/**
 * Where the data directory is: what was asked for, else {@code CARILLON_DATA}, else where the platform keeps a program's data:
 * {@code $XDG_DATA_HOME/carillon} (the XDG Base Directory Specification: {@code ~/.local/share} if unset, relative paths are
 * ignored), {@code ~/Library/Application Support/Carillon} on macOS, {@code %LOCALAPPDATA%\Carillon} on Windows.
 *
 * @param environment the process's environment
 * @param systemName  {@code os.name}
 * @param home        the user's home directory
 */
public record DataDirectories(Map<String, String> environment, String systemName, String home) {
    private static final String VARIABLE = "CARILLON_DATA";

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
        return variable.isBlank() ? new DataDirectory(platformDefault()) : at(variable);
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

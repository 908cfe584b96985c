package org.carillon.desktop.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Whether the program is started when the person logs in: a file where the desktop looks for such files. Methods throw
 * {@link UncheckedIOException} if it cannot be read or written.
 */
public final class LoginStart {
    private static final String HIDDEN = "--hidden";

    private final Path file;
    private final BiFunction<Path, List<String>, String> format;

    LoginStart(Path file, BiFunction<Path, List<String>, String> format) {
        this.file = file;
        this.format = format;
    }

    /**
     * That of this desktop: the XDG Autostart Specification's directory, the start-up folder of Windows, or an agent of macOS.
     *
     * @param systemName  {@code os.name}
     * @param environment the process's environment
     * @param home        the person's home directory
     */
    public static LoginStart ofDesktop(String systemName, Map<String, String> environment, Path home) {
        if (systemName.startsWith("Windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            Path data = roaming.isBlank() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming);
            return new LoginStart(data.resolve("Microsoft/Windows/Start Menu/Programs/Startup/Carillon.cmd"), LoginFiles::windows);
        }
        if (systemName.startsWith("Mac")) {
            return new LoginStart(home.resolve("Library/LaunchAgents/" + LoginFiles.LABEL + ".plist"), LoginFiles::mac);
        }
        String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path configuration = configured.startsWith("/") ? Path.of(configured) : home.resolve(".config");
        return new LoginStart(configuration.resolve("autostart/org.carillon.Carillon.desktop"), LoginFiles::xdg);
    }

    public boolean isOn() {
        return Files.exists(file);
    }

    /** Whether it begins without its window. */
    public boolean isHidden() {
        try {
            return isOn() && Files.readString(file).contains(HIDDEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts it from the next login on.
     *
     * @param launcher  the program's launcher, absolute
     * @param hidden    whether it begins without its window
     * @param arguments what else it is given
     */
    public void turnOn(Path launcher, boolean hidden, List<String> arguments) {
        List<String> all = new ArrayList<>(hidden ? List.of(HIDDEN) : List.of());
        all.addAll(arguments);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, format.apply(launcher, all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void turnOff() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

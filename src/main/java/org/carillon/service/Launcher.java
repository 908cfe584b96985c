package org.carillon.service;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What starts this program from outside, as a service or at login. */
public final class Launcher {
    /** Set by the launchers in {@code bin}: where they are. */
    static final String OWN = "carillon.launcher";

    /** Set by the launchers that jpackage makes, on Windows and macOS. */
    static final String PACKAGED = "jpackage.app-path";

    /** Of Windows: the same program with a console, for terminals, and without one. */
    private static final String WITH_CONSOLE = "carillon-cli.exe";
    private static final String WITHOUT_CONSOLE = "Carillon.exe";

    private Launcher() {}

    /** The launcher of this process, absolute; empty where it was started without any, such as from its build. */
    public static Optional<Path> ofProcess() {
        return of(System.getProperties());
    }

    static Optional<Path> of(Properties system) {
        return path(system, OWN).or(() -> path(system, PACKAGED).map(Launcher::withoutConsole));
    }

    private static Optional<Path> path(Properties system, String property) {
        return Optional.ofNullable(system.getProperty(property)).filter(text -> !text.isBlank()).map(text -> Path.of(text).toAbsolutePath());
    }

    /** What the system starts shall not open a console. */
    private static Path withoutConsole(Path packaged) {
        return packaged.endsWith(WITH_CONSOLE) ? packaged.resolveSibling(WITHOUT_CONSOLE) : packaged;
    }
}

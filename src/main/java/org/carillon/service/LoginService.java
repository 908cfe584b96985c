package org.carillon.service;

import java.nio.file.Path;

/**
 * The scheduler without a window, looked after by the operating system: started with the machine or with the person's session, and
 * again when it ended with an error. For one person, without an administrator's rights. Not thread-safe.
 */
public interface LoginService {
    /** How the service stands. */
    enum Status {
        /** Not set up. */
        NONE,
        /** Set up, but nothing runs. */
        STOPPED,
        RUNNING
    }

    /**
     * Sets it up, or anew if it is there, and starts it.
     *
     * @param launcher the program's launcher, absolute
     * @param data     the data directory that it works on, absolute
     * @return whether it also runs while the person is not logged in
     * @throws ServiceException if the system refused; what was set up then can be removed
     */
    boolean install(Path launcher, Path data);

    /**
     * Stops it, which ends what it runs as closing Carillon does, and takes it away; jobs and history stay.
     *
     * @return false if there was none
     * @throws ServiceException if the system refused
     */
    boolean remove();

    /** Whether {@link #remove} breaks off what runs: then it should be asked to end first. */
    default boolean kills() {
        return false;
    }

    /** @throws ServiceException if the system cannot be asked */
    Status status();

    /** The file that says to the system what to start; it need not be there. */
    Path definition();

    /** That of this machine. */
    static LoginService ofMachine() {
        String system = System.getProperty("os.name");
        Path home = Path.of(System.getProperty("user.home"));
        if (system.startsWith("Windows")) {
            return new WindowsTask(home.resolve("AppData/Local/Carillon/service.xml"), new Tool());
        }
        if (system.startsWith("Mac")) {
            return new LaunchAgent(home, new Tool());
        }
        String configured = System.getenv().getOrDefault("XDG_CONFIG_HOME", "");
        return new SystemdUnit(configured.startsWith("/") ? Path.of(configured) : home.resolve(".config"), new Tool());
    }
}

package org.carillon.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where runs take place.
 *
 * @param host          the machine
 * @param user          the operating-system user
 * @param schedulerMark what marks the processes of this scheduler, the same at every start on the same store
 */
record Whereabouts(String host, String user, String schedulerMark) {
    private static final Path HOST_NAME = Path.of("/etc/hostname");

    static Whereabouts here(String schedulerMark) {
        return new Whereabouts(hostName(), System.getProperty("user.name"), schedulerMark);
    }

    /** Without asking the network, which may take long to answer. */
    private static String hostName() {
        String windows = System.getenv("COMPUTERNAME");
        if (windows != null) {
            return windows;
        }
        try {
            return Files.readString(HOST_NAME, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            String shell = System.getenv("HOSTNAME");
            return shell == null ? "localhost" : shell;
        }
    }
}

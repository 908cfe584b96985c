package org.carillon.settings;

import java.util.List;
import java.util.Objects;

/**
 * How notices go out by e-mail.
 *
 * @param on       whether they do
 * @param user     null for a server that wants no login
 * @param password of that user, empty if there is none; the settings file has only the name of the secret that it is
 * @param from     the sender's address
 * @param to       the addresses that get them
 */
public record MailServer(boolean on, String host, int port, Protection protection, String user, String password, String from, List<String> to) {
    /** How the way to the server is protected. */
    public enum Protection {
        /** Begins in the open and turns to TLS, or is not spoken to. */
        START_TLS,
        /** TLS from the first byte. */
        TLS,
        /** Not at all: for a server on this machine. */
        NONE
    }

    public static final MailServer NONE = new MailServer(false, "", 587, Protection.START_TLS, null, "", "", List.of());

    public MailServer {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(protection, "protection");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(from, "from");
        to = List.copyOf(to);
        if (port < 1 || port > Settings.MOST_PORT) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + "]";
    }
}

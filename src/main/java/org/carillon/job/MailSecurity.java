package org.carillon.job;

/** How the way to a mail server is protected. */
public enum MailSecurity {
    /** Begins in the open and turns to TLS; a server that does not is not spoken to. */
    START_TLS(587),
    /** TLS from the first byte. */
    TLS(465),
    /** Not at all: for servers on this machine. */
    NONE(25);

    private final int port;

    MailSecurity(int port) {
        this.port = port;
    }

    /** The port that is usual for it. */
    public int port() {
        return port;
    }
}

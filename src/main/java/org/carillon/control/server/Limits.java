package org.carillon.control.server;

import java.util.Map;

/**
 * How much strangers can ask of the server before they have shown a token. The JDK's server is told by system properties, once for
 * the whole process; one that was set before is left as it is.
 *
 * <p>Half a request gives way to the next one ({@link RequestThreads}). A connection on which nothing at all was sent does not: of these
 * the JDK's server tells nothing. A user of this machine who keeps opening them can so have others cut off, the owner's commands too,
 * though no job is delayed and nobody is let in by it.
 */
final class Limits {
    /** How many connections there may be at once; any more is closed as soon as it is made. */
    static final int CONNECTIONS = 2048;
    /** How many requests may be read or answered at once. */
    static final int REQUESTS = 1024;
    /** How long a request may take to arrive, in seconds. */
    static final int REQUEST_SECONDS = 10;

    private static final Map<String, String> PROPERTIES = Map.of(
            "jdk.httpserver.maxConnections", Integer.toString(CONNECTIONS),
            "sun.net.httpserver.maxReqTime", Integer.toString(REQUEST_SECONDS),
            "sun.net.httpserver.maxReqHeaders", "64",
            "sun.net.httpserver.maxReqHeaderSize", "16384",
            // Without it, an answer waits 40 ms for the acknowledgement of its own first part.
            "sun.net.httpserver.nodelay", "true");

    private Limits() {}

    static void apply() {
        PROPERTIES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}

package org.carillon.control.server;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import org.carillon.control.ControlAddress;
import org.carillon.message.Message;

/**
 * Lets in who brings the token, and nobody whom a web page has sent: a page can make its reader's browser send requests to this
 * machine, by its own name for it (DNS rebinding: told by the Host header) or by ours (told by Origin and Sec-Fetch-Site).
 */
final class Gate {
    private static final String SCHEME = "Bearer ";

    private final Set<String> hosts;
    private final byte[] token;

    Gate(ControlAddress address) {
        this.hosts = Set.of(ControlAddress.HOST + ":" + address.port(), "localhost:" + address.port());
        this.token = address.token().getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws ProblemException if the request is not let in */
    void check(Headers headers) {
        String host = headers.getFirst("Host");
        if (host == null || headers.get("Host").size() != 1 || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw ProblemException.of(Problem.Kind.WRONG_HOST, Message.of("control.wrongHost", String.valueOf(host)));
        }
        String site = headers.getFirst("Sec-Fetch-Site");
        if (headers.containsKey("Origin") || site != null && !site.equals("none")) {
            throw ProblemException.of(Problem.Kind.CROSS_SITE, Message.of("control.crossSite"));
        }
        String given = headers.getFirst("Authorization");
        if (given == null) {
            throw ProblemException.of(Problem.Kind.UNAUTHORIZED, Message.of("control.noToken"));
        }
        if (!given.startsWith(SCHEME) || !isToken(given.substring(SCHEME.length()))) {
            throw ProblemException.of(Problem.Kind.UNAUTHORIZED, Message.of("control.wrongToken"));
        }
    }

    /** Takes as long for a wrong one that is nearly right as for any other. */
    private boolean isToken(String given) {
        return MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
    }
}

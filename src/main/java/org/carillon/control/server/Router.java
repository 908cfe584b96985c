package org.carillon.control.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.carillon.message.Message;

/** Which route a request takes. A path is taken as it is: none of its segments can lead upwards or anywhere else. */
final class Router {
    /** A route, and the values of the parameters in the path. */
    record Found(Route route, Map<String, String> path) {}

    private final List<Route> routes;

    Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    List<Route> routes() {
        return routes;
    }

    /** @throws ProblemException if there is none */
    Found find(String method, String rawPath) {
        String[] segments = rawPath.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            segments[i] = decode(segments[i], rawPath);
        }
        if (leadsElsewhere(segments)) {
            throw ProblemException.suspicious(null, rawPath);
        }
        List<String> otherMethods = new ArrayList<>();
        for (Route route : routes) {
            Map<String, String> values = route.match(segments);
            if (values != null && route.method().equals(method)) {
                return new Found(route, values);
            }
            if (values != null) {
                otherMethods.add(route.method());
            }
        }
        throw otherMethods.isEmpty()
                ? ProblemException.notFound(Message.of("control.noPath", rawPath))
                : ProblemException.of(Problem.Kind.METHOD_NOT_ALLOWED,
                        Message.of("control.noMethod", method, rawPath, String.join(", ", otherMethods)));
    }

    /** Whether one of the parts of a path is not the plain name of something, but a way to somewhere else. */
    static boolean leadsElsewhere(String[] segments) {
        return Arrays.stream(segments).anyMatch(segment -> segment.equals(".") || segment.equals("..")
                || segment.chars().anyMatch(each -> each == '/' || each == '\\' || each < ' '));
    }

    private static String decode(String segment, String rawPath) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound(Message.of("control.noPath", rawPath));
        }
    }
}

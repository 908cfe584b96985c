package org.carillon.control.server;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One thing that can be asked for.
 *
 * @param method GET, POST, …
 * @param path   with parameters in braces: {@code /v1/jobs/{job}}
 * @param query  the parameters that it knows
 * @param handler answers it
 */
record Route(String method, String path, Set<String> query, Handler handler) {
    /** Answers a request, on a virtual thread of its own. */
    @FunctionalInterface
    interface Handler {
        Reply answer(Request request) throws IOException, InterruptedException;
    }

    static Route of(String method, String path, Handler handler, String... query) {
        return new Route(method, path, new TreeSet<>(List.of(query)), handler);
    }

    /** The values of its parameters in a path; null if that is another path. */
    Map<String, String> match(String[] segments) {
        String[] wanted = path.split("/", -1);
        if (wanted.length != segments.length) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                values.put(wanted[i].substring(1, wanted[i].length() - 1), segments[i]);
            } else if (!wanted[i].equals(segments[i])) {
                return null;
            }
        }
        return values;
    }
}

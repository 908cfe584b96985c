package org.carillon.control.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer.
 *
 * @param length of its body in bytes; 0 for none, -1 for one whose end is not known yet
 * @param body   writes it
 */
record Reply(int status, Map<String, String> headers, long length, Body body) {
    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    /** Writes a body. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    static Reply json(int status, JsonNode node) {
        return bytes(status, JSON, JsonMapper.shared().writeValueAsBytes(node));
    }

    static Reply json(JsonNode node) {
        return json(200, node);
    }

    static Reply nothing() {
        return new Reply(204, Map.of(), 0, out -> { });
    }

    static Reply bytes(int status, String type, byte[] bytes) {
        return new Reply(status, Map.of("Content-Type", type), bytes.length, out -> out.write(bytes));
    }

    /** One whose end is not known yet. */
    static Reply stream(String type, Body body) {
        return new Reply(200, Map.of("Content-Type", type), -1, body);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, length, body);
    }
}

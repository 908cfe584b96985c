package org.carillon.control.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.carillon.message.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists by cursor: a page says where the next one begins, however much is added or removed in between. */
final class Pages {
    static final int USUAL = 100;
    static final int LARGEST = 10_000;

    private Pages() {}

    static int limit(Request request) {
        return request.number("limit", 1, LARGEST, USUAL);
    }

    /** @param found one more than the page holds, if there are more @param cursor of the last element of a page */
    static <T> ObjectNode page(List<T> found, int limit, Function<T, JsonNode> json, Function<T, String> cursor) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode items = page.putArray("items");
        List<T> shown = found.subList(0, Math.min(limit, found.size()));
        shown.forEach(element -> items.add(json.apply(element)));
        page.put("next", found.size() > limit ? encode(cursor.apply(shown.getLast())) : null);
        return page;
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @return null where the first page is wanted @throws ProblemException if it is none of ours */
    static String cursor(Request request) {
        return request.query("cursor").map(text -> {
            try {
                return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw ProblemException.wrongField("cursor", Message.of("control.parameter", text, "cursor"), e);
            }
        }).orElse(null);
    }
}

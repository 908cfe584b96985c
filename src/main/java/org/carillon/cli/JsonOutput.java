package org.carillon.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.carillon.job.JsonTimes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The public JSON form of output: one array, an element a line. */
final class JsonOutput {
    static final JsonMapper MAPPER = JsonMapper.shared();

    private JsonOutput() {}

    static void array(List<? extends JsonNode> elements, PrintStream out) {
        out.print("[");
        String before = "\n";
        for (JsonNode element : elements) {
            out.print(before);
            out.print(MAPPER.writeValueAsString(element));
            before = ",\n";
        }
        out.println(elements.isEmpty() ? "]" : "\n]");
    }

    /** One object on a line of its own. */
    static void line(JsonNode node, PrintStream out) {
        out.println(MAPPER.writeValueAsString(node));
        out.flush();
    }

    /** A time to the millisecond; null for null. */
    static void time(ObjectNode node, String key, Instant time, ZoneId zone) {
        node.put(key, time == null ? null : JsonTimes.write(time.truncatedTo(ChronoUnit.MILLIS), zone));
    }
}

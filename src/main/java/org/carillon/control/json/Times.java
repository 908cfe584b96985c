package org.carillon.control.json;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.carillon.job.JsonTimes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Times and durations as the command line and the control API write them. */
public final class Times {
    private Times() {}

    /** A time to the millisecond; null for null. */
    public static void put(ObjectNode node, String key, Instant time, ZoneId zone) {
        node.put(key, time == null ? null : JsonTimes.write(time.truncatedTo(ChronoUnit.MILLIS), zone));
    }

    static void putMillis(ObjectNode node, String key, Duration duration) {
        node.put(key, duration == null ? null : (Long) duration.toMillis());
    }

    /** The time under a key, null for null or nothing. */
    static Instant read(JsonNode node, String key) {
        String text = text(node, key);
        return text == null ? null : JsonTimes.parse(text, ZoneOffset.UTC);
    }

    static String text(JsonNode node, String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value.stringValue();
    }
}

package org.carillon.trigger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference cases, one JSON object a line. */
final class Vectors {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Vectors() {}

    static Stream<JsonNode> rows(String file) {
        List<JsonNode> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Vectors.class.getResourceAsStream("vectors/" + file), StandardCharsets.UTF_8))) {
            lines.lines().map(MAPPER::readTree).forEach(rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.stream();
    }

    static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    static List<Instant> expected(JsonNode row) {
        List<Instant> expected = new ArrayList<>();
        row.get("expect").forEach(time -> expected.add(time(time.stringValue())));
        return expected;
    }

    /** The first runs at or after {@code from}; fewer when no more follow. */
    static List<Instant> runs(Trigger trigger, Instant from, int count) {
        List<Instant> runs = new ArrayList<>();
        Instant after = from.minusNanos(1);
        while (runs.size() < count) {
            Instant next = trigger.next(after);
            if (next == null) {
                return runs;
            }
            runs.add(next);
            after = next;
        }
        return runs;
    }
}

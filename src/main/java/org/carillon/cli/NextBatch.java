package org.carillon.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.carillon.job.FormatException;
import org.carillon.job.JsonFields;
import org.carillon.job.JsonNames;
import org.carillon.job.JsonTimes;
import org.carillon.job.TriggerJson;
import org.carillon.message.ExplainedException;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers {@code next --batch}: one JSON object a line in, one out, in order. What is there to read is answered before more is waited for. */
final class NextBatch {
    private static final int MOST_AT_ONCE = 2_000;
    private static final int BUFFER = 1 << 16;
    /** What some editors on Windows put in front of a text. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Terminal terminal;
    private final ZoneId zone;
    private final Language language;

    NextBatch(Terminal terminal, ZoneId zone, Language language) {
        this.terminal = terminal;
        this.zone = zone;
        this.language = language;
    }

    void run() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8), BUFFER)) {
            List<String> rows = new ArrayList<>();
            in.mark(1);
            if (in.read() != BYTE_ORDER_MARK) {
                in.reset();
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                rows.add(line);
                if (rows.size() == MOST_AT_ONCE || !in.ready()) {
                    answer(rows);
                    rows.clear();
                }
            }
            answer(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(List<String> rows) {
        rows.parallelStream().filter(row -> !row.isBlank()).map(this::answer).toList().forEach(terminal.out()::println);
        terminal.out().flush();
    }

    private String answer(String row) {
        ObjectNode answer = JsonOutput.MAPPER.createObjectNode();
        answer.putNull("id");
        try {
            JsonNode node = JsonOutput.MAPPER.readTree(row);
            if (node.isObject() && node.has("id")) {
                answer.set("id", node.get("id"));
            }
            fill(answer, JsonFields.of(node, ""));
        } catch (JacksonException e) {
            refuse(answer, FormatException.notJson(e), null, null);
        } catch (FormatException e) {
            TriggerException mistake = e.getCause() instanceof TriggerException cause ? cause : null;
            refuse(answer, mistake == null ? e.explanation() : mistake.explanation(), mistake == null ? e.place() : mistake.field(), mistake);
            if (mistake != null && !e.place().isEmpty()) {
                answer.put("place", e.place());
            }
        } catch (TriggerException e) {
            refuse(answer, e.explanation(), e.field(), e);
        } catch (ExplainedException e) {
            refuse(answer, e.explanation(), null, null);
        }
        return JsonOutput.MAPPER.writeValueAsString(answer);
    }

    private void fill(ObjectNode answer, JsonFields row) {
        String seed = row.get("id").map(id -> id.asString(id.toString())).orElse("");
        JsonNode trigger = row.require("trigger");
        int count = row.integer("count", 1).orElse(NextCommand.DEFAULT_COUNT);
        if (count > NextCommand.MOST) {
            throw new FormatException("count", Message.of("cli.next.count", NextCommand.MOST));
        }
        Instant from = row.text("from").map(text -> time(text, zone(trigger))).orElseGet(terminal.clock()::instant);
        row.end();
        Trigger read = TriggerJson.read(trigger, "", new TriggerDefaults(zone, from, seed));
        NextCommand.put(answer, read, from, count, language);
    }

    /** The trigger's own zone, for a {@code from} without an offset; a wrong one is reported when the trigger is read. */
    private ZoneId zone(JsonNode trigger) {
        String name = trigger.path("timezone").asString("");
        try {
            return name.isEmpty() ? zone : ZoneId.of(name);
        } catch (DateTimeException e) {
            return zone;
        }
    }

    private static Instant time(String text, ZoneId zone) {
        try {
            return JsonTimes.parse(text, zone);
        } catch (DateTimeException e) {
            throw new FormatException("from", Message.of("job.format.notTime", text), e);
        }
    }

    private void refuse(ObjectNode answer, Message why, String field, TriggerException mistake) {
        answer.put("error", why.in(language)).put("field", field == null || field.isEmpty() ? null : field);
        if (mistake != null && mistake.hasPosition()) {
            answer.putArray("position").add(mistake.from()).add(mistake.to());
        } else {
            answer.putNull("position");
        }
        if (mistake != null && !mistake.mends().isEmpty()) {
            ArrayNode mends = answer.putArray("mends");
            mistake.mends().forEach(mend -> mends.addObject().put("label", mend.label().in(language)).put("expression", mend.expression())
                    .put("dialect", mend.dialect() == null ? null : JsonNames.of(mend.dialect())));
        }
    }
}

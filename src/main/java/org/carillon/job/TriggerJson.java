package org.carillon.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.carillon.message.Message;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of triggers: format {@code carillon/1}. What depends on the moment is written out. */
public final class TriggerJson {
    private static final List<String> TYPES = List.of("cron", "interval", "date");

    private TriggerJson() {}

    /**
     * Reads a trigger strictly.
     *
     * @param place where it stands, for errors; empty for a trigger on its own
     * @throws FormatException  for what is not in the format; it names the place
     * @throws TriggerException for an expression that is not a schedule; it names the field and the position
     */
    public static Trigger read(JsonNode node, String place, TriggerDefaults defaults) {
        return read(node, place, defaults, ClockChange.ONCE);
    }

    private static Trigger read(JsonNode node, String place, TriggerDefaults outer, ClockChange outerChange) {
        JsonFields fields = JsonFields.of(node, place);
        String type = fields.requireText("type");
        ZoneId zone = fields.parsed("timezone", ZoneId::of, "job.format.notZone").orElse(outer.zone());
        TriggerDefaults defaults = outer.in(zone);
        ClockChange clockChange = fields.choice("clockChange", ClockChange.class).orElse(outerChange);
        Instant start = JsonTimes.read(fields, "start", zone);
        Instant end = JsonTimes.read(fields, "end", zone);
        Trigger trigger = switch (type) {
            case "cron" -> cron(fields, defaults).between(start, end).withClockChange(clockChange);
            case "interval" -> {
                Duration every = fields.duration("every").orElseThrow(() -> missing(fields, "every"));
                Instant first = start == null ? IntervalTrigger.firstRun(every, defaults.now()) : start;
                yield new IntervalTrigger(every, first, end, zone, clockChange);
            }
            case "date" -> {
                Instant at = JsonTimes.read(fields, "at", zone);
                yield new DateTrigger(at == null ? defaults.now() : at, start, end, zone, clockChange);
            }
            default -> throw new FormatException(fields.place("type"),
                    Message.of("job.format.notChoice", type, String.join(", ", TYPES)));
        };
        fields.end();
        return trigger;
    }

    private static FormatException missing(JsonFields fields, String key) {
        return new FormatException(fields.place(), Message.of("job.format.missing", key));
    }

    private static CronTrigger cron(JsonFields fields, TriggerDefaults defaults) {
        Dialect dialect = fields.choice("dialect", Dialect.class).orElse(null);
        return CronTrigger.parse(fields.requireText("expression"), dialect, defaults);
    }

    /** The form that {@link #read} takes back without loss. */
    public static ObjectNode write(Trigger trigger) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (trigger) {
            case CronTrigger cron -> {
                node.put("type", "cron").put("expression", cron.expression());
                if (cron.dialect() != CronTrigger.guessDialect(cron.expression())) {
                    node.put("dialect", JsonNames.of(cron.dialect()));
                }
            }
            case IntervalTrigger interval -> node.put("type", "interval").put("every", interval.every().toString());
            case DateTrigger date -> node.put("type", "date").put("at", JsonTimes.write(date.at(), date.zone()));
        }
        node.put("timezone", trigger.zone().getId());
        putTime(node, "start", trigger.start(), trigger.zone());
        putTime(node, "end", trigger.end(), trigger.zone());
        if (trigger.clockChange() != ClockChange.ONCE) {
            node.put("clockChange", JsonNames.of(trigger.clockChange()));
        }
        return node;
    }

    private static void putTime(ObjectNode node, String key, Instant time, ZoneId zone) {
        if (time != null) {
            node.put(key, JsonTimes.write(time, zone));
        }
    }
}

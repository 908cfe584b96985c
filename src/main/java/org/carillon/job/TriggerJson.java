package org.carillon.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carillon.message.Message;
import org.carillon.trigger.AllTrigger;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.CalendarIntervalTrigger;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.CronFieldsTrigger;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of triggers: format {@code carillon/1}. What depends on the moment is written out. */
public final class TriggerJson {
    private static final List<String> TYPES = List.of("cron", "interval", "date", "calendarInterval", "any", "all");
    private static final List<ChronoUnit> UNITS = List.of(ChronoUnit.YEARS, ChronoUnit.MONTHS, ChronoUnit.WEEKS, ChronoUnit.DAYS);

    private TriggerJson() {}

    /**
     * Reads a trigger strictly.
     *
     * @param place where it stands, for errors; empty for a trigger on its own
     * @throws FormatException  for what is not in the format; it names the place
     * @throws TriggerException for an expression that is not a schedule; it names the field and the position. Of a part of {@code any}
     *                          or {@code all}, it is the cause of a {@code FormatException} that names the part
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
            case "cron" -> cron(fields, defaults, start, end, clockChange);
            case "interval" -> {
                Duration every = fields.duration("every").orElseThrow(() -> missing(fields, "every"));
                Instant first = start == null ? IntervalTrigger.firstRun(every, defaults.now()) : start;
                yield new IntervalTrigger(every, first, end, zone, clockChange);
            }
            case "date" -> {
                Instant at = JsonTimes.read(fields, "at", zone);
                yield new DateTrigger(at == null ? defaults.now() : at, start, end, zone, clockChange);
            }
            case "calendarInterval" -> calendarInterval(fields, defaults, start, end, clockChange);
            case "any" -> new AnyTrigger(parts(fields, defaults, clockChange), start, end, zone, clockChange);
            case "all" -> new AllTrigger(parts(fields, defaults, clockChange), start, end, zone, clockChange);
            default -> throw new FormatException(fields.place("type"),
                    Message.of("job.format.notChoice", type, String.join(", ", TYPES)));
        };
        fields.end();
        return trigger;
    }

    private static FormatException missing(JsonFields fields, String key) {
        return new FormatException(fields.place(key), Message.of("job.format.missing", key));
    }

    private static Trigger cron(JsonFields fields, TriggerDefaults defaults, Instant start, Instant end, ClockChange clockChange) {
        if (fields.has("fields")) {
            if (fields.has("expression") || fields.has("dialect")) {
                throw new FormatException(fields.place(), Message.of("job.format.expressionOrFields"));
            }
            JsonFields given = fields.object("fields").orElseThrow();
            Map<String, String> texts = new LinkedHashMap<>();
            for (String key : given.keys()) {
                given.textOrNumber(key).ifPresent(text -> texts.put(key, text));
            }
            return CronFieldsTrigger.parse(texts, defaults).between(start, end).withClockChange(clockChange);
        }
        Dialect dialect = fields.choice("dialect", Dialect.class).orElse(null);
        return CronTrigger.parse(fields.requireText("expression"), dialect, defaults).between(start, end).withClockChange(clockChange);
    }

    private static Trigger calendarInterval(JsonFields fields, TriggerDefaults defaults, Instant start, Instant end,
                                            ClockChange clockChange) {
        ChronoUnit unit = null;
        int count = 0;
        for (ChronoUnit candidate : UNITS) {
            Optional<Integer> number = fields.integer(key(candidate), 1);
            if (number.isPresent() && unit != null) {
                throw new FormatException(fields.place(), Message.of("job.format.oneUnit"));
            }
            unit = number.isPresent() ? candidate : unit;
            count = number.orElse(count);
        }
        if (unit == null) {
            throw new FormatException(fields.place(), Message.of("job.format.oneUnit"));
        }
        LocalTime time = fields.parsed("time", LocalTime::parse, "job.format.notClockTime").orElse(LocalTime.MIDNIGHT);
        ZoneId zone = defaults.zone();
        Instant first = start == null ? LocalDate.ofInstant(defaults.now(), zone).atStartOfDay(zone).toInstant() : start;
        return new CalendarIntervalTrigger(count, unit, time, first, end, zone, clockChange);
    }

    private static String key(ChronoUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    private static List<Trigger> parts(JsonFields fields, TriggerDefaults defaults, ClockChange clockChange) {
        fields.require("triggers");
        return fields.list("triggers", (node, place) -> {
            try {
                return read(node, place, defaults, clockChange);
            } catch (TriggerException e) {
                throw new FormatException(place, e.explanation(), e);
            }
        });
    }

    /** The form that {@link #read} takes back without loss. */
    public static ObjectNode write(Trigger trigger) {
        return write(trigger, null);
    }

    private static ObjectNode write(Trigger trigger, Trigger parent) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (trigger) {
            case CronTrigger cron -> {
                node.put("type", "cron").put("expression", cron.expression());
                if (cron.dialect() != CronTrigger.guessDialect(cron.expression())) {
                    node.put("dialect", JsonNames.of(cron.dialect()));
                }
            }
            case CronFieldsTrigger cron -> cron.fields().forEach(node.put("type", "cron").putObject("fields")::put);
            case IntervalTrigger interval -> node.put("type", "interval").put("every", interval.every().toString());
            case DateTrigger date -> node.put("type", "date").put("at", JsonTimes.write(date.at(), date.zone()));
            case CalendarIntervalTrigger interval -> node.put("type", "calendarInterval").put(key(interval.unit()), interval.count())
                    .put("time", DateTimeFormatter.ISO_LOCAL_TIME.format(interval.time()));
            case AnyTrigger any -> putParts(node.put("type", "any"), any.parts(), any);
            case AllTrigger all -> putParts(node.put("type", "all"), all.parts(), all);
        }
        if (parent == null || !parent.zone().equals(trigger.zone())) {
            node.put("timezone", trigger.zone().getId());
        }
        putTime(node, "start", trigger.start(), trigger.zone());
        putTime(node, "end", trigger.end(), trigger.zone());
        if (trigger.clockChange() != (parent == null ? ClockChange.ONCE : parent.clockChange())) {
            node.put("clockChange", JsonNames.of(trigger.clockChange()));
        }
        return node;
    }

    private static void putParts(ObjectNode node, List<Trigger> parts, Trigger parent) {
        ArrayNode list = node.putArray("triggers");
        parts.forEach(part -> list.add(write(part, parent)));
    }

    private static void putTime(ObjectNode node, String key, Instant time, ZoneId zone) {
        if (time != null) {
            node.put(key, JsonTimes.write(time, zone));
        }
    }
}

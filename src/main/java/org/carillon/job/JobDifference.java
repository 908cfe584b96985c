package org.carillon.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerWords;
import tools.jackson.databind.JsonNode;

/**
 * A field in which two forms of a job differ.
 *
 * @param field  its name in the job's JSON, as {@code workingDirectory}
 * @param part   of a field that holds several things by their names, such as variables, the name; else empty
 * @param before what it was, for people; empty for nothing
 * @param after  what it became
 */
public record JobDifference(String field, String part, String before, String after) {
    private static final Set<String> BY_NAME = Set.of("environment", "headers");
    private static final Set<String> GROUPS = Set.of("success", "retry");

    private record Place(String field, String part) {}

    /** Field by field, in the order of the JSON; empty if they say the same. Ids are not compared. */
    public static List<JobDifference> between(Job before, Job after, Language language) {
        Map<Place, String> old = values(before, language);
        Map<Place, String> now = values(after, language);
        if (!before.trigger().isWrittenLike(after.trigger())) {
            putTriggers(before.trigger(), after.trigger(), old, now, language);
        }
        Set<Place> places = new LinkedHashSet<>(old.keySet());
        places.addAll(now.keySet());
        List<JobDifference> differences = new ArrayList<>();
        for (Place place : places) {
            String was = old.getOrDefault(place, "");
            String is = now.getOrDefault(place, "");
            if (!was.equals(is)) {
                differences.add(new JobDifference(place.field, place.part, was, is));
            }
        }
        return differences;
    }

    /** What the field is called. */
    public String name(Language language) {
        String name = Message.of("job.field." + field).in(language);
        return part.isEmpty() ? name : name + " " + part;
    }

    /** Schedules that read the same may differ in when they begin, or in their zone. */
    private static void putTriggers(Trigger before, Trigger after, Map<Place, String> old, Map<Place, String> now, Language language) {
        String was = TriggerWords.describe(before, language);
        String is = TriggerWords.describe(after, language);
        boolean same = was.equals(is);
        Place place = new Place("trigger", "");
        old.put(place, same ? TriggerJson.write(before).toString() : was);
        now.put(place, same ? TriggerJson.write(after).toString() : is);
    }

    private static Map<Place, String> values(Job job, Language language) {
        Map<Place, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : JobJson.write(job).properties()) {
            switch (field.getKey()) {
                case "id", "trigger" -> { }
                case "action", "policy" -> put(field.getValue(), values, language);
                default -> values.put(new Place(field.getKey(), ""), text(field.getValue(), language));
            }
        }
        return values;
    }

    private static void put(JsonNode object, Map<Place, String> values, Language language) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            if (BY_NAME.contains(field.getKey())) {
                value.properties().forEach(part -> values.put(new Place(field.getKey(), part.getKey()), text(part.getValue(), language)));
            } else if (GROUPS.contains(field.getKey())) {
                put(value, values, language);
            } else if (field.getKey().equals("jitter") && object.has("backoff")) {
                values.put(new Place("retryJitter", ""), text(value, language));
            } else {
                values.put(new Place(field.getKey(), ""), text(value, language));
            }
        }
    }

    private static String text(JsonNode value, Language language) {
        if (value.isNull()) {
            return "";
        }
        if (value.isBoolean()) {
            return Message.of(value.booleanValue() ? "job.field.yes" : "job.field.no").in(language);
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).map(each -> text(each, language)).collect(Collectors.joining(" "));
        }
        return value.isString() ? duration(value.stringValue()) : value.toString();
    }

    /** PT1H30M as 1h30m. */
    private static String duration(String text) {
        return text.matches("PT[0-9HMS.]+") ? Duration.parse(text).toString().substring(2).toLowerCase(Locale.ROOT) : text;
    }
}

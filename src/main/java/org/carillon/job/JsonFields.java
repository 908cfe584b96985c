package org.carillon.job;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.carillon.message.Message;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object, read strictly: every key that is read is remembered, and {@link #end()} refuses the others.
 * Every error names the place. Not thread-safe.
 */
public final class JsonFields {
    private final JsonNode node;
    private final String place;
    private final Set<String> known = new LinkedHashSet<>();

    private JsonFields(JsonNode node, String place) {
        this.node = node;
        this.place = place;
    }

    /** @throws FormatException if the node is not an object */
    public static JsonFields of(JsonNode node, String place) {
        if (!node.isObject()) {
            throw new FormatException(place, Message.of("job.format.notObject"));
        }
        return new JsonFields(node, place);
    }

    /** The place of this object, for errors: {@code jobs[0].trigger}; empty for the root. */
    public String place() {
        return place;
    }

    /** The place of one of its keys. */
    public String place(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    public boolean has(String key) {
        return get(key).isPresent();
    }

    /** The raw value, empty when absent or null. */
    public Optional<JsonNode> get(String key) {
        known.add(key);
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    /** Whether the key is there and says null, where that says something else than an absent one. */
    public boolean isNull(String key) {
        known.add(key);
        JsonNode value = node.get(key);
        return value != null && value.isNull();
    }

    public JsonNode require(String key) {
        return get(key).orElseThrow(() -> new FormatException(place(key), Message.of("job.format.missing", key)));
    }

    public String requireText(String key) {
        require(key);
        return text(key).orElseThrow();
    }

    public Optional<String> text(String key) {
        return get(key).map(value -> value.isString() ? value.stringValue() : textOf(value, place(key)));
    }

    /** As {@link #text}, but a number is taken as its text too (field values may be numbers or strings). */
    public Optional<String> textOrNumber(String key) {
        return get(key).map(value -> value.isNumber() ? value.asString() : textOf(value, place(key)));
    }

    public Optional<Boolean> bool(String key) {
        return get(key).map(value -> {
            if (!value.isBoolean()) {
                throw new FormatException(place(key), Message.of("job.format.notBoolean"));
            }
            return value.booleanValue();
        });
    }

    /** A whole number of at least {@code least}. */
    public Optional<Integer> integer(String key, int least) {
        return get(key).map(value -> {
            if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least) {
                throw new FormatException(place(key), Message.of("job.format.notInteger", Integer.toString(least)));
            }
            return value.intValue();
        });
    }

    public Optional<Double> decimal(String key) {
        return get(key).map(value -> {
            if (!value.isNumber()) {
                throw new FormatException(place(key), Message.of("job.format.notNumber"));
            }
            return value.doubleValue();
        });
    }

    /** An ISO-8601 duration, days as 24 hours. */
    public Optional<Duration> duration(String key) {
        return parsed(key, Duration::parse, "job.format.notDuration");
    }

    /** A text that {@code parser} understands; its {@link DateTimeException} or {@link IllegalArgumentException} means it does not. */
    public <T> Optional<T> parsed(String key, Function<String, T> parser, String messageKey) {
        return text(key).map(text -> {
            try {
                return parser.apply(text);
            } catch (FormatException e) {
                throw new FormatException(place(key), e.plainExplanation(), e);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new FormatException(place(key), Message.of(messageKey, text), e);
            }
        });
    }

    /** One of an enum's names, written in camel case as in the format. */
    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return text(key).map(text -> {
            for (E constant : type.getEnumConstants()) {
                if (JsonNames.of(constant).equals(text)) {
                    return constant;
                }
            }
            throw new FormatException(place(key), Message.of("job.format.notChoice", text, JsonNames.all(type)));
        });
    }

    public Optional<JsonFields> object(String key) {
        return get(key).map(value -> of(value, place(key)));
    }

    /** A list whose elements {@code reader} reads, given each with its place. Empty when the key is absent. */
    public <T> List<T> list(String key, BiFunction<JsonNode, String, T> reader) {
        Optional<JsonNode> value = get(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!value.get().isArray()) {
            throw new FormatException(place(key), Message.of("job.format.notList"));
        }
        List<T> elements = new ArrayList<>();
        for (JsonNode element : value.get()) {
            elements.add(reader.apply(element, place(key) + "[" + elements.size() + "]"));
        }
        return elements;
    }

    public List<String> texts(String key) {
        return list(key, JsonFields::textOf);
    }

    /** An object of texts, in its order. */
    public Map<String, String> textMap(String key) {
        Map<String, String> entries = new LinkedHashMap<>();
        object(key).ifPresent(object -> object.node.properties().forEach(entry ->
                entries.put(entry.getKey(), textOf(entry.getValue(), object.place(entry.getKey())))));
        return entries;
    }

    /** The keys that are there, in their order. */
    public List<String> keys() {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** Says that all known keys have been asked for. @throws FormatException that names the first unknown key */
    public void end() {
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw new FormatException(place(key), Message.of("job.format.unknownKey", key, String.join(", ", known)));
            }
        }
    }

    private static String textOf(JsonNode value, String place) {
        if (!value.isString()) {
            throw new FormatException(place, Message.of("job.format.notText"));
        }
        return value.stringValue();
    }
}

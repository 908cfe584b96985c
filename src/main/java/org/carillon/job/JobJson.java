package org.carillon.job;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.carillon.message.Message;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Jobs as JSON, the public format {@code carillon/1}. Reading is strict: an unknown key, a wrong type or a value
 * that is not allowed is a {@link FormatException} that names its place. No type name in the text is ever trusted.
 */
public final class JobJson {
    public static final String FORMAT = "carillon/1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JobJson() {}

    /**
     * The jobs of a file.
     *
     * @param text     JSON
     * @param defaults what a job without them takes as zone and moment; the seed is each job's id
     * @throws FormatException if anything in it is wrong; then none of it is used
     */
    public static List<Job> readFile(String text, TriggerDefaults defaults) {
        return readFile(parse(withoutMark(text)), defaults);
    }

    /** As {@link #readFile(String, TriggerDefaults)}, of what another notation of the same tree was read as. */
    public static List<Job> readFile(JsonNode tree, TriggerDefaults defaults) {
        JsonFields file = JsonFields.of(tree, "");
        if (!file.text("format").filter(FORMAT::equals).isPresent()) {
            throw new FormatException("", Message.of("job.format.wrongFormat"));
        }
        Set<String> taken = new LinkedHashSet<>();
        file.require("jobs");
        List<Job> jobs = file.list("jobs", (node, place) -> {
            Job job = read(node, place, taken, defaults);
            if (!taken.add(job.id())) {
                throw new FormatException(place + ".id", Message.of("job.id.twice", job.id()));
            }
            return job;
        });
        file.end();
        return jobs;
    }

    /** One job from its own text. */
    public static Job readJob(String text, TriggerDefaults defaults) {
        return read(parse(text), "", Set.of(), defaults);
    }

    /** One job from a node, as {@link #readJob} does. */
    public static Job read(JsonNode node, TriggerDefaults defaults) {
        return read(node, "", Set.of(), defaults);
    }

    public static String writeFile(List<Job> jobs) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(writeTree(jobs)) + "\n";
    }

    /** What {@link #writeFile} writes, as a tree for another notation. */
    public static ObjectNode writeTree(List<Job> jobs) {
        ObjectNode file = MAPPER.createObjectNode();
        file.put("format", FORMAT);
        ArrayNode list = file.putArray("jobs");
        jobs.forEach(job -> list.add(write(job)));
        return file;
    }

    public static String writeJob(Job job) {
        return MAPPER.writeValueAsString(write(job));
    }

    /**
     * As short as it can be said: what has its default is left out, as {@link #readJob} has it then. For stores, which write and read
     * many; the defaults are part of the format and stay what they are.
     */
    public static String writeShort(Job job) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", job.id());
        node.put("name", job.name());
        putUnlessEmpty(node, "description", job.description());
        putUnlessEmpty(node, "group", job.group());
        if (!job.tags().isEmpty()) {
            job.tags().forEach(node.putArray("tags")::add);
        }
        if (!job.enabled()) {
            node.put("enabled", false);
        }
        node.set("trigger", TriggerJson.write(job.trigger()));
        node.set("action", ActionJson.writeShort(job.action()));
        if (!job.policy().equals(Policy.DEFAULT)) {
            node.set("policy", PolicyJson.write(job.policy()));
        }
        if (!job.executor().equals(Job.DEFAULT_EXECUTOR)) {
            node.put("executor", job.executor());
        }
        return MAPPER.writeValueAsString(node);
    }

    private static void putUnlessEmpty(ObjectNode node, String key, String text) {
        if (!text.isEmpty()) {
            node.put(key, text);
        }
    }

    /** The text without the byte order mark that some editors put in front. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
            throw FormatException.notJson(place, e);
        }
    }

    private static Job read(JsonNode node, String place, Set<String> taken, TriggerDefaults defaults) {
        JsonFields fields = JsonFields.of(node, place);
        String name = fields.text("name").or(() -> fields.text("id"))
                .orElseThrow(() -> new FormatException(fields.place("name"), Message.of("job.format.missing", "name")));
        String id = fields.parsed("id", JobId::check, "job.id.invalid").orElseGet(() -> JobId.fromName(name, taken::contains));
        TriggerDefaults own = new TriggerDefaults(defaults.zone(), defaults.now(), id);
        Job job = PlacedErrors.at(place, () -> new Job(
                id,
                name,
                fields.text("description").orElse(""),
                fields.text("group").orElse(""),
                new LinkedHashSet<>(fields.texts("tags")),
                fields.bool("enabled").orElse(true),
                readTrigger(fields, own),
                ActionJson.read(fields.require("action"), fields.place("action")),
                fields.object("policy").map(PolicyJson::read).orElse(Policy.DEFAULT),
                fields.text("executor").orElse(Job.DEFAULT_EXECUTOR)));
        fields.end();
        return job;
    }

    private static Trigger readTrigger(JsonFields fields, TriggerDefaults defaults) {
        JsonNode trigger = fields.require("trigger");
        try {
            return TriggerJson.read(trigger, fields.place("trigger"), defaults);
        } catch (TriggerException e) {
            throw new FormatException(fields.place("trigger"), e.explanation(), e);
        }
    }

    /** One job as a node, for output that holds more than the job. */
    public static ObjectNode write(Job job) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", job.id());
        node.put("name", job.name());
        node.put("description", job.description());
        node.put("group", job.group());
        ArrayNode tags = node.putArray("tags");
        new ArrayList<>(job.tags()).forEach(tags::add);
        node.put("enabled", job.enabled());
        node.set("trigger", TriggerJson.write(job.trigger()));
        node.set("action", ActionJson.write(job.action()));
        node.set("policy", PolicyJson.write(job.policy()));
        node.put("executor", job.executor());
        return node;
    }
}

package org.carillon.control.server;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carillon.engine.Scheduler;
import org.carillon.engine.WhenExists;
import org.carillon.interchange.Format;
import org.carillon.interchange.ImportEntry;
import org.carillon.interchange.ImportPlan;
import org.carillon.interchange.SourceFile;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.job.JsonFields;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.trigger.TriggerWords;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Jobs from files of this program and others. The files' text is in the request: no path of this machine is ever taken from one; a
 * name only helps to tell the format.
 */
final class ImportRoutes {
    /** A body that holds several files, each with its name. */
    private static final Pattern FILES = Pattern.compile("\\s*\\{\\s*\"files\"\\s*:");
    private static final String AUTO = "auto";

    private final Scheduler scheduler;
    private final InstantSource clock;
    private final JobBodies bodies;

    ImportRoutes(ServedInstance instance) {
        this.clock = instance.clock();
        this.scheduler = instance.scheduler();
        this.bodies = new JobBodies(instance);
    }

    List<Route> routes() {
        return List.of(Route.of("POST", "/v1/import", this::importFiles, "format", "name", "encoding", "dryRun", "whenExists"));
    }

    private Reply importFiles(Request request) throws IOException {
        WhenExists whenExists = request.parsed("whenExists", name -> WhenExists.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(WhenExists.REFUSE);
        boolean dryRun = request.flag("dryRun");
        ImportPlan plan = plan(request);
        // Before anything is added: what is said to exist was there before.
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = node.putArray("entries");
        plan.entries().stream().filter(entry -> !(entry.outcome() instanceof ImportEntry.Nothing))
                .forEach(entry -> entries.add(json(entry, request.language())));
        return Reply.json(node.put("added", dryRun || plan.jobs().isEmpty() ? 0 : scheduler.addAll(plan.jobs(), whenExists)));
    }

    private ImportPlan plan(Request request) throws IOException {
        Charset encoding = request.parsed("encoding", Charset::forName).orElse(null);
        byte[] body = request.bytes();
        String text = encoding == null ? new String(body, StandardCharsets.UTF_8) : "";
        if (FILES.matcher(text).lookingAt()) {
            JsonFields fields = JsonFields.of(bodies.tree(text), "");
            List<SourceFile> files = fields.list("files", (file, place) -> file(JsonFields.of(file, place)));
            fields.end();
            return ImportPlan.of(files, format(request).orElse(null), bodies.defaults(request));
        }
        String name = request.query("name").map(given -> name("name", given)).orElse("");
        Format format = request.query("format").isPresent() ? format(request).orElse(null) : Format.CARILLON;
        return ImportPlan.of(List.of(new SourceFile(name, body, encoding)), format, bodies.defaults(request));
    }

    private static SourceFile file(JsonFields file) {
        String name = name(file.place("name"), file.requireText("name"));
        String text = file.requireText("text");
        file.end();
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing is opened by it; whoever sends such a name tries something else than to import. */
    private static String name(String field, String given) {
        if (Router.leadsElsewhere(given.split("[/\\\\]", -1))) {
            throw ProblemException.suspicious(field, given);
        }
        return given;
    }

    /** @return empty to tell it by the content */
    private static Optional<Format> format(Request request) {
        return request.parsed("format", name -> name.equals(AUTO) ? Optional.<Format>empty()
                : Optional.of(Format.labelled(name).orElseThrow(() -> new IllegalArgumentException(name)))).orElse(Optional.empty());
    }

    private ObjectNode json(ImportEntry entry, Language language) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (!entry.file().isEmpty()) {
            node.put("file", entry.file());
        }
        if (entry.line() > 0) {
            node.put("line", entry.line());
        }
        if (entry.line() > 0 || entry.outcome() instanceof ImportEntry.Refused) {
            node.put("text", entry.text());
        }
        switch (entry.outcome()) {
            case ImportEntry.Becomes(Job job) -> node.put("exists", scheduler.job(job.id()).isPresent())
                    .put("schedule", TriggerWords.describe(job.trigger(), language, clock.instant())).set("job", JobJson.write(job));
            case ImportEntry.Sets(String name, String value) -> node.put("sets", name).put("value", value);
            case ImportEntry.Refused refused -> {
                node.put("error", refused.why().in(language));
                node.putArray("position").add(refused.from()).add(refused.to());
            }
            case ImportEntry.Nothing _ -> { }
        }
        ArrayNode warnings = node.putArray("warnings");
        entry.warnings().forEach((Message warning) -> warnings.add(warning.in(language)));
        return node;
    }
}

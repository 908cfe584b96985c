package org.carillon.control.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.carillon.engine.JobStatus;
import org.carillon.engine.NoSuchException;
import org.carillon.engine.Scheduler;
import org.carillon.interchange.ExportEntry;
import org.carillon.interchange.ExportFormat;
import org.carillon.interchange.ExportPlan;
import org.carillon.job.Job;
import org.carillon.message.Language;
import org.carillon.message.Message;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Jobs in the words of this program and others: the text, or what would become of each job and why. */
final class ExportRoutes {
    private static final String REPORT = "application/vnd.carillon.export-report+json";
    /** Names the jobs that the format cannot say. */
    private static final String LEFT_OUT = "Carillon-Left-Out";
    private static final String IMAGE = "busybox";

    private final Scheduler scheduler;
    private final JobBodies bodies;

    ExportRoutes(ServedInstance instance) {
        this.scheduler = instance.scheduler();
        this.bodies = new JobBodies(instance);
    }

    List<Route> routes() {
        return List.of(Route.of("GET", "/v1/export", this::export, "job", "format", "image", "dryRun"));
    }

    private Reply export(Request request) {
        ExportFormat format = request.parsed("format", name -> ExportFormat.labelled(name)
                .orElseThrow(() -> new IllegalArgumentException(name))).orElse(ExportFormat.JSON);
        ExportPlan plan = ExportPlan.of(jobs(request), format, bodies.defaults(request), request.query("image").orElse(IMAGE));
        if (request.flag("dryRun")) {
            return Reply.json(report(plan, request.language())).with("Content-Type", REPORT);
        }
        Reply reply = Reply.bytes(200, type(format), plan.text().getBytes(StandardCharsets.UTF_8));
        String leftOut = plan.refused().stream().map(entry -> entry.job().id()).collect(Collectors.joining(" "));
        return leftOut.isEmpty() ? reply : reply.with(LEFT_OUT, leftOut);
    }

    private static String type(ExportFormat format) {
        return switch (format) {
            case JSON -> Reply.JSON;
            case YAML, KUBERNETES -> "application/yaml";
            case CRONTAB, SYSTEMD -> "text/plain; charset=utf-8";
        };
    }

    private static ObjectNode report(ExportPlan plan, Language language) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = node.putArray("entries");
        for (ExportEntry entry : plan.entries()) {
            ObjectNode line = entries.addObject().put("id", entry.job().id()).put("leftOut", entry.isRefused());
            words(line.putArray("refusals"), entry.refusals(), language);
            words(line.putArray("warnings"), entry.warnings(), language);
        }
        words(node.putArray("notes"), plan.notes(), language);
        ArrayNode files = node.putArray("files");
        plan.files().forEach(file -> files.addObject().put("name", file.name()).put("text", file.text()));
        return node;
    }

    private static void words(ArrayNode array, List<Message> messages, Language language) {
        messages.forEach(message -> array.add(message.in(language)));
    }

    /** All that can be read, or those that are named. */
    private List<Job> jobs(Request request) {
        List<Job> jobs = new ArrayList<>();
        if (request.queries("job").isEmpty()) {
            scheduler.jobs().stream().filter(status -> !status.isBroken()).forEach(status -> jobs.add(status.job()));
        }
        for (String id : request.queries("job").stream().distinct().toList()) {
            JobStatus status = scheduler.job(id).orElseThrow(() -> new NoSuchException(Message.of("control.noJob", id)));
            if (status.isBroken()) {
                throw ProblemException.of(Problem.Kind.CONFLICT, status.problem());
            }
            jobs.add(status.job());
        }
        return jobs;
    }
}

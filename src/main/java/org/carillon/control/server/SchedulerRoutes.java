package org.carillon.control.server;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carillon.control.WindowRequest;
import org.carillon.control.json.StatusJson;
import org.carillon.engine.Scheduler;
import org.carillon.job.FormatException;
import org.carillon.job.JsonFields;
import org.carillon.job.JsonTimes;
import org.carillon.message.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The scheduler as a whole, and the program around it. */
final class SchedulerRoutes {
    private final ServedInstance instance;
    private final Scheduler scheduler;
    private final JobBodies bodies;

    SchedulerRoutes(ServedInstance instance) {
        this.instance = instance;
        this.scheduler = instance.scheduler();
        this.bodies = new JobBodies(instance);
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v1/scheduler", this::shown),
                Route.of("POST", "/v1/scheduler/pause", this::pause),
                Route.of("POST", "/v1/scheduler/resume", this::resume),
                Route.of("POST", "/v1/scheduler/shutdown", _ -> shutdown()),
                Route.of("POST", "/v1/environment/refresh", _ -> refreshEnvironment()),
                Route.of("POST", "/v1/window/raise", this::raise));
    }

    private Reply shown(Request request) {
        return Reply.json(StatusJson.write(scheduler.status(), request.language(), request.zone()));
    }

    private Reply pause(Request request) throws IOException {
        JsonFields fields = fields(request);
        Instant until = fields.parsed("until", text -> JsonTimes.parse(text, request.zone()), "job.format.notTime").orElse(null);
        fields.end();
        if (until != null && !until.isAfter(instance.clock().instant())) {
            throw new FormatException("until", Message.of("control.past", fields.text("until").orElse("")));
        }
        scheduler.pauseAll(until);
        return shown(request);
    }

    private Reply resume(Request request) {
        scheduler.resumeAll();
        return shown(request);
    }

    private Reply refreshEnvironment() {
        return Reply.json(JsonNodeFactory.instance.objectNode().put("variables", scheduler.refreshEnvironment()));
    }

    /** What runs is stopped, as the jobs' policies say. */
    private Reply shutdown() {
        instance.program().end();
        return new Reply(202, Map.of(), 0, _ -> { });
    }

    /** An empty body stands for an empty object. */
    private JsonFields fields(Request request) throws IOException {
        String body = request.body();
        return JsonFields.of(body.isBlank() ? JsonNodeFactory.instance.objectNode() : bodies.tree(body), "");
    }

    /** The files are read by the window, with the rights of whoever may send this; they are shown, and nothing is imported by it. */
    private Reply raise(Request request) throws IOException {
        JsonFields fields = fields(request);
        List<Path> files = fields.list("open", SchedulerRoutes::file);
        boolean newJob = fields.bool("newJob").orElse(false);
        fields.end();
        if (!instance.program().raise(new WindowRequest(files, newJob))) {
            throw ProblemException.notFound(Message.of("control.noWindow"));
        }
        return Reply.nothing();
    }

    private static Path file(JsonNode node, String place) {
        try {
            Path file = Path.of(node.asString(""));
            if (file.isAbsolute()) {
                return file.normalize();
            }
            throw new FormatException(place, Message.of("control.notAbsolute", node.asString("")));
        } catch (InvalidPathException e) {
            throw new FormatException(place, Message.of("control.notAbsolute", node.asString("")), e);
        }
    }
}

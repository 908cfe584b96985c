package org.carillon.control.server;

import java.util.List;
import org.carillon.control.json.VersionJson;
import org.carillon.engine.NoSuchException;
import org.carillon.engine.Scheduler;
import org.carillon.message.Message;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What jobs were before, and the way back. */
final class VersionRoutes {
    private final Scheduler scheduler;
    private final JobRoutes jobs;

    /** @param jobs by whom jobs are changed one request at a time, and shown */
    VersionRoutes(ServedInstance instance, JobRoutes jobs) {
        this.scheduler = instance.scheduler();
        this.jobs = jobs;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v1/jobs/{job}/versions", this::list),
                Route.of("POST", "/v1/jobs/{job}/versions/{version}/restore",
                        request -> jobs.changed(request, id -> scheduler.restore(id, number(request)), true)));
    }

    private Reply list(Request request) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode items = node.putArray("items");
        VersionJson.write(scheduler.versions(request.path("job")), request.zone()).forEach(items::add);
        return Reply.json(node);
    }

    /** Something that is no number names no version. */
    private static int number(Request request) {
        String text = request.path("version");
        if (!text.matches("\\d{1,9}")) {
            throw new NoSuchException(Message.of("engine.noVersion", request.path("job"), text));
        }
        return Integer.parseInt(text);
    }
}

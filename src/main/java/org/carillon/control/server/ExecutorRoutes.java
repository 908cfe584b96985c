package org.carillon.control.server;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.carillon.control.json.StatusJson;
import org.carillon.engine.ExecutorStatus;
import org.carillon.engine.Scheduler;
import org.carillon.job.ExecutorJson;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.JsonFields;
import org.carillon.store.ConflictException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Executors: listed, added, changed and removed. */
final class ExecutorRoutes {
    private final Scheduler scheduler;
    private final JobBodies bodies;

    ExecutorRoutes(ServedInstance instance) {
        this.scheduler = instance.scheduler();
        this.bodies = new JobBodies(instance);
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v1/executors", _ -> list()),
                Route.of("PUT", "/v1/executors/{executor}", this::put),
                Route.of("DELETE", "/v1/executors/{executor}", this::remove));
    }

    private Reply list() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode items = node.putArray("items");
        scheduler.executors().forEach(executor -> items.add(StatusJson.write(executor)));
        return Reply.json(node);
    }

    private Reply put(Request request) throws IOException {
        ExecutorSpec wanted = ExecutorJson.read(request.path("executor"), JsonFields.of(bodies.tree(request.body()), ""));
        boolean isNew = find(wanted.name()).isEmpty();
        if (isNew) {
            scheduler.addExecutor(wanted);
        } else {
            scheduler.changeExecutor(wanted);
        }
        Reply reply = Reply.json(isNew ? 201 : 200, StatusJson.write(find(wanted.name()).orElse(new ExecutorStatus(wanted, 0, 0))));
        return isNew ? reply.with("Location", "/v1/executors/" + wanted.name()) : reply;
    }

    private Reply remove(Request request) {
        try {
            scheduler.removeExecutor(request.path("executor"));
            return Reply.nothing();
        } catch (ConflictException e) {
            // No field of the request is to blame, least of all an id.
            throw ProblemException.of(Problem.Kind.CONFLICT, e.explanation());
        }
    }

    private Optional<ExecutorStatus> find(String name) {
        return scheduler.executors().stream().filter(executor -> executor.name().equals(name)).findFirst();
    }
}

package org.carillon.control.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** Everything that can be asked. Kept in step with the OpenAPI description by a test. */
final class Routes {
    private static final String DESCRIPTION = "/org/carillon/control/openapi.json";

    private Routes() {}

    static List<Route> of(ServedInstance instance, EventStream events, Metrics metrics) {
        List<Route> routes = new ArrayList<>();
        JobRoutes jobs = new JobRoutes(instance);
        routes.addAll(jobs.routes());
        routes.addAll(new VersionRoutes(instance, jobs).routes());
        routes.addAll(new RunRoutes(instance).routes());
        routes.addAll(new LogRoutes(instance).routes());
        routes.addAll(new ScheduleRoutes(instance).routes());
        routes.addAll(new SchedulerRoutes(instance).routes());
        routes.addAll(new ExecutorRoutes(instance).routes());
        routes.addAll(new ImportRoutes(instance).routes());
        routes.addAll(new ExportRoutes(instance).routes());
        routes.addAll(new CommandRoutes(instance).routes());
        routes.add(Route.of("GET", "/v1/events", events::answer, "lastEventId"));
        routes.add(Route.of("GET", "/v1/health", _ -> health(instance)));
        routes.add(Route.of("GET", "/v1/metrics", _ -> Reply.bytes(200, "text/plain; version=0.0.4; charset=utf-8",
                metrics.text(instance.scheduler()).getBytes(StandardCharsets.UTF_8))));
        routes.add(Route.of("GET", "/openapi.json", _ -> Reply.bytes(200, Reply.JSON, description())));
        return routes;
    }

    /** 503 when jobs that are due would not be started. */
    private static Reply health(ServedInstance instance) {
        String state = instance.scheduler().status().state().name();
        boolean well = state.equals("SCHEDULING") || state.equals("PAUSED");
        return Reply.json(well ? 200 : 503, JsonNodeFactory.instance.objectNode().put("state", state)
                .put("version", instance.program().version()).put("process", ProcessHandle.current().pid()));
    }

    static byte[] description() throws IOException {
        try (InputStream in = Routes.class.getResourceAsStream(DESCRIPTION)) {
            return in.readAllBytes();
        }
    }
}

package org.carillon.control.server;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.carillon.control.json.RunJson;
import org.carillon.control.json.StatusJson;
import org.carillon.engine.NoSuchException;
import org.carillon.engine.Scheduler;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.message.Message;
import org.carillon.store.RunOrder;
import org.carillon.store.RunQuery;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Runs: listed, looked at, waited for, stopped, repeated, and tried without a job. */
final class RunRoutes {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Scheduler scheduler;
    private final JobBodies bodies;

    RunRoutes(ServedInstance instance) {
        this.scheduler = instance.scheduler();
        this.bodies = new JobBodies(instance);
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v1/runs", this::list, "job", "state", "from", "to", "sort", "descending", "cursor", "limit"),
                Route.of("POST", "/v1/runs", this::test),
                Route.of("GET", "/v1/runs/{run}", request -> shown(200, run(request), request)),
                Route.of("GET", "/v1/runs/{run}/attempts", this::attempts),
                Route.of("GET", "/v1/runs/{run}/wait", this::await, "timeout"),
                Route.of("POST", "/v1/runs/{run}/stop", this::stop),
                Route.of("POST", "/v1/runs/{run}/rerun", request -> started(scheduler.rerun(request.runId()))));
    }

    private Reply list(Request request) {
        int limit = Pages.limit(request);
        RunQuery query = new RunQuery(request.query("job").orElse(null), states(request), request.time("from").orElse(null),
                request.time("to").orElse(null), before(request), limit + 1, order(request));
        return Reply.json(Pages.page(scheduler.runs(query), limit, run -> RunJson.write(run, request.language(), request.zone()),
                run -> Long.toString(run.id())));
    }

    private static RunOrder order(Request request) {
        boolean descending = request.flag("descending");
        return request.parsed("sort", name -> RunOrder.Key.valueOf(name.toUpperCase(Locale.ROOT)))
                .map(key -> new RunOrder(key, descending)).orElse(null);
    }

    private static Long before(Request request) {
        String cursor = Pages.cursor(request);
        if (cursor != null && !cursor.matches("\\d{1,18}")) {
            throw ProblemException.wrongField("cursor", Message.of("control.parameter", cursor, "cursor"), null);
        }
        return cursor == null ? null : Long.valueOf(cursor);
    }

    private static Set<RunState> states(Request request) {
        Set<RunState> states = EnumSet.noneOf(RunState.class);
        request.parsed("state", _ -> {
            request.queries("state").forEach(text -> {
                for (String name : text.split(",")) {
                    states.add(RunState.valueOf(name.strip().toUpperCase(Locale.ROOT)));
                }
            });
            return states;
        });
        return states;
    }

    /** Runs a job that need not be saved. */
    private Reply test(Request request) throws IOException {
        return started(scheduler.test(bodies.added(bodies.tree(request.body()), request)));
    }

    private Reply attempts(Request request) {
        run(request);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode items = node.putArray("items");
        scheduler.attempts(request.runId()).forEach(attempt -> items.add(StatusJson.write(attempt, request.language(), request.zone())));
        return Reply.json(node);
    }

    /** As it is when it has ended, or when the time is over. */
    private Reply await(Request request) throws InterruptedException {
        Duration wanted = request.duration("timeout").orElse(LONGEST_WAIT);
        Duration most = wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted.isNegative() ? Duration.ZERO : wanted;
        return shown(200, scheduler.await(request.runId(), most), request);
    }

    private Reply stop(Request request) {
        scheduler.stop(request.runId());
        return shown(202, run(request), request);
    }

    private Run run(Request request) {
        long id = request.runId();
        return scheduler.run(id).orElseThrow(() -> new NoSuchException(Message.of("control.noRun", Long.toString(id))));
    }

    private static Reply started(long run) {
        return Reply.json(201, JsonNodeFactory.instance.objectNode().put("run", run)).with("Location", "/v1/runs/" + run);
    }

    private static Reply shown(int code, Run run, Request request) {
        return Reply.json(code, RunJson.write(run, request.language(), request.zone()));
    }
}

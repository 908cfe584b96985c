package org.carillon.control.server;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.carillon.engine.JobStatus;
import org.carillon.engine.NoSuchException;
import org.carillon.job.FormatException;
import org.carillon.job.JsonFields;
import org.carillon.job.JsonNames;
import org.carillon.job.JsonTimes;
import org.carillon.job.TriggerJson;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.NoRun;
import org.carillon.trigger.Preview;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerWords;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** When schedules run, and what they mean in words; of jobs and of schedules that belong to none. */
final class ScheduleRoutes {
    private static final int USUAL = 10;
    private static final int MOST = 10_000;

    private final ServedInstance instance;
    private final JobBodies bodies;

    ScheduleRoutes(ServedInstance instance) {
        this.instance = instance;
        this.bodies = new JobBodies(instance);
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v1/jobs/{job}/next", this::nextOfJob, "from", "count"),
                Route.of("POST", "/v1/next", this::next),
                Route.of("POST", "/v1/explain", this::explain));
    }

    private Reply nextOfJob(Request request) {
        String id = request.path("job");
        JobStatus status = instance.scheduler().job(id).orElseThrow(() -> new NoSuchException(Message.of("control.noJob", id)));
        if (status.isBroken()) {
            throw ProblemException.of(Problem.Kind.CONFLICT, status.problem());
        }
        Instant from = request.time("from").orElseGet(() -> instance.clock().instant());
        return Reply.json(answer(status.job().trigger(), from, request.number("count", 1, MOST, USUAL), request.language()));
    }

    private Reply next(Request request) throws IOException {
        JsonFields fields = JsonFields.of(bodies.tree(request.body()), "");
        TriggerDefaults defaults = defaults(fields, request);
        int count = fields.integer("count", 1).orElse(USUAL);
        if (count > MOST) {
            throw new FormatException("count", Message.of("control.parameter", Integer.toString(count), "count"));
        }
        Trigger trigger = trigger(fields, defaults);
        fields.end();
        return Reply.json(answer(trigger, defaults.now(), count, request.language()));
    }

    private Reply explain(Request request) throws IOException {
        JsonFields fields = JsonFields.of(bodies.tree(request.body()), "");
        TriggerDefaults defaults = defaults(fields, request);
        Trigger trigger = trigger(fields, defaults);
        fields.end();
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("words", TriggerWords.describe(trigger, request.language(), defaults.now()));
        ArrayNode warnings = node.putArray("warnings");
        if (trigger instanceof CronTrigger cron) {
            cron.warnings().forEach(warning -> warnings.add(warning.in(request.language())));
        }
        return Reply.json(node);
    }

    private TriggerDefaults defaults(JsonFields fields, Request request) {
        Instant now = fields.parsed("from", text -> JsonTimes.parse(text, request.zone()), "job.format.notTime")
                .orElseGet(() -> instance.clock().instant());
        return new TriggerDefaults(request.zone(), now, fields.text("id").orElse(""));
    }

    private static Trigger trigger(JsonFields fields, TriggerDefaults defaults) {
        return TriggerJson.read(fields.require("trigger"), "trigger", defaults);
    }

    /** @param from inclusive */
    private static ObjectNode answer(Trigger trigger, Instant from, int count, Language language) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        NoRun none = null;
        ArrayNode times = node.putArray("next");
        Instant last = from.minusNanos(1);
        for (int i = 0; i < count; i++) {
            Instant next = trigger.next(last);
            if (next == null) {
                none = Preview.none(trigger, last.plusNanos(1));
                break;
            }
            times.add(JsonTimes.write(next, trigger.zone()));
            last = next;
        }
        node.put("words", TriggerWords.describe(trigger, language, from));
        return none == null ? node : node.put("none", JsonNames.of(none.kind()));
    }
}

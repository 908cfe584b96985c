package org.carillon.control.json;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.carillon.engine.SchedulerEvent;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.store.Pause;
import org.carillon.trigger.TriggerDefaults;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What happened, as the control API streams it. */
public final class EventJson {
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(ZoneOffset.UTC, Instant.EPOCH, "");

    private EventJson() {}

    /** The event's kind: its record's name, beginning in lower case, such as {@code runEnded}. */
    public static String type(SchedulerEvent event) {
        String name = event.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    public static ObjectNode write(SchedulerEvent event, Language language, ZoneId zone) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", type(event));
        Times.put(node, "at", event.at(), zone);
        switch (event) {
            case SchedulerEvent.SchedulerStarted _, SchedulerEvent.SchedulerStopped _, SchedulerEvent.SchedulerResumed _,
                    SchedulerEvent.StoreRecovered _ -> { }
            case SchedulerEvent.SchedulerPaused paused -> Times.put(node, "until", paused.pause().until(), zone);
            case SchedulerEvent.ClockJumped jump -> node.put("byMs", jump.by().toMillis()).put("asleep", jump.asleep());
            case SchedulerEvent.ExecutorAdded added -> node.set("executor", StatusJson.write(added.executor()));
            case SchedulerEvent.ExecutorChanged changed -> node.set("executor", StatusJson.write(changed.executor()));
            case SchedulerEvent.ExecutorRemoved removed -> node.put("name", removed.name());
            case SchedulerEvent.EventsLost lost -> node.put("count", lost.count());
            case SchedulerEvent.StoreFailed failed -> node.put("problem", failed.problem().in(language));
            case SchedulerEvent.JobAdded added -> node.set("job", JobJson.write(added.job()));
            case SchedulerEvent.JobChanged changed -> node.set("job", JobJson.write(changed.job()));
            case SchedulerEvent.JobRemoved removed -> node.put("jobId", removed.jobId());
            case SchedulerEvent.RunQueued queued -> node.set("run", RunJson.write(queued.run(), language, zone));
            case SchedulerEvent.RunStarted started -> node.set("run", RunJson.write(started.run(), language, zone));
            case SchedulerEvent.RunWillRetry retry -> node.set("run", RunJson.write(retry.run(), language, zone));
            case SchedulerEvent.RunEnded ended -> node.set("run", RunJson.write(ended.run(), language, zone));
        }
        return node;
    }

    /** What {@link #write} wrote; empty for a kind that this version does not know. */
    public static Optional<SchedulerEvent> read(JsonNode node) {
        Instant at = Times.read(node, "at");
        return Optional.ofNullable(switch (Times.text(node, "type")) {
            case "schedulerStarted" -> new SchedulerEvent.SchedulerStarted(at);
            case "schedulerStopped" -> new SchedulerEvent.SchedulerStopped(at);
            case "schedulerPaused" -> new SchedulerEvent.SchedulerPaused(at, new Pause(at, Times.read(node, "until")));
            case "schedulerResumed" -> new SchedulerEvent.SchedulerResumed(at);
            case "clockJumped" -> new SchedulerEvent.ClockJumped(at, Duration.ofMillis(node.get("byMs").longValue()),
                    node.get("asleep").booleanValue());
            case "executorAdded" -> new SchedulerEvent.ExecutorAdded(at, StatusJson.readExecutor(node.get("executor")));
            case "executorChanged" -> new SchedulerEvent.ExecutorChanged(at, StatusJson.readExecutor(node.get("executor")));
            case "executorRemoved" -> new SchedulerEvent.ExecutorRemoved(at, Times.text(node, "name"));
            case "eventsLost" -> new SchedulerEvent.EventsLost(at, node.get("count").longValue());
            case "storeFailed" -> new SchedulerEvent.StoreFailed(at, Message.of("control.said", Times.text(node, "problem")));
            case "storeRecovered" -> new SchedulerEvent.StoreRecovered(at);
            case "jobAdded" -> new SchedulerEvent.JobAdded(at, job(node));
            case "jobChanged" -> new SchedulerEvent.JobChanged(at, job(node));
            case "jobRemoved" -> new SchedulerEvent.JobRemoved(at, Times.text(node, "jobId"));
            case "runQueued" -> new SchedulerEvent.RunQueued(at, RunJson.read(node.get("run")));
            case "runStarted" -> new SchedulerEvent.RunStarted(at, RunJson.read(node.get("run")));
            case "runWillRetry" -> new SchedulerEvent.RunWillRetry(at, RunJson.read(node.get("run")));
            case "runEnded" -> new SchedulerEvent.RunEnded(at, RunJson.read(node.get("run")));
            default -> null;
        });
    }

    private static Job job(JsonNode node) {
        return JobJson.read(node.get("job"), DEFAULTS);
    }
}

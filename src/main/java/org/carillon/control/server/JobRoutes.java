package org.carillon.control.server;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.carillon.control.json.JobStatusJson;
import org.carillon.engine.JobFilter;
import org.carillon.engine.JobStatus;
import org.carillon.engine.NoSuchException;
import org.carillon.engine.Scheduler;
import org.carillon.job.Job;
import org.carillon.job.JsonFields;
import org.carillon.job.JsonTimes;
import org.carillon.message.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import org.carillon.message.ExplainedException;
import tools.jackson.databind.node.ObjectNode;

/** Jobs: listed, looked at, added, replaced, changed in part, removed, paused, resumed and run. */
final class JobRoutes {
    /** @param isNew false if it was there already */
    private record Added(JobStatus status, boolean isNew) {}

    private final ServedInstance instance;
    private final Scheduler scheduler;
    private final JobBodies bodies;
    /** A job is compared and then changed by one request at a time. */
    private final ReentrantLock[] locks = Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    JobRoutes(ServedInstance instance) {
        this.instance = instance;
        this.scheduler = instance.scheduler();
        this.bodies = new JobBodies(instance);
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v1/jobs", this::list, "q", "group", "tag", "enabled", "cursor", "limit"),
                Route.of("POST", "/v1/jobs", this::add),
                Route.of("POST", "/v1/jobs/lines", request -> JobLines.answer(request, this::line)),
                Route.of("GET", "/v1/jobs/{job}", this::get),
                Route.of("GET", "/v1/jobs/{job}/stored", this::stored),
                Route.of("PUT", "/v1/jobs/{job}", this::put),
                Route.of("PATCH", "/v1/jobs/{job}", this::patch),
                Route.of("DELETE", "/v1/jobs/{job}", request -> changed(request, scheduler::remove, false)),
                Route.of("POST", "/v1/jobs/{job}/pause", request -> changed(request, scheduler::pause, true)),
                Route.of("POST", "/v1/jobs/{job}/resume", request -> changed(request, scheduler::resume, true)),
                Route.of("POST", "/v1/jobs/{job}/skip", this::skip),
                Route.of("POST", "/v1/jobs/{job}/run", this::run));
    }

    private Reply list(Request request) {
        int limit = Pages.limit(request);
        String after = Pages.cursor(request);
        JobFilter filter = new JobFilter(request.query("q").orElse(null), request.query("group").orElse(null), request.query("tag").orElse(null),
                request.query("enabled").isPresent() ? request.flag("enabled") : null);
        List<JobStatus> found = scheduler.jobsAfter(after, limit + 1, filter);
        Instant now = instance.clock().instant();
        return Reply.json(Pages.page(found, limit, status -> JobStatusJson.write(status, request.language(), request.zone(), now), JobStatus::id));
    }

    private Reply get(Request request) {
        return shown(200, status(request.path("job")), request);
    }

    /** Of a broken job, too. */
    private Reply stored(Request request) {
        String text = scheduler.json(request.path("job")).orElseThrow(() -> noJob(request.path("job")));
        return Reply.json(JsonNodeFactory.instance.objectNode().put("text", text));
    }

    private Reply add(Request request) throws IOException {
        Added added = add(request.body(), request);
        Reply reply = shown(added.isNew() ? 201 : 200, added.status(), request);
        return added.isNew() ? reply.with("Location", "/v1/jobs/" + added.status().id()) : reply;
    }

    /** A second time with the same job it does nothing, so that a request whose answer was lost can be sent again. */
    private Added add(String text, Request request) {
        JsonNode body = bodies.tree(text);
        Job job = bodies.added(body, request);
        return alone(job.id(), () -> {
            JobStatus there = scheduler.job(job.id()).orElse(null);
            if (there != null && !there.isBroken() && JobBodies.says(body, there.job(), job)) {
                return new Added(there, false);
            }
            scheduler.add(job);
            return new Added(status(job.id()), true);
        });
    }

    /** What became of one of many jobs. */
    private ObjectNode line(String text, Request request) {
        try {
            Added added = add(text, request);
            return JsonNodeFactory.instance.objectNode().put("status", added.isNew() ? 201 : 200).put("id", added.status().id());
        } catch (ExplainedException e) {
            return Problem.of(e).json(request.language());
        }
    }

    private Reply put(Request request) throws IOException {
        Job job = bodies.replacing(bodies.tree(request.body()), request.path("job"), request);
        return alone(job.id(), () -> {
            JobStatus there = scheduler.job(job.id()).orElse(null);
            Precondition.check(request, there);
            if (there == null) {
                scheduler.add(job);
            } else {
                scheduler.replace(job);
            }
            Reply reply = shown(there == null ? 201 : 200, status(job.id()), request);
            return there == null ? reply.with("Location", "/v1/jobs/" + job.id()) : reply;
        });
    }

    private Reply patch(Request request) throws IOException {
        JsonNode change = bodies.tree(request.body());
        return alone(request.path("job"), () -> {
            JobStatus there = status(request.path("job"));
            if (there.isBroken()) {
                throw ProblemException.of(Problem.Kind.CONFLICT, there.problem());
            }
            Precondition.check(request, there);
            scheduler.modify(there.id(), job -> bodies.patched(job, change, request));
            return shown(200, status(there.id()), request);
        });
    }

    /** @param stays whether there is a job to show then */
    Reply changed(Request request, Consumer<String> change, boolean stays) {
        String id = request.path("job");
        return alone(id, () -> {
            Precondition.check(request, scheduler.job(id).orElse(null));
            change.accept(id);
            return stays ? shown(200, status(id), request) : Reply.nothing();
        });
    }

    /** With a body, this once with another action, of which the body has only what is other. */
    private Reply run(Request request) throws IOException {
        String body = request.body();
        long run = body.isBlank() ? scheduler.start(request.path("job"))
                : scheduler.start(request.path("job"), bodies.once(sound(request.path("job")), bodies.tree(body), request));
        return Reply.json(201, JsonNodeFactory.instance.objectNode().put("run", run)).with("Location", "/v1/runs/" + run);
    }

    /** Leaves out one occurrence that is still to come. */
    private Reply skip(Request request) throws IOException {
        JsonFields fields = JsonFields.of(bodies.tree(request.body()), "");
        fields.require("occurrence");
        Instant occurrence = time(fields, "occurrence", request).orElseThrow();
        Instant instead = time(fields, "instead", request).orElse(null);
        fields.end();
        long run = scheduler.skip(request.path("job"), occurrence, instead);
        return Reply.json(201, JsonNodeFactory.instance.objectNode().put("run", run)).with("Location", "/v1/runs/" + run);
    }

    private static Optional<Instant> time(JsonFields fields, String key, Request request) {
        return fields.parsed(key, text -> JsonTimes.parse(text, request.zone()), "job.format.notTime");
    }

    private Job sound(String id) {
        JobStatus there = status(id);
        if (there.isBroken()) {
            throw ProblemException.of(Problem.Kind.CONFLICT, there.problem());
        }
        return there.job();
    }

    private JobStatus status(String id) {
        return scheduler.job(id).orElseThrow(() -> noJob(id));
    }

    private static NoSuchException noJob(String id) {
        return new NoSuchException(Message.of("control.noJob", id));
    }

    private Reply shown(int code, JobStatus status, Request request) {
        return Reply.json(code, JobStatusJson.write(status, request.language(), instance.zone(), instance.clock().instant())).with("ETag", Precondition.tag(status));
    }

    private <T> T alone(String id, Supplier<T> change) {
        ReentrantLock lock = locks[Math.floorMod(id.hashCode(), locks.length)];
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }
}

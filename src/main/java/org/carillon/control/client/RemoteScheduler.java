package org.carillon.control.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.carillon.control.json.JobStatusJson;
import org.carillon.control.json.RunJson;
import org.carillon.control.json.StatusJson;
import org.carillon.control.json.VersionJson;
import org.carillon.engine.EventKind;
import org.carillon.engine.ExecutorStatus;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Listening;
import org.carillon.engine.NoSuchException;
import org.carillon.engine.Scheduler;
import org.carillon.engine.SchedulerListener;
import org.carillon.engine.SchedulerStatus;
import org.carillon.engine.WhenExists;
import org.carillon.job.Action;
import org.carillon.job.ActionJson;
import org.carillon.job.Attempt;
import org.carillon.job.ExecutorJson;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.job.JobVersion;
import org.carillon.job.JsonTimes;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.message.NaturalOrder;
import org.carillon.store.ConflictException;
import org.carillon.store.RunQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The scheduler of an instance that runs in another process. Times come to the millisecond. Besides what {@link Scheduler} says, every
 * method may throw {@link ControlException}. Closing it ends the connection; the instance goes on.
 */
public final class RemoteScheduler implements Scheduler {
    private static final int PAGE = 1000;

    private final ControlClient client;

    public RemoteScheduler(ControlClient client) {
        this.client = client;
    }

    /** Both are on one machine. */
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public SchedulerStatus status() {
        return StatusJson.readScheduler(client.get("/v1/scheduler"));
    }

    @Override
    public List<JobStatus> jobs() {
        List<JobStatus> jobs = pages("/v1/jobs?", Integer.MAX_VALUE, JobStatusJson::read);
        jobs.sort(Comparator.comparing(RemoteScheduler::name, NaturalOrder.INSTANCE).thenComparing(JobStatus::id));
        return jobs;
    }

    private static String name(JobStatus status) {
        return status.isBroken() ? status.id() : status.job().name();
    }

    @Override
    public Optional<JobStatus> job(String jobId) {
        return found(() -> JobStatusJson.read(client.get(job(jobId, ""))));
    }

    @Override
    public Optional<String> json(String jobId) {
        return found(() -> client.get(job(jobId, "/stored")).get("text").stringValue());
    }

    @Override
    public List<ExecutorStatus> executors() {
        List<ExecutorStatus> executors = new ArrayList<>();
        client.get("/v1/executors").get("items").forEach(item -> executors.add(StatusJson.readExecutor(item)));
        return executors;
    }

    @Override
    public void addExecutor(ExecutorSpec executor) {
        if (executors().stream().anyMatch(there -> there.name().equals(executor.name()))) {
            throw new ConflictException(Message.of("control.executorExists", executor.name()));
        }
        client.ask("PUT", executor(executor.name()), ExecutorJson.write(executor));
    }

    @Override
    public void changeExecutor(ExecutorSpec executor) {
        if (executors().stream().noneMatch(there -> there.name().equals(executor.name()))) {
            throw new NoSuchException(Message.of("control.noExecutor", executor.name()));
        }
        client.ask("PUT", executor(executor.name()), ExecutorJson.write(executor));
    }

    @Override
    public void removeExecutor(String name) {
        client.ask("DELETE", executor(name), null);
    }

    @Override
    public int refreshEnvironment() {
        return client.post("/v1/environment/refresh", null).get("variables").intValue();
    }

    @Override
    public void add(Job job) {
        client.post("/v1/jobs", JobJson.write(job));
    }

    @Override
    public int addAll(List<Job> jobs, WhenExists whenExists) {
        ObjectNode file = JsonNodeFactory.instance.objectNode().put("format", JobJson.FORMAT);
        jobs.forEach(job -> file.withArray("jobs").add(JobJson.write(job)));
        if (jobs.isEmpty()) {
            return 0;
        }
        return client.post("/v1/import?whenExists=" + whenExists.name().toLowerCase(Locale.ROOT), file).get("added").intValue();
    }

    @Override
    public void replace(Job job) {
        if (job(job.id()).isEmpty()) {
            throw new NoSuchException(Message.of("control.noJob", job.id()));
        }
        client.ask("PUT", job(job.id(), ""), JobJson.write(job));
    }

    @Override
    public List<JobVersion> versions(String jobId) {
        List<JobVersion> versions = new ArrayList<>();
        client.get(job(jobId, "/versions")).get("items").forEach(item -> versions.add(VersionJson.read(item)));
        return versions;
    }

    @Override
    public Job restore(String jobId, int number) {
        return JobStatusJson.read(client.post(job(jobId, "/versions/" + number + "/restore"), null)).job();
    }

    @Override
    public void remove(String jobId) {
        client.ask("DELETE", job(jobId, ""), null);
    }

    @Override
    public void pause(String jobId) {
        client.post(job(jobId, "/pause"), null);
    }

    @Override
    public void resume(String jobId) {
        client.post(job(jobId, "/resume"), null);
    }

    @Override
    public void pauseAll(Instant until) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (until != null) {
            body.put("until", JsonTimes.write(until, ZoneOffset.UTC));
        }
        client.post("/v1/scheduler/pause", body);
    }

    @Override
    public void resumeAll() {
        client.post("/v1/scheduler/resume", null);
    }

    @Override
    public long start(String jobId) {
        return client.post(job(jobId, "/run"), null).get("run").longValue();
    }

    @Override
    public long start(String jobId, Action once) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("whole", true);
        body.set("action", ActionJson.write(once));
        return client.post(job(jobId, "/run"), body).get("run").longValue();
    }

    @Override
    public long skip(String jobId, Instant occurrence, Instant instead) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("occurrence", JsonTimes.write(occurrence, ZoneOffset.UTC));
        if (instead != null) {
            body.put("instead", JsonTimes.write(instead, ZoneOffset.UTC));
        }
        return client.post(job(jobId, "/skip"), body).get("run").longValue();
    }

    @Override
    public long test(Job draft) {
        return client.post("/v1/runs", JobJson.write(draft)).get("run").longValue();
    }

    @Override
    public long rerun(long runId) {
        return client.post(run(runId, "/rerun"), null).get("run").longValue();
    }

    @Override
    public void stop(long runId) {
        client.post(run(runId, "/stop"), null);
    }

    @Override
    public List<Run> runs(RunQuery query) {
        StringBuilder path = new StringBuilder("/v1/runs?");
        if (query.jobId() != null) {
            path.append("job=").append(ControlClient.encode(query.jobId())).append('&');
        }
        query.states().forEach(state -> path.append("state=").append(state.name()).append('&'));
        if (query.from() != null) {
            path.append("from=").append(ControlClient.encode(JsonTimes.write(query.from(), ZoneOffset.UTC))).append('&');
        }
        if (query.to() != null) {
            path.append("to=").append(ControlClient.encode(JsonTimes.write(query.to(), ZoneOffset.UTC))).append('&');
        }
        if (query.sorted() != null) {
            path.append("sort=").append(query.sorted().key().name()).append("&descending=").append(query.sorted().descending()).append('&');
        }
        return pages(path.toString(), query.limit(), RunJson::read, query.before() == null ? null
                : Base64.getUrlEncoder().withoutPadding().encodeToString(query.before().toString().getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public Optional<Run> run(long runId) {
        return found(() -> RunJson.read(client.get(run(runId, ""))));
    }

    @Override
    public List<Attempt> attempts(long runId) {
        List<Attempt> attempts = new ArrayList<>();
        client.get(run(runId, "/attempts")).get("items").forEach(item -> attempts.add(StatusJson.readAttempt(runId, item)));
        return attempts;
    }

    @Override
    public Run await(long runId, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            Run run = RunJson.read(client.get(run(runId, "/wait?timeout=" + left)));
            if (run.state().isFinal() || System.nanoTime() >= end) {
                return run;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** From now on; what happens while the connection is lost is sent when it is there again. */
    @Override
    public Listening listen(Set<EventKind> kinds, SchedulerListener listener) {
        return RemoteEvents.start(client, event -> {
            if (kinds.contains(event.kind()) || event.kind() == EventKind.EVENTS_LOST) {
                listener.on(event);
            }
        });
    }

    @Override
    public void close() {
        client.close();
    }

    private static String executor(String name) {
        return "/v1/executors/" + ControlClient.encode(name);
    }

    private static String job(String id, String rest) {
        return "/v1/jobs/" + ControlClient.encode(id) + rest;
    }

    private static String run(long id, String rest) {
        return "/v1/runs/" + id + rest;
    }

    private <T> List<T> pages(String path, int limit, Function<JsonNode, T> reader) {
        return pages(path, limit, reader, null);
    }

    private <T> List<T> pages(String path, int limit, Function<JsonNode, T> reader, String from) {
        List<T> all = new ArrayList<>();
        String cursor = from;
        do {
            JsonNode page = client.get(path + "limit=" + Math.min(PAGE, limit - all.size()) + (cursor == null ? "" : "&cursor=" + cursor));
            page.get("items").forEach(item -> all.add(reader.apply(item)));
            cursor = page.get("next").isNull() ? null : page.get("next").stringValue();
        } while (cursor != null && all.size() < limit);
        return all;
    }

    private static <T> Optional<T> found(Supplier<T> asking) {
        try {
            return Optional.of(asking.get());
        } catch (NoSuchException e) {
            return Optional.empty();
        }
    }
}

package org.carillon.control.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.carillon.control.server.Http.Answer;
import org.carillon.engine.JobStatus;
import org.carillon.job.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What any program can do with a running instance; every answer is held against the OpenAPI description. */
class ControlApiTest {
    private static final String JOB = """
            {"id":"order-42","name":"Cancel order 42","group":"orders","tags":["shop"],
             "trigger":{"type":"interval","every":"PT1H"},"action":{"type":"command","command":["echo","cancelled"]}}""";

    @TempDir
    private Path directory;

    private ServedScheduler served;
    private Http http;
    private JsonNode description;
    private SchemaCheck schemas;

    @BeforeEach
    void anInstance() throws IOException {
        served = new ServedScheduler(directory);
        http = new Http(served.server().address());
        description = JsonMapper.shared().readTree(Routes.description());
        schemas = new SchemaCheck(description);
    }

    @AfterEach
    void end() throws IOException {
        http.close();
        served.close();
    }

    @Test
    void everyRouteIsDescribedAndEveryDescriptionIsARoute() {
        Set<String> routes = new TreeSet<>();
        for (Route route : served.server().routes()) {
            routes.add(route.method() + " " + route.path());
            JsonNode operation = description.path("paths").path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
            Set<String> query = new TreeSet<>();
            operation.path("parameters").forEach(parameter -> {
                if (parameter.get("in").stringValue().equals("query")) {
                    query.add(parameter.get("name").stringValue());
                }
            });
            assertThat(query).as("parameters of " + route.path()).isEqualTo(new TreeSet<>(route.query()));
        }
        Set<String> described = new TreeSet<>();
        description.get("paths").properties().forEach(path -> path.getValue().propertyNames()
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(routes).isEqualTo(described);
    }

    @Test
    void jobsAreAddedListedChangedAndRemoved() throws Exception {
        Answer added = ask("POST", "/v1/jobs", JOB, 201);
        assertThat(added.header("Location")).isEqualTo("/v1/jobs/order-42");
        assertThat(ask("POST", "/v1/jobs", JOB, 200).json()).isEqualTo(added.json());
        ask("POST", "/v1/jobs", JOB.replace("PT1H", "PT2H"), 409);

        assertThat(ask("GET", "/v1/jobs/order-42", null, 200).header("ETag")).isEqualTo(added.header("ETag"));
        Answer changed = ask("PATCH", "/v1/jobs/order-42", "{\"name\":\"Another\",\"policy\":{\"timeout\":\"PT5M\"}}", 200);
        assertThat(changed.json().at("/policy/timeout").stringValue()).isEqualTo("PT5M");
        assertThat(changed.json().at("/policy/killGrace").stringValue()).isEqualTo("PT10S");
        ask("PUT", "/v1/jobs/order-42", JOB, 412, "If-Match", added.header("ETag"));
        ask("PUT", "/v1/jobs/order-42", JOB, 200, "If-Match", changed.header("ETag"));
        ask("PUT", "/v1/jobs/order-42", JOB, 412, "If-None-Match", "*");
        ask("PUT", "/v1/jobs/order-43", JOB.replace("order-42", "order-43"), 201, "If-None-Match", "*");

        assertThat(ask("POST", "/v1/jobs/order-42/pause", null, 200).json().get("enabled").booleanValue()).isFalse();
        assertThat(ids("/v1/jobs?enabled=false")).containsExactly("order-42");
        assertThat(ask("POST", "/v1/jobs/order-42/resume", null, 200).json().get("enabled").booleanValue()).isTrue();
        assertThat(ids("/v1/jobs?q=43&group=orders&tag=shop")).containsExactly("order-43");
        assertThat(ids("/v1/jobs?group=others")).isEmpty();
        JsonNode first = ask("GET", "/v1/jobs?limit=1", null, 200).json();
        assertThat(ids("/v1/jobs?limit=1&cursor=" + first.get("next").stringValue())).containsExactly("order-43");
        assertThat(ask("GET", "/v1/jobs/order-42/stored", null, 200).json().get("text").stringValue()).contains("cancelled");
        assertThat(ask("GET", "/v1/jobs/order-42/next?count=3", null, 200).json().get("next")).hasSize(3);

        ask("DELETE", "/v1/jobs/order-42", null, 204);
        ask("DELETE", "/v1/jobs/order-42", null, 404);
        ask("GET", "/v1/jobs/order-42", null, 404);
    }

    @Test
    void manyJobsAreAddedInOneRequestAndEachIsAnswered() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            lines.append(JOB.replace("order-42", i == 300 ? "No id" : "order-" + i).replace("\n", " ")).append('\n');
        }
        String[] answers = ask("POST", "/v1/jobs/lines", lines.append(JOB.replace("order-42", "order-7").replace("\n", "")).toString(), 200)
                .body().split("\n");
        assertThat(answers).hasSize(601);
        assertThat(answers[0]).isEqualTo("{\"status\":201,\"id\":\"order-0\"}");
        assertThat(answers[300]).contains("\"status\":400", "\"field\":\"id\"", "No id");
        assertThat(answers[599]).contains("order-599");
        assertThat(answers[600]).isEqualTo("{\"status\":200,\"id\":\"order-7\"}");
        assertThat(served.scheduler().jobs()).hasSize(599);
    }

    @Test
    void pagesComeInTheOrderOfIdsWhateverIsFiltered() throws Exception {
        for (int i = 0; i < 30; i++) {
            served.scheduler().add(ServedScheduler.job("job-" + (char) ('z' - i % 26) + i, "true").withTags(Set.of(i % 3 == 0 ? "third" : "other")));
        }
        List<String> all = served.scheduler().jobs().stream().map(JobStatus::id).sorted().toList();
        assertThat(ids("/v1/jobs?limit=7")).isEqualTo(all.subList(0, 7));
        assertThat(served.scheduler().jobsAfter(all.get(6), 3)).extracting(JobStatus::id).isEqualTo(all.subList(7, 10));
        assertThat(served.scheduler().jobsAfter("job-a~", 1000)).hasSize(all.stream().filter(id -> id.compareTo("job-a~") > 0).toList().size());
        assertThat(ids("/v1/jobs?tag=third&limit=1000")).hasSize(10).isSorted();
        served.scheduler().remove(all.getFirst());
        served.scheduler().add(ServedScheduler.job("a-first", "true"));
        assertThat(ids("/v1/jobs?limit=2")).containsExactly("a-first", all.get(1));
    }

    @Test
    void aCommandLineIsHandedOver() throws Exception {
        Answer answer = ask("POST", "/v1/command", "{\"arguments\":[\"jobs\",\"--json\"],\"language\":\"zh\",\"zone\":\"UTC\",\"directory\":\"/a/../b\"}", 200);
        assertThat(answer.body()).isEqualTo("[jobs, --json]CHINESE UTC /b");
        assertThat(answer.header("Carillon-Exit-Code")).isEqualTo("7");
        assertThat(answer.header("Carillon-Output-Length")).isEqualTo("14");
        assertThat(ask("POST", "/v1/command", "{\"arguments\":[\"run\"]}", 400).json().get("field").stringValue()).isEqualTo("arguments");
        assertThat(ask("POST", "/v1/command", "{\"arguments\":[\"jobs\"],\"zone\":\"x\"}", 400).json().get("field").stringValue()).isEqualTo("zone");
        assertThat(ask("POST", "/v1/command", "{\"arguments\":[\"jobs\"],\"directory\":\"x\"}", 400).json().get("field").stringValue()).isEqualTo("directory");
    }

    @Test
    void aMistakeNamesItsField() throws Exception {
        JsonNode cron = ask("POST", "/v1/jobs", """
                {"name":"x","trigger":{"type":"cron","expression":"0 61 * * *"},"action":{"type":"command","command":"true"}}""", 400).json();
        assertThat(cron.get("field").stringValue()).isEqualTo("trigger.hour");
        assertThat(cron.get("position").toString()).isEqualTo("[2,4]");
        assertThat(problem("{\"name\":\"x\",\"nme\":1}")).contains("trigger");
        assertThat(ask("POST", "/v1/jobs", JOB.replace("PT1H", "1h"), 400).json().get("field").stringValue()).isEqualTo("trigger.every");
        assertThat(field("{\"name\":\"x\",\"action\":{\"type\":\"command\",\"command\":\"true\"}}")).isEqualTo("trigger");
        assertThat(field("{\"trigger\":{\"type\":\"cron\",\"expression\":\"@daily\"}}")).isEqualTo("name");
        assertThat(field(JOB.replace("\"every\"", "\"evry\""))).isEqualTo("trigger.every");
        assertThat(field(JOB.replace("\"command\":[", "\"zap\":["))).isEqualTo("action.command");
        assertThat(field(JOB.replace("\"command\":[", "\"zap\":1,\"command\":["))).isEqualTo("action.zap");
        assertThat(ask("GET", "/v1/runs?state=lost", null, 400).json().get("field").stringValue()).isEqualTo("state");
        assertThat(ask("GET", "/v1/jobs?limit=0", null, 400).json().get("field").stringValue()).isEqualTo("limit");
        assertThat(ask("GET", "/v1/jobs?colour=red", null, 400).json().get("field").stringValue()).isEqualTo("colour");
        assertThat(ask("POST", "/v1/jobs", "[]", 400).json().get("detail").stringValue()).isNotEmpty();
        assertThat(http.ask("DELETE", "/v1/jobs", null).status()).isEqualTo(405);
        assertThat(http.get("/v1/jobs?limit=0", "Accept-Language", "zh-CN").json().get("detail").stringValue()).contains("不能");
    }

    @Test
    void anExecutorThatIsNotThereIsAMistakeInTheJob() throws Exception {
        String lost = JOB.replace("{\"id\"", "{\"executor\":\"none\",\"id\"");
        ask("PUT", "/v1/jobs/there", JOB.replace("order-42", "there"), 201);

        JsonNode added = ask("POST", "/v1/jobs", lost, 400).json();
        assertThat(added.get("field").stringValue()).isEqualTo("executor");
        assertThat(added.get("detail").stringValue()).contains("“none”");
        for (String id : List.of("order-42", "there")) {
            assertThat(ask("PUT", "/v1/jobs/" + id, lost.replace("order-42", id), 400).json().get("field").stringValue()).isEqualTo("executor");
        }
        assertThat(ask("PATCH", "/v1/jobs/there", "{\"executor\":\"none\"}", 400).json().get("field").stringValue()).isEqualTo("executor");
        JsonNode line = JsonMapper.shared().readTree(ask("POST", "/v1/jobs/lines", lost.replace("\n", ""), 200).body().strip());
        assertThat(line.get("status").intValue()).isEqualTo(400);
        assertThat(line.get("field").stringValue()).isEqualTo("executor");
        assertThat(served.scheduler().job("order-42")).isEmpty();
    }

    private String field(String body) throws Exception {
        return ask("POST", "/v1/jobs", body, 400).json().path("field").asString("");
    }

    private String problem(String body) throws Exception {
        return ask("POST", "/v1/jobs", body, 400).json().get("detail").stringValue();
    }

    @Test
    void runsAreStartedAwaitedReadAndStopped() throws Exception {
        ask("POST", "/v1/jobs", JOB, 201);
        long run = ask("POST", "/v1/jobs/order-42/run", null, 201).json().get("run").longValue();
        assertThat(ask("GET", "/v1/runs/" + run + "/wait?timeout=PT20S", null, 200).json().get("state").stringValue()).isEqualTo("SUCCEEDED");
        ask("GET", "/v1/runs/" + run, null, 200);
        ask("GET", "/v1/runs/" + run + "/attempts", null, 200);
        assertThat(ask("GET", "/v1/runs/" + run + "/log", null, 200).body()).isEqualTo("cancelled\n");
        assertThat(ask("GET", "/v1/runs/" + run + "/log", null, 206, "Range", "bytes=2-4").body()).isEqualTo("nce");
        assertThat(ask("GET", "/v1/runs/" + run + "/log", null, 206, "Range", "bytes=-3").body()).isEqualTo("ed\n");
        ask("GET", "/v1/runs/" + run + "/log", null, 416, "Range", "bytes=10-");
        assertThat(ask("GET", "/v1/runs/" + run + "/log?follow=true", null, 200).body()).isEqualTo("cancelled\n");
        long again = ask("POST", "/v1/runs/" + run + "/rerun", null, 201).json().get("run").longValue();
        served.scheduler().await(again, Duration.ofSeconds(20));
        assertThat(ask("GET", "/v1/runs?job=order-42&state=succeeded&state=failed&limit=1", null, 200).json().get("next").isNull()).isFalse();

        long tried = ask("POST", "/v1/runs", JOB.replace("[\"echo\",\"cancelled\"]", "\"sleep 600\""), 201).json().get("run").longValue();
        ask("POST", "/v1/runs/" + tried + "/stop", null, 202);
        assertThat(served.scheduler().await(tried, Duration.ofSeconds(20)).state()).isEqualTo(RunState.CANCELLED);
        ask("POST", "/v1/runs/4711/stop", null, 404);
        ask("GET", "/v1/runs/x", null, 404);
    }

    @Test
    void schedulesAreExplainedBeforeTheyAreSaved() throws Exception {
        String trigger = "{\"trigger\":{\"type\":\"cron\",\"expression\":\"0 9 * * 1-5\",\"timezone\":\"UTC\"}";
        assertThat(ask("POST", "/v1/next", trigger + ",\"from\":\"2026-11-24T09:00:00+00:00\",\"count\":2}", 200).json().get("next").toString())
                .isEqualTo("[\"2026-11-24T09:00:00+00:00\",\"2026-11-25T09:00:00+00:00\"]");
        assertThat(ask("POST", "/v1/next", trigger.replace("0 9 * * 1-5", "0 0 31 2 *") + "}", 200).json().get("none").stringValue()).isEqualTo("never");
        assertThat(ask("POST", "/v1/explain", trigger + "}", 200).json().get("words").stringValue()).isEqualTo("Every weekday at 09:00");
    }

    @Test
    void theSchedulerIsPausedResumedAndShutDown() throws Exception {
        assertThat(ask("POST", "/v1/scheduler/pause", "{\"until\":\"2999-01-01T00:00:00\"}", 200).json().get("pausedUntil").stringValue())
                .isEqualTo("2999-01-01T00:00:00+08:00");
        assertThat(ask("POST", "/v1/scheduler/pause", "{\"until\":\"1999-01-01\"}", 400).json().get("field").stringValue()).isEqualTo("until");
        assertThat(ask("POST", "/v1/scheduler/resume", null, 200).json().get("state").stringValue()).isEqualTo("SCHEDULING");
        ask("GET", "/v1/scheduler", null, 200);
        assertThat(ask("POST", "/v1/environment/refresh", null, 200).json().get("variables").intValue()).isEqualTo(System.getenv().size());
        ask("GET", "/v1/health", null, 200);
        ask("GET", "/v1/executors", null, 200);
        assertThat(ask("PUT", "/v1/executors/reports", "{\"size\":3}", 201).header("Location")).isEqualTo("/v1/executors/reports");
        assertThat(ask("PUT", "/v1/jobs/monthly", JOB.replace("order-42", "monthly").replace("{\"id\"", "{\"executor\":\"reports\",\"id\""), 201)
                .header("Location")).isEqualTo("/v1/jobs/monthly");
        assertThat(ask("DELETE", "/v1/executors/reports", null, 409).json().has("field")).isFalse();
        ask("DELETE", "/v1/jobs/monthly", null, 204);
        ask("PUT", "/v1/executors/reports", "{\"size\":4}", 200);
        ask("DELETE", "/v1/executors/reports", null, 204);
        ask("POST", "/v1/window/raise", null, 404);
        assertThat(ask("GET", "/v1/metrics", null, 200).body()).contains("carillon_scheduling 1").contains("carillon_executor_size{executor=\"default\"}");
        ask("GET", "/openapi.json", null, 200);
        ask("POST", "/v1/scheduler/shutdown", null, 202);
        assertThat(served.endings()).isEqualTo(1);
    }

    @Test
    void aSecondStartRaisesTheWindowAndHandsItItsFiles() throws Exception {
        ask("POST", "/v1/window/raise", "{\"open\":[\"/tmp/a.json\"]}", 404);
        served.showWindow();
        ask("POST", "/v1/window/raise", null, 204);
        ask("POST", "/v1/window/raise", "{\"open\":[\"" + directory.resolve("b/../a.json") + "\"]}", 204);
        ask("POST", "/v1/window/raise", "{\"newJob\":true}", 204);
        assertThat(served.newJobs()).isEqualTo(1);
        assertThat(served.opened()).contains(directory.resolve("a.json"));
        assertThat(ask("POST", "/v1/window/raise", "{\"open\":[\"../a.json\"]}", 400).json().get("field").stringValue()).isEqualTo("open[0]");
    }

    @Test
    void filesAreTriedImportedAndExported() throws Exception {
        String file = "{\"format\":\"carillon/1\",\"jobs\":[" + JOB + "]}";
        assertThat(ask("POST", "/v1/import?dryRun=true", file, 200).json().get("added").intValue()).isZero();
        assertThat(served.scheduler().jobs()).isEmpty();
        assertThat(ask("POST", "/v1/import", file, 200).json().get("added").intValue()).isEqualTo(1);
        ask("POST", "/v1/import", file, 409);
        ask("POST", "/v1/import?whenExists=skip", file, 200);
        JsonNode crontab = ask("POST", "/v1/import?format=crontab", "0 9 * * 1-5 backup\n61 * * * * never\n", 200).json();
        assertThat(crontab.get("entries")).hasSize(2);
        assertThat(crontab.at("/entries/1/error").stringValue()).contains("61");
        assertThat(ask("GET", "/v1/export?job=order-42", null, 200).json().get("jobs")).hasSize(1);
        assertThat(ask("GET", "/v1/export", null, 200).json().get("jobs")).hasSize(2);
    }

    @Test
    void eventsGoOnWhereTheListenerLeftOff() throws Exception {
        String lastId;
        try (BufferedReader stream = events(null)) {
            served.scheduler().add(ServedScheduler.job("one", "true"));
            lastId = untilEvent(stream, "jobAdded");
        }
        served.scheduler().add(ServedScheduler.job("two", "true"));
        served.scheduler().remove("two");
        try (BufferedReader stream = events(lastId)) {
            List<String> ids = new ArrayList<>();
            ids.add(untilEvent(stream, "jobAdded"));
            ids.add(untilEvent(stream, "jobRemoved"));
            assertThat(ids).doesNotContain(lastId).doesNotHaveDuplicates();
        }
        try (BufferedReader stream = events("of-another-instance-7")) {
            untilEvent(stream, "lost");
        }
    }

    private BufferedReader events(String lastId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(served.server().address().url() + "/v1/events"))
                .header("Authorization", "Bearer " + served.server().address().token());
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        HttpResponse<InputStream> response = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** @return the event's id */
    private static String untilEvent(BufferedReader stream, String type) throws IOException {
        String id = null;
        String event = null;
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.isEmpty() && type.equals(event)) {
                return id;
            }
        }
        throw new AssertionError("The stream ended before " + type);
    }

    @Test
    void aFixedPortIsUsedOnceItIsFree() throws Exception {
        int port = served.server().address().port();
        served.close();
        await().untilAsserted(() -> {
            served = new ServedScheduler(directory, port);
            assertThat(served.server().address().port()).isEqualTo(port);
        });
        try (ServedScheduler second = new ServedScheduler(directory.resolve("second"), port)) {
            assertThat(second.server().address().port()).isNotEqualTo(port);
        }
    }

    private List<String> ids(String path) throws Exception {
        List<String> ids = new ArrayList<>();
        ask("GET", path, null, 200).json().get("items").forEach(item -> ids.add(item.get("id").stringValue()));
        return ids;
    }

    /** Asks, and holds the answer against the description. */
    private Answer ask(String method, String path, String body, int status, String... headers) throws Exception {
        Answer answer = http.ask(method, path, body, headers);
        assertThat(answer.status()).as(method + " " + path + ": " + answer.body()).isEqualTo(status);
        String plain = path.replaceFirst("\\?.*", "");
        Router.Found found = new Router(served.server().routes()).find(method, plain);
        JsonNode responses = description.at("/paths").path(found.route().path()).path(method.toLowerCase(Locale.ROOT)).path("responses");
        JsonNode response = responses.path(Integer.toString(status));
        assertThat(status >= 400 || !response.isMissingNode()).as(status + " of " + method + " " + plain + " is described").isTrue();
        JsonNode described = response.isMissingNode() ? responses.get("default") : response;
        String type = answer.response().headers().firstValue("Content-Type").orElse("").split(";")[0];
        JsonNode schema = described.path("content").path(type).path("schema");
        if (type.endsWith("/json") || type.endsWith("+json")) {
            assertThat(schema.isMissingNode()).as(type + " of " + method + " " + plain + " is described").isFalse();
            schemas.check(schema, answer.json(), plain);
        }
        return answer;
    }
}

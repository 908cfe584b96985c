package org.carillon.control.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.carillon.control.server.Http.Answer;
import org.carillon.interchange.ExportFormat;
import org.carillon.job.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every format goes in and out over the control API, first as a dry run. */
class InterchangeApiTest {
    @TempDir
    private Path directory;

    private ServedScheduler served;
    private Http http;
    private SchemaCheck schemas;
    private JsonNode description;

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

    @ParameterizedTest
    @CsvSource({"crontab.txt,crontab", "crontab/system.txt,system-crontab", "systemd/cat.txt,systemd", "windows/tidy.xml,windows",
        "windows/all.xml,windows", "launchd/org.example.tidy.plist,launchd", "kubernetes/cronjobs.yaml,kubernetes"})
    void aFileOfEachFormatIsTriedAndThenImported(String sample, String format) throws Exception {
        byte[] file = sample(sample);
        String name = "name=" + sample.replaceFirst(".*/", "");
        JsonNode tried = post("/v1/import?dryRun=true&format=" + format + "&" + name, file);
        assertThat(tried.get("added").intValue()).isZero();
        assertThat(served.scheduler().jobs()).isEmpty();
        assertThat(timeless(post("/v1/import?dryRun=true&format=auto&" + name, file))).isEqualTo(timeless(tried));

        JsonNode imported = post("/v1/import?format=" + format + "&" + name, file);
        assertThat(imported.get("added").intValue()).isPositive().isEqualTo(served.scheduler().jobs().size());
        long jobs = imported.get("entries").valueStream().filter(entry -> entry.has("job")).count();
        assertThat(jobs).isEqualTo(served.scheduler().jobs().size());
        assertThat(imported.get("entries").valueStream().filter(entry -> entry.has("error")))
                .allSatisfy(entry -> assertThat(entry.get("error").stringValue()).isNotBlank());
        assertThat(post("/v1/import?whenExists=skip&format=" + format + "&" + name, file).get("added").intValue()).isZero();
    }

    /** Intervals are counted from the moment of the import. */
    private static String timeless(JsonNode report) {
        return report.toString().replaceAll("\"start\":\"[^\"]*\"", "");
    }

    @Test
    void aTimerAndItsServiceComeTogether() throws Exception {
        String body = JsonMapper.shared().writeValueAsString(Map.of("files", List.of(
                Map.of("name", "photos-backup.timer", "text", new String(sample("systemd/photos-backup.timer"), StandardCharsets.UTF_8)),
                Map.of("name", "photos-backup.service", "text", new String(sample("systemd/photos-backup.service"), StandardCharsets.UTF_8)),
                Map.of("name", "/etc/cron.d/x", "text", "0 9 * * 1-5 root backup\n"))));
        assertThat(post("/v1/import", body.getBytes(StandardCharsets.UTF_8)).get("added").intValue()).isEqualTo(2);
        assertThat(served.scheduler().job("photos-backup")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void jobsGoOutInEachFormatAndComeBack(ExportFormat format) throws Exception {
        served.scheduler().add(ServedScheduler.job("b", "true"));
        served.scheduler().add(ServedScheduler.job("a", "echo x"));
        served.scheduler().pause("b");
        JsonNode report = get("/v1/export?dryRun=true&format=" + format.label()).json();
        List<String> out = report.get("entries").valueStream().filter(entry -> !entry.get("leftOut").booleanValue())
                .map(entry -> entry.get("id").stringValue()).toList();
        Answer answer = get("/v1/export?format=" + format.label());
        assertThat(report.get("files").valueStream().map(file -> file.get("text").stringValue())).allSatisfy(text -> assertThat(answer.body()).contains(text));
        assertThat(answer.header("Carillon-Left-Out")).isEqualTo(out.size() == 2 ? null : "b");
        assertThat(report.get("entries").valueStream().filter(entry -> entry.get("leftOut").booleanValue()))
                .allSatisfy(entry -> assertThat(entry.get("refusals").get(0).stringValue()).contains("paused"));

        List<Job> before = served.scheduler().jobs().stream().map(status -> status.job()).filter(job -> out.contains(job.id())).toList();
        served.scheduler().remove("a");
        served.scheduler().remove("b");
        assertThat(post("/v1/import?format=auto&name=" + format.fileName(), answer.body().getBytes(StandardCharsets.UTF_8)).get("added").intValue())
                .isEqualTo(before.size());
    }

    @Test
    void whatIsWrongNamesItsParameter() throws Exception {
        assertThat(get("/v1/export?format=pdf").json().get("field").stringValue()).isEqualTo("format");
        assertThat(get("/v1/export?job=nobody").status()).isEqualTo(404);
        assertThat(http.post("/v1/import?format=pdf", "x").json().get("field").stringValue()).isEqualTo("format");
        assertThat(http.post("/v1/import?encoding=none", "x").json().get("field").stringValue()).isEqualTo("encoding");
        assertThat(http.post("/v1/import", "{\"files\":[{\"name\":\"a\"}]}").json().get("field").stringValue()).isEqualTo("files[0].text");
    }

    private Answer get(String path) throws Exception {
        Answer answer = http.get(path);
        String type = answer.response().headers().firstValue("Content-Type").orElse("").split(";")[0];
        if (answer.status() == 200 && type.endsWith("json")) {
            schemas.check(description.at("/paths/~1v1~1export/get/responses/200/content").get(type).get("schema"), answer.json(), path);
        }
        return answer;
    }

    private JsonNode post(String path, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(served.server().address().url() + path))
                .header("Authorization", "Bearer " + served.server().address().token())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            JsonNode answer = JsonMapper.shared().readTree(response.body());
            schemas.check(description.at("/paths/~1v1~1import/post/responses/200/content/application~1json/schema"), answer, path);
            return answer;
        }
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = InterchangeApiTest.class.getResourceAsStream("/org/carillon/interchange/" + name)) {
            return in.readAllBytes();
        }
    }
}

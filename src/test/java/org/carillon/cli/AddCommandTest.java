package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.carillon.cli.CommandLineFixture.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AddCommandTest {
    @TempDir
    private Path data;

    private CommandLineFixture carillon;

    @BeforeEach
    void aCommandLine() {
        carillon = new CommandLineFixture(data, new RealSchedulers(), null);
    }

    @Test
    void aJobInHalfAnHourPrintsItsIdAndWhen() {
        Result added = carillon.run("add", "--in", "30m", "--name", "cancel order 42", "--", "./cancel", "42");
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.lines()).containsExactly("cancel-order-42", "  2026-11-23T20:30:00+08:00");
        JsonNode job = job("cancel-order-42");
        assertThat(job.at("/action/command").toString()).isEqualTo("[\"./cancel\",\"42\"]");
        assertThat(job.at("/action/workingDirectory").stringValue()).isEqualTo(Path.of("").toAbsolutePath().toString());
    }

    @Test
    void everyWayToSayWhenMakesItsTrigger() {
        carillon.run("add", "--id", "a", "--every", "5m", "--", "true");
        carillon.run("add", "--id", "b", "--cron", "0 9 * * 1-5", "--zone", "Europe/Berlin", "--", "true");
        carillon.run("add", "--id", "c", "--at", "2026-12-24T18:00", "--", "true");
        carillon.run("add", "--id", "d", "--when", "weekdays at 9", "--", "true");
        assertThat(job("a").at("/trigger/every").stringValue()).isEqualTo("PT5M");
        assertThat(job("b").at("/trigger/timezone").stringValue()).isEqualTo("Europe/Berlin");
        assertThat(job("c").at("/nextRun").stringValue()).isEqualTo("2026-12-24T18:00:00+08:00");
        assertThat(job("d").at("/schedule").stringValue()).isEqualTo("Every weekday at 09:00");
    }

    @Test
    void policiesAreOptions() {
        carillon.run("add", "--id", "a", "--every", "1h30m", "--timeout", "90s", "--retries", "3", "--backoff", "1m", "--retry-jitter", "5s", "--overlap", "queue",
                "--grace", "1d", "--catch-up", "2d", "--jitter", "10s", "--priority", "1", "--max-runs", "7", "--remove-when-done",
                "--keep-runs", "9", "--paused", "--tag", "x", "--tag", "y", "--group", "g", "--", "echo a; echo b");
        JsonNode job = job("a");
        assertThat(job.at("/policy").toString()).contains("\"timeout\":\"PT1M30S\"", "\"attempts\":3", "\"backoff\":\"PT1M\"", "\"jitter\":\"PT5S\"",
                "\"overlap\":\"queue\"", "\"misfireGrace\":\"PT24H\"", "\"all\":\"PT48H\"", "\"jitter\":\"PT10S\"", "\"priority\":1",
                "\"maxRuns\":7", "\"removeWhenDone\":true", "\"keepRuns\":9");
        assertThat(job.at("/enabled").booleanValue()).isFalse();
        assertThat(job.at("/tags")).hasSize(2);
        assertThat(job.at("/action/command").stringValue()).isEqualTo("echo a; echo b");
    }

    @Test
    void aWordThatNamesAFileBehindAnAtSignStaysAsItIs() throws Exception {
        String file = "@" + Files.writeString(data.resolve("data.json"), "{\"order\": 42}");

        Result added = carillon.run("add", "--id", "post", "--every", "1h", "--", "curl", "-d", file, "http://x/");

        assertThat(added.code()).as(added.err()).isZero();
        assertThat(job("post").at("/action/command").toString()).isEqualTo("[\"curl\",\"-d\",\"" + file + "\",\"http://x/\"]");
    }

    @Test
    void whatIsNotSaidOfThePolicyIsAsTheSettingsHaveItForNewJobs() throws Exception {
        Files.writeString(data.resolve("settings.json"), """
                {"newJobs":{"policy":{"timeout":"PT7M","overlap":"queue","retry":{"attempts":2,"backoff":"PT9S"}}}}""");
        carillon.run("add", "--id", "a", "--every", "1h", "--backoff", "1m", "--", "true");
        JsonNode policy = job("a").at("/policy");
        assertThat(policy.at("/timeout").stringValue()).isEqualTo("PT7M");
        assertThat(policy.at("/overlap").stringValue()).isEqualTo("queue");
        assertThat(policy.at("/retry/attempts").intValue()).isEqualTo(2);
        assertThat(policy.at("/retry/backoff").stringValue()).isEqualTo("PT1M");
    }

    @Test
    void halfAJobIsWrongUsage() {
        for (List<String> line : List.of(List.of("--", "true"), List.of("--in", "5m"), List.of("--in", "5m", "--every", "5m", "--", "true"),
                List.of("--in", "soon", "--", "true"), List.of("--when", "whenever", "--", "true"))) {
            List<String> all = new CopyOnWriteArrayList<>(line);
            all.addFirst("add");
            assertThat(carillon.run(all.toArray(String[]::new)).code()).as(line.toString()).isEqualTo(ExitCode.WRONG_USAGE);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--every 5m --body {} -- true | --body",
        "--every 5m --header A:b -- true | --header",
        "--every 5m --expect 200 -- true | --expect",
        "--every 5m --http GET http://x/ --dir / | --dir",
        "--every 5m --http GET http://x/ --env A=b | --env",
        "--every 5m --dialect unix -- true | --dialect",
        "--cron 61_*_*_*_* -- true | 59_*_*_*_*",
        "--every 5m --overlap zonk -- true | zonk",
        "--every 5m --priority 0 -- true | priority",
        "--every 5m --id A! -- true | A!"})
    void whatWouldDoNothingOrCannotBeIsWrongUsage(String line, String named) {
        Result result = carillon.run(Stream.of(("add " + line).split(" ")).map(word -> word.replace('_', ' ')).toArray(String[]::new));

        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(result.err()).contains(named.replace('_', ' '));
        assertThat(carillon.run("jobs", "--json").json()).isEmpty();
    }

    @Test
    void aJobThatNeverRunsIsAddedWithAWordAboutIt() {
        Result past = carillon.run("add", "--id", "past", "--at", "2020-01-01T09:00", "--", "true");
        assertThat(past.code()).isZero();
        assertThat(past.lines()).containsExactly("past");
        assertThat(past.err()).contains("note: Does not run any more; the last time was 2020-01-01 09:00");
        assertThat(carillon.run("add", "--id", "never", "--cron", "0 0 31 2 *", "--", "true").err()).contains("note: Never runs");
        assertThat(carillon.run("add", "--id", "wide", "--cron", "*/90 * * * *", "--", "true").err()).contains("note: ").contains("90");
        assertThat(carillon.run("add", "--id", "daily", "--cron", "@daily", "--", "true").err()).isEmpty();
    }

    @Test
    void noMoreRunsAreShownThanThereWillBe() {
        assertThat(carillon.run("add", "--id", "thrice", "--every", "5m", "--max-runs", "3", "--", "true").lines()).hasSize(1 + 3);
        assertThat(carillon.run("add", "--id", "often", "--every", "5m", "--max-runs", "30", "--", "true").lines()).hasSize(1 + 5);
    }

    @Test
    void theDialectOfAnExpressionCanBeSaid() {
        carillon.run("add", "--id", "q", "--cron", "0 0 3 * * 1", "--dialect", "quartz", "--zone", "UTC", "--", "true");
        carillon.run("add", "--id", "u", "--cron", "0 0 3 * * 1", "--dialect", "unix", "--zone", "UTC", "--", "true");

        assertThat(OffsetDateTime.parse(job("q").at("/nextRun").stringValue()).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(OffsetDateTime.parse(job("u").at("/nextRun").stringValue()).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void anHttpRequestIsSentAndItsAnswerIsTheLog() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("X-Order") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "cancelled\n".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/gone") ? 410 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            Result added = carillon.run("add", "--id", "web", "--every", "1h", "--http", "POST", url + "/cancel", "--header", "X-Order: 42",
                    "--body", "{}", "--expect", "200,204");
            assertThat(added.code()).as(added.err()).isZero();
            Result run = carillon.run("start", "web");
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).isEqualTo("cancelled\n");
            assertThat(heard).containsExactly("POST 42 {}");

            carillon.run("add", "--id", "gone", "--every", "1h", "--http", "GET", url + "/gone");
            Result failed = carillon.run("start", "gone");
            assertThat(failed.code()).isEqualTo(ExitCode.FAILED);
            assertThat(failed.err()).contains("410");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void statusWaitTopAndDoctorAnswerWithoutAnInstance() {
        carillon.run("add", "--id", "bad", "--every", "1h", "--", "exit 7; true");
        carillon.run("start", "bad");
        assertThat(carillon.run("wait", "1").code()).isEqualTo(7);
        assertThat(carillon.run("wait", "99").code()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(carillon.run("status", "--json").json().at("/jobs").intValue()).isEqualTo(1);
        assertThat(carillon.run("status").out()).contains("No instance runs");
        assertThat(carillon.run("top", "--once").out()).contains("FAILED");
        Result doctor = carillon.run("doctor", "--json");
        assertThat(doctor.json().findValuesAsString("check")).contains("environment", "directory", "disk", "control", "store", "clock");
        assertThat(carillon.run("completion").out()).contains("complete ");
    }

    private JsonNode job(String id) {
        for (JsonNode job : carillon.run("jobs", "--json").json()) {
            if (job.get("id").stringValue().equals(id)) {
                return job;
            }
        }
        throw new AssertionError("No job " + id);
    }
}

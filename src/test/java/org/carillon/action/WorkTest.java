package org.carillon.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.carillon.job.Action;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.EmailAction;
import org.carillon.job.HttpAction;
import org.carillon.job.MailSecurity;
import org.carillon.job.Reason;
import org.carillon.job.ScriptAction;
import org.carillon.job.ScriptLanguage;
import org.carillon.job.SqlAction;
import org.carillon.job.SuccessRule;
import org.carillon.log.RunLogWriter;
import org.carillon.log.RunLogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The kinds of work besides commands and tasks, against real interpreters, databases and servers. */
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class WorkTest {
    private static final long RUN = 7;

    @TempDir
    Path directory;
    private final StopSignal stop = new StopSignal();
    private Map<String, String> secrets = Map.of();

    private ActionResult run(Action action) throws InterruptedException {
        try (RunLogWriter log = new RunLogs(directory).create(RUN, Instant.now())) {
            Secrets known = name -> Optional.ofNullable(secrets.get(name));
            return new Actions(Instant::now, new Tasks(), UserEnvironment.ofProcess(), "key", known, RootProcesses.NONE)
                    .run(new ActionRun(action, new RunMark("test", RUN, "job")), log, stop);
        }
    }

    private String output() throws IOException {
        Optional<Path> file = new RunLogs(directory).find(RUN);
        return file.isEmpty() ? "" : Files.readString(file.get());
    }

    @Test
    void aScriptRunsInItsLanguageWithItsArgumentsAndLeavesNoFile() throws Exception {
        ScriptAction script = new ScriptAction(ScriptLanguage.BASH, null, "echo \"$BASH_VERSION\" | cut -c1 >&2\necho \"$0 <$1> $LANG\"\nexit 4",
                List.of("two words"), null, Map.of("LANG", "C"), "", StandardCharsets.UTF_8, new SuccessRule(Set.of(4), null));

        assertThat(run(script)).isEqualTo(new ActionResult(true, 4, null));
        assertThat(output()).contains("<two words> C").doesNotContain("\n\n");
        String file = output().lines().filter(line -> line.contains("script-")).findFirst().orElseThrow().split(" ")[0];
        assertThat(Path.of(file)).doesNotExist();
        assertThat(Path.of(file).getParent()).doesNotExist();
    }

    @Test
    void withoutALanguageTheFirstLineSaysWhatRunsIt() throws Exception {
        run(new ScriptAction(null, null, "#!/bin/sh -e\nfalse\necho never", List.of(), null, Map.of(), "", StandardCharsets.UTF_8, SuccessRule.DEFAULT));

        assertThat(output()).isEmpty();
    }

    @Test
    void aScriptWhoseInterpreterIsNotThereDoesNotStart() throws Exception {
        ScriptAction script = new ScriptAction(ScriptLanguage.PYTHON, null, "print(1)", List.of(), null, Map.of("PATH", "/nowhere"), "",
                StandardCharsets.UTF_8, SuccessRule.DEFAULT);

        assertThat(run(script).reason()).satisfies(reason -> {
            assertThat(reason.cause()).isEqualTo(Reason.Cause.NOT_STARTED);
            assertThat(reason.detail()).contains("python3, python");
        });
    }

    @Test
    void whatADatabaseAnswersIsTheOutput() throws Exception {
        SqlAction sql = new SqlAction("jdbc:h2:mem:", "sa", null,
                "select * from (values (1, 'x'), (2, null)) as t(a, b) order by a", null);

        assertThat(run(sql)).isEqualTo(ActionResult.DONE);
        assertThat(output()).contains("A\tB\n1\tx\n2\tNULL\n(2 rows)\n");
    }

    @Test
    void whatADatabaseRefusesIsTheReason() throws Exception {
        ActionResult result = run(new SqlAction("jdbc:h2:mem:", null, null, "select * from nothing", null));

        assertThat(result.succeeded()).isFalse();
        assertThat(result.reason().cause()).isEqualTo(Reason.Cause.ERROR);
        assertThat(result.reason().detail()).contains("NOTHING");
    }

    @Test
    void aStoppedStatementIsCancelledInTheDatabase() {
        SqlAction sql = new SqlAction("jdbc:h2:mem:", null, null, "select sum(a.x * b.x) from system_range(1, 1000000) a, system_range(1, 1000000) b", null);
        CompletableFuture<ActionResult> result = CompletableFuture.supplyAsync(() -> {
            try {
                return run(sql);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            stop.ask();
            return result.isDone();
        });
    }

    @Test
    void aDriverComesFromTheJarThatIsNamed() throws Exception {
        Path jar = Path.of(Class.forName("org.h2.Driver").getProtectionDomain().getCodeSource().getLocation().toURI());

        assertThat(run(new SqlAction("jdbc:h2:mem:", null, null, "values 42", jar.toString()))).isEqualTo(ActionResult.DONE);
        assertThat(output()).contains("42");
        assertThat(run(new SqlAction("jdbc:h2:mem:", null, null, "values 42", "/no/such.jar")).reason().detail()).contains("/no/such.jar");
        assertThat(run(new SqlAction("jdbc:other:x", null, null, "values 42", null)).reason().detail()).contains("jdbc:other:").contains("jar");
    }

    @Test
    void aRequestPutsItsAnswerIntoTheLogAndItsStatusDecides() throws Exception {
        secrets = Map.of("TOKEN", "s3cret-token");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = (exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("X-Token") + " " + sent)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(418, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort() + "/${secret:TOKEN}";
            Map<String, String> headers = Map.of("X-Token", "${secret:TOKEN}");
            assertThat(run(new HttpAction("PUT", url, headers, "body", Set.of(418)))).isEqualTo(ActionResult.DONE);
            assertThat(output()).isEqualTo("PUT *** body");
            assertThat(run(new HttpAction("PUT", url, headers, "body", Set.of())).reason())
                    .isEqualTo(Reason.of(Reason.Cause.HTTP_STATUS, "418"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anEMailReachesItsServerWithLoginAndText() throws Exception {
        secrets = Map.of("MAIL", "s3cret-mail");
        try (SmtpServer server = new SmtpServer()) {
            ActionResult result = run(new EmailAction("localhost", server.port(), MailSecurity.NONE, "ann", "MAIL", "Ann <ann@example.org>",
                    List.of("bob@example.org"), List.of("cy@example.org"), "All is well", "First line\nSecond line"));

            assertThat(result).isEqualTo(ActionResult.DONE);
            assertThat(server.commands()).contains("MAIL FROM:<ann@example.org>", "RCPT TO:<bob@example.org>", "RCPT TO:<cy@example.org>");
            assertThat(server.password()).isEqualTo("s3cret-mail");
            assertThat(server.text()).contains("Subject: All is well", "First line\nSecond line", "To: bob@example.org");
            assertThat(output()).contains("sent to bob@example.org");
        }
    }

    @Test
    void aServerThatRefusesAnEMailSaysWhy() throws Exception {
        try (SmtpServer server = new SmtpServer()) {
            server.refuse("550 no such user here");
            ActionResult result = run(new EmailAction("localhost", server.port(), MailSecurity.NONE, null, null, "ann@example.org",
                    List.of("bob@example.org"), List.of(), "", ""));

            assertThat(result.succeeded()).isFalse();
            assertThat(result.reason().detail()).contains("localhost").contains("no such user here");
        }
    }

    @Test
    void aServerThatOffersNoEncryptionIsNotSpokenToWhenItIsWanted() throws Exception {
        try (SmtpServer server = new SmtpServer()) {
            ActionResult result = run(new EmailAction("localhost", server.port(), MailSecurity.START_TLS, null, null, "ann@example.org",
                    List.of("bob@example.org"), List.of(), "", ""));

            assertThat(result.succeeded()).isFalse();
            assertThat(result.reason().detail()).contains("STARTTLS");
            assertThat(server.commands()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void aSecretIsPutInAndMaskedHoweverItIsPrinted() throws Exception {
        secrets = Map.of("KEY", "correct horse");
        CommandAction command = new CommandAction(new CommandLine.ShellLine("printf 'a correct '; sleep 0.3; echo 'horse b'; echo \"$K\"; exit 3", null),
                null, Map.of("K", "<${secret:KEY}>"), "", StandardCharsets.UTF_8, new SuccessRule(Set.of(3), "co.* horse"));

        ActionResult result = run(command);

        assertThat(output()).isEqualTo("a *** b\n<***>\n");
        assertThat(result.reason()).isEqualTo(Reason.of(Reason.Cause.OUTPUT, "***"));
    }

    @Test
    void aSecretThatIsNotThereIsNamed() throws Exception {
        ActionResult result = run(CommandAction.of(new CommandLine.ShellLine("echo ${secret:NOPE}", null)));

        assertThat(result.reason().cause()).isEqualTo(Reason.Cause.NOT_STARTED);
        assertThat(result.reason().detail()).contains("NOPE");
        assertThat(output()).isEmpty();
    }
}

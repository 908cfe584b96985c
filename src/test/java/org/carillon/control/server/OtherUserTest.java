package org.carillon.control.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.carillon.control.ControlFile;
import org.carillon.engine.Scheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another user of the same machine, for real: needs root, to become somebody else. */
class OtherUserTest {
    private static final String NOBODY = "65534";

    private record Result(int code, String output) {}

    @TempDir
    private Path directory;

    private ServedScheduler served;

    @BeforeEach
    void anInstanceWhoseDirectoryIsAtAPublicPlace() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")) && run("id", "-u").output().strip().equals("0"),
                "becoming another user needs root and setpriv");
        served = new ServedScheduler(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(asNobody("test -x " + directory + " && id -u").output().strip()).as("nobody gets as far as the directory above").isEqualTo(NOBODY);
    }

    @AfterEach
    void end() throws IOException {
        if (served != null) {
            served.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls DATA", "cat DATA/control.json", "cat DATA/carillon.mv.db", "cat DATA/logs/*/1.log", "find DATA/logs",
        "touch DATA/new", "ln -s /etc/passwd DATA/control.json.new", "mv DATA/control.json DATA/x", "rm -f DATA/control.json", "chmod 777 DATA"})
    void nothingInTheDirectoryCanBeReadOrChanged(String command) throws Exception {
        Scheduler scheduler = served.scheduler();
        scheduler.add(ServedScheduler.job("secret", "echo secret"));
        scheduler.await(scheduler.start("secret"), Duration.ofSeconds(20));
        Result tried = asNobody(command.replace("DATA", served.data().toString()));
        assertThat(tried.code()).isNotZero();
        assertThat(tried.output()).containsAnyOf("Permission denied", "Operation not permitted").doesNotContain("token", "secret\n");
        assertThat(new ControlFile(served.data()).read()).contains(served.server().address());
    }

    @Test
    void thePortAnswersNothingWithoutTheToken() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash here");
        int port = served.server().address().port();
        String talk = "exec 3<>/dev/tcp/127.0.0.1/" + port + "; printf '%s\\r\\n' '%s' 'Host: 127.0.0.1:" + port
                + "' 'Connection: close' '' >&3; head -n 1 <&3";
        for (String line : List.of("GET /v1/jobs HTTP/1.1", "POST /v1/command HTTP/1.1", "GET /v1/health HTTP/1.1", "GET /openapi.json HTTP/1.1")) {
            assertThat(asNobody(talk.replace("'%s' 'Host", "'" + line + "' 'Host")).output()).as(line).startsWith("HTTP/1.1 401");
        }
    }

    private static Result asNobody(String command) throws IOException, InterruptedException {
        return run("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "/bin/bash", "-c", command);
    }

    private static Result run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true).directory(Path.of("/").toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}

package org.carillon.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.carillon.message.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class LoginShellTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path home;
    private Map<String, String> own;

    @BeforeEach
    void standAtHome() {
        own = new HashMap<>(System.getenv());
        own.put("HOME", home.toString());
        own.put("PATH", "/usr/bin:/bin");
        own.put("OWN", "kept");
    }

    private ImportedEnvironment ask(Path shell, Duration limit) {
        return new LoginShell(own, shell, limit).environment();
    }

    private ImportedEnvironment askBash(String loginFile) throws IOException {
        Files.writeString(home.resolve(".bash_profile"), loginFile);
        return ask(Path.of("/bin/bash"), LONG);
    }

    private Path script(String text) throws IOException {
        Path shell = home.resolve("shell");
        Files.writeString(shell, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(shell, PosixFilePermissions.fromString("rwx------"));
        return shell;
    }

    @Test
    void itKnowsWhatTheLoginFilesSet() throws Exception {
        ImportedEnvironment imported = askBash("export PATH=/opt/mine/bin:$PATH\nexport GREETING='hello\nthere=you'\n");
        assertThat(imported.problem()).isNull();
        assertThat(imported.variables().get("PATH")).startsWith("/opt/mine/bin:");
        assertThat(imported.variables())
                .containsEntry("GREETING", "hello\nthere=you")
                .containsEntry("OWN", "kept")
                .doesNotContainKeys(RunMark.SCHEDULER, RunMark.RUN, RunMark.JOB);
    }

    @Test
    void whatTheLoginFilesPrintAndAskIsNoMatter() throws Exception {
        ImportedEnvironment imported = askBash("echo Welcome; echo oh >&2; read -r answer; tty; export A=1\n");
        assertThat(imported.problem()).isNull();
        assertThat(imported.variables()).containsEntry("A", "1");
    }

    @Test
    void whatOnlyInteractiveShellsReadIsReadToo() throws Exception {
        assertThat(askBash("case $- in *i*) export INTERACTIVE=yes;; esac\n").variables()).containsEntry("INTERACTIVE", "yes");
    }

    @Test
    void anAgentThatALoginFileStartsLivesOnAndKeepsNobodyWaiting() throws Exception {
        ImportedEnvironment imported = askBash("sleep 100 & export AGENT=$!\n");
        assertThat(imported.problem()).isNull();
        ProcessHandle agent = ProcessHandle.of(Long.parseLong(imported.variables().get("AGENT"))).orElseThrow();
        assertThat(agent.isAlive()).isTrue();
        agent.destroyForcibly();
    }

    @Test
    void aShellThatHangsIsEndedAtTheLimitWithAllThatItHasStarted() throws Exception {
        long started = System.nanoTime();
        ImportedEnvironment imported = ask(script("(sleep 1000 & echo $! >> '" + home + "/pids'; wait)\n"), Duration.ofMillis(1500));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        assertThat(imported.variables()).isEqualTo(own);
        assertThat(imported.problem().in(Language.ENGLISH)).contains("did not tell its environment within 1 seconds", "jobs have Carillon’s own");
        await().atMost(10, TimeUnit.SECONDS).until(() -> Files.readAllLines(home.resolve("pids")).stream()
                .noneMatch(pid -> ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false)));
    }

    @Test
    void aShellThatHangsWhenItIsInteractiveIsAskedOnceMoreWithout() throws Exception {
        ImportedEnvironment imported = ask(script("[ \"$1\" = -lic ] && sleep 1000\nexport WAY=$1; eval \"$2\"\n"), Duration.ofSeconds(3));
        assertThat(imported.problem()).isNull();
        assertThat(imported.variables()).containsEntry("WAY", "-lc");
    }

    @Test
    void aShellThatSaysNothingLeavesOwnVariablesAndSaysSo() throws Exception {
        ImportedEnvironment imported = ask(script("exit 3\n"), LONG);
        assertThat(imported.variables()).isEqualTo(own);
        assertThat(imported.problem().in(Language.ENGLISH)).contains(home.resolve("shell").toString(), "could not be imported");
    }

    @Test
    void aShellThatDoesNotExistLeavesOwnVariablesAndSaysSo() {
        ImportedEnvironment imported = ask(home.resolve("none"), LONG);
        assertThat(imported.variables()).isEqualTo(own);
        assertThat(imported.problem().in(Language.ENGLISH)).contains(home.resolve("none").toString());
    }
}

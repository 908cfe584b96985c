package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.carillon.action.UserEnvironment;
import org.carillon.action.UserEnvironments;
import org.carillon.job.Circumstances;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.SuccessRule;
import org.carillon.log.RunLogs;
import org.carillon.store.JobStore;
import org.carillon.store.jdbc.H2JobStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger keeps of what was run, where and in which environment, with a real shell, a real file and real processes. */
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class CircumstancesTest {
    @TempDir
    Path directory;
    private Path shell;

    @BeforeEach
    void makeShell() throws Exception {
        shell = directory.resolve("shell");
        Files.writeString(shell, "#!/bin/sh\n. '" + directory + "/profile'\neval \"$2\"\n");
        Files.setPosixFilePermissions(shell, PosixFilePermissions.fromString("rwx------"));
        profile("one");
    }

    private void profile(String greeting) throws Exception {
        Files.writeString(directory.resolve("profile"), "export GREETING=" + greeting + "\n");
    }

    private BackgroundScheduler scheduler(JobStore store, UserEnvironment environment) {
        return BackgroundScheduler.builder().store(store).logs(new RunLogs(directory.resolve("logs"))).environment(environment).build();
    }

    private UserEnvironment ofShell() {
        return UserEnvironments.ofShell(shell, Duration.ofSeconds(20));
    }

    private Job job(String line, Map<String, String> own) {
        CommandAction action = new CommandAction(new CommandLine.ShellLine(line, null), directory.toString(), own, "",
                StandardCharsets.UTF_8, SuccessRule.DEFAULT);
        return Job.of("a", "A", Bench.cron("0 0 1 1 *"), action).withPolicy(Policy.DEFAULT);
    }

    private static Run run(Scheduler scheduler) throws InterruptedException {
        Run run = scheduler.await(scheduler.start("a"), Duration.ofSeconds(30));
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        return run;
    }

    private String printed(Run run) throws Exception {
        return Files.readString(new RunLogs(directory.resolve("logs")).find(run.id()).orElseThrow()).strip();
    }

    @Test
    void aRunKeepsItsCommandDirectoryUserAndAHashOfItsEnvironment() throws Exception {
        try (JobStore store = H2JobStore.open(directory); BackgroundScheduler scheduler = scheduler(store, ofShell())) {
            scheduler.add(job("echo $GREETING", Map.of()));
            Run first = run(scheduler);
            assertThat(printed(first)).isEqualTo("one");
            assertThat(first.user()).isEqualTo(System.getProperty("user.name"));
            Circumstances known = first.circumstances();
            assertThat(known.command()).isEqualTo("echo $GREETING");
            assertThat(known.directory()).isEqualTo(directory.toString());
            assertThat(known.environment()).matches("[0-9a-f]{32}");
            assertThat(run(scheduler).circumstances()).isEqualTo(known);
        }
    }

    @Test
    void theSameEnvironmentHasTheSameHashAfterARestartAndAnotherOneInAnotherStore() throws Exception {
        String hash;
        try (JobStore store = H2JobStore.open(directory); BackgroundScheduler scheduler = scheduler(store, ofShell())) {
            scheduler.add(job("true", Map.of()));
            hash = run(scheduler).circumstances().environment();
        }
        try (JobStore store = H2JobStore.open(directory); BackgroundScheduler scheduler = scheduler(store, ofShell())) {
            assertThat(run(scheduler).circumstances().environment()).isEqualTo(hash);
        }
        Path other = Files.createDirectory(directory.resolve("other"));
        try (JobStore store = H2JobStore.open(other); BackgroundScheduler scheduler = scheduler(store, ofShell())) {
            scheduler.add(job("true", Map.of()));
            assertThat(run(scheduler).circumstances().environment()).isNotEqualTo(hash);
        }
    }

    @Test
    void aRefreshedEnvironmentIsSeenByTheNextRunAndMakesItDiffer() throws Exception {
        UserEnvironment environment = ofShell();
        try (JobStore store = H2JobStore.open(directory); BackgroundScheduler scheduler = scheduler(store, environment)) {
            scheduler.add(job("echo $GREETING", Map.of()));
            Run before = run(scheduler);
            profile("two");
            environment.refresh();
            Run after = run(scheduler);
            assertThat(printed(after)).isEqualTo("two");
            assertThat(after.circumstances().environment()).isNotEqualTo(before.circumstances().environment());
        }
    }

    @Test
    void aJobsOwnVariablesAreOnTopAndCount() throws Exception {
        try (JobStore store = H2JobStore.open(directory); BackgroundScheduler scheduler = scheduler(store, ofShell())) {
            scheduler.add(job("echo $GREETING", Map.of()));
            Run before = run(scheduler);
            scheduler.replace(job("echo $GREETING", Map.of("GREETING", "mine")));
            Run after = run(scheduler);
            assertThat(printed(after)).isEqualTo("mine");
            assertThat(after.circumstances().environment()).isNotEqualTo(before.circumstances().environment());
        }
    }

    @Test
    void aProgramThatDoesNotAskForItHasItsOwnEnvironment() throws Exception {
        try (JobStore store = H2JobStore.open(directory);
                BackgroundScheduler scheduler = BackgroundScheduler.builder()
                        .store(store).logs(new RunLogs(directory.resolve("logs"))).build()) {
            scheduler.add(job("echo \"[$GREETING] $PATH\"", Map.of()));
            assertThat(printed(run(scheduler))).isEqualTo("[] " + System.getenv("PATH"));
        }
    }
}

package org.carillon.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.log.LogLine;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogs;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.trigger.DateTrigger;
import org.carillon.ui.fx.DirectBackground;
import org.carillon.ui.fx.ManualTicker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for a POSIX shell")
class TestRunViewModelTest {
    @TempDir
    private Path directory;

    private final ManualTicker ticker = new ManualTicker();
    private BackgroundScheduler scheduler;
    private TestRunViewModel model;

    @BeforeEach
    void begin() {
        RunLogs logs = new RunLogs(directory);
        scheduler = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(logs).build();
        scheduler.start();
        model = new TestRunViewModel(scheduler, TrialLog.of(logs), new DirectBackground(), ticker);
    }

    @AfterEach
    void end() {
        scheduler.close();
    }

    @Test
    void itsOutputIsShownWithItsStreams() {
        model.start(job("echo one; echo two >&2; sleep 0.3; echo three"));
        awaitEnd();

        assertThat(model.lines()).extracting(LogLine::text).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(model.lines()).filteredOn(line -> line.stream() == LogStream.ERR).extracting(LogLine::text).containsExactly("two");
        assertThat(model.run().get().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(model.run().get().trigger()).isEqualTo(RunTrigger.TEST);
    }

    @Test
    void outputAppearsWhileItRuns() {
        model.start(job("echo begun; exec sleep 60"));

        await().pollInSameThread().until(() -> {
            ticker.tick();
            return !model.lines().isEmpty();
        });

        assertThat(model.active().get()).isTrue();
        model.stop();
        awaitEnd();
        assertThat(model.run().get().state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void aLineThatGrowsIsShownOnce() {
        model.start(job("printf half; sleep 0.4; echo way"));
        awaitEnd();

        assertThat(model.lines()).extracting(LogLine::text).containsExactly("halfway");
    }

    @Test
    void moreLinesThanAreReadAtOnceAllArrive() {
        model.start(job("seq 1 5000"));
        awaitEnd();

        assertThat(model.lines()).hasSize(5_000);
        assertThat(model.lines().getLast().text()).isEqualTo("5000");
    }

    @Test
    void theNextTestRunBeginsWithAnEmptyLog() {
        model.start(job("echo first"));
        awaitEnd();

        model.start(job("echo second"));
        awaitEnd();

        assertThat(model.lines()).extracting(LogLine::text).containsExactly("second");
    }

    @Test
    void closingStopsIt() {
        model.start(job("exec sleep 60"));

        model.close();

        assertThat(model.shown().get()).isFalse();
        assertThat(ticker.isIdle()).isTrue();
        await().until(() -> scheduler.status().running() == 0);
    }

    @Test
    void theJobIsNotSaved() {
        model.start(job("echo hello"));
        awaitEnd();

        assertThat(scheduler.jobs()).isEmpty();
    }

    private void awaitEnd() {
        await().pollInSameThread().until(() -> {
            ticker.tick();
            return !model.active().get();
        });
    }

    private static Job job(String line) {
        return Job.of("draft", "Draft", new DateTrigger(Instant.EPOCH, ZoneOffset.UTC),
                CommandAction.of(new CommandLine.ShellLine(line, null)));
    }
}

package org.carillon.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.carillon.interchange.InterchangeException;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.TriggerDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportSourceTest {
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(ZoneOffset.UTC, Instant.parse("2026-11-23T12:00:00Z"), "");
    private static final Job JOB = Job.of("hello", "Hello", CronTrigger.parse("0 9 * * *", null, DEFAULTS),
            CommandAction.of(new CommandLine.ShellLine("echo hello", null)));

    @TempDir
    private Path directory;

    @Test
    void aFileThatBeginsWithABraceHoldsJobs() throws IOException {
        Path file = Files.writeString(directory.resolve("jobs.json"), "\n" + JobJson.writeFile(List.of(JOB)));

        assertThat(ImportSource.ofFiles(List.of(file)).plan(DEFAULTS).jobs()).containsExactly(JOB);
    }

    @Test
    void anyOtherFileIsACrontab() throws IOException {
        Path file = Files.writeString(directory.resolve("my.cron"), "# 你好\n@daily echo 你好\n");

        assertThat(ImportSource.ofFiles(List.of(file)).plan(DEFAULTS).jobs()).singleElement()
                .matches(job -> job.action().summary().equals("echo 你好"));
    }

    @Test
    void onlyTheInstalledCrontabGoesOnRunningElsewhere() throws IOException {
        Path file = Files.writeString(directory.resolve("my.cron"), "");

        assertThat(ImportSource.ofFiles(List.of(file)).live()).isFalse();
        assertThat(ImportSource.ofCrontab(() -> "@daily ls").live()).isTrue();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = directory.resolve("gone");

        assertThatThrownBy(() -> ImportSource.ofFiles(List.of(file))).isInstanceOf(InterchangeException.class).hasMessageContaining(file.toString());
    }
}

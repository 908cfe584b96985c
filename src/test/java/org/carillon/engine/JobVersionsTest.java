package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.HttpAction;
import org.carillon.job.Job;
import org.carillon.job.JobVersion;
import org.carillon.job.Origin;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.store.JobStore;
import org.carillon.store.Samples;
import org.carillon.store.jdbc.H2JobStore;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.TriggerDefaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobVersionsTest {
    private static final Job JOB = Samples.job("a");

    @TempDir
    private Path directory;

    private JobStore store;
    private BackgroundScheduler scheduler;

    @BeforeEach
    void open() {
        store = H2JobStore.open(directory);
        scheduler = BackgroundScheduler.builder().store(store).build();
    }

    @AfterEach
    void close() {
        scheduler.close();
        store.close();
    }

    private static void from(Origin origin, Runnable change) {
        ChangeOrigin.from(origin, () -> {
            change.run();
            return null;
        });
    }

    @Test
    void whoeverChangesAJobIsWrittenDown() {
        from(Origin.IMPORT, () -> scheduler.addAll(List.of(JOB), WhenExists.REFUSE));
        from(Origin.WINDOW, () -> scheduler.replace(JOB.withName("Two")));
        from(Origin.COMMAND_LINE, () -> scheduler.pause("a"));
        scheduler.modify("a", job -> job.withName("Three"));

        List<JobVersion> versions = scheduler.versions("a");
        assertThat(versions).extracting(version -> version.saved().origin())
                .containsExactly(Origin.PROGRAM, Origin.COMMAND_LINE, Origin.WINDOW, Origin.IMPORT);
        assertThat(versions).allSatisfy(version -> assertThat(version.saved().user()).isEqualTo(System.getProperty("user.name")));
        assertThat(versions.getFirst().job()).isEqualTo(scheduler.job("a").orElseThrow().job());
        assertThat(versions.getLast()).isEqualTo(new JobVersion(1, versions.getLast().saved(), JOB));
    }

    @Test
    void whatChangesNothingIsNoVersion() {
        scheduler.add(JOB);
        scheduler.replace(JOB);
        scheduler.resume("a");
        assertThat(scheduler.versions("a")).hasSize(1);
    }

    @Test
    void theSameScheduleInOtherWordsIsKeptAsItWasWritten() {
        TriggerDefaults defaults = new TriggerDefaults(JOB.trigger().zone(), Samples.NOON, "a");
        CronTrigger named = CronTrigger.parse("0 9 * * MON-FRI", null, defaults);
        CronTrigger numbered = CronTrigger.parse("0 9 * * 1-5", null, defaults);
        assertThat(numbered).isEqualTo(named);
        scheduler.add(JOB.withTrigger(named));

        scheduler.replace(JOB.withTrigger(numbered));

        assertThat(scheduler.job("a").orElseThrow().job().trigger()).hasToString(numbered.toString());
        assertThat(scheduler.versions("a")).hasSize(2);
    }

    @Test
    void anOlderVersionBecomesTheNewestAndAPausedJobStaysPaused() {
        scheduler.add(JOB);
        scheduler.replace(JOB.withName("Two"));
        scheduler.pause("a");

        assertThat(scheduler.restore("a", 1)).isEqualTo(JOB.withEnabled(false));

        assertThat(scheduler.job("a").orElseThrow().job()).isEqualTo(JOB.withEnabled(false));
        assertThat(scheduler.versions("a")).extracting(JobVersion::number).containsExactly(4, 3, 2, 1);
    }

    @Test
    void versionsOutliveTheProgramAndTheRemovalThatIsTakenBack() {
        scheduler.add(JOB);
        scheduler.replace(JOB.withName("Two"));
        scheduler.remove("a");
        scheduler.close();
        store.close();

        open();
        assertThatThrownBy(() -> scheduler.versions("a")).isInstanceOf(NoSuchException.class);
        scheduler.add(JOB.withName("Two"));
        assertThat(scheduler.versions("a")).extracting(version -> version.job().name()).containsExactly("Two", "Two", JOB.name());
    }

    @Test
    void aVersionThatIsNotThereIsRefused() {
        scheduler.add(JOB);
        assertThatThrownBy(() -> scheduler.restore("a", 2)).isInstanceOf(NoSuchException.class).hasMessageContaining("no version 2");
        assertThatThrownBy(() -> scheduler.restore("b", 1)).isInstanceOf(NoSuchException.class);
    }

    @Test
    void aJobRunsOnceWithAnotherActionAndStaysAsItIs() throws InterruptedException {
        scheduler.add(JOB);
        long id = scheduler.start("a", CommandAction.of(new CommandLine.Program(List.of("echo", "something", "else"))));
        Run run = scheduler.await(id, Duration.ofSeconds(60));
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.trigger()).isEqualTo(RunTrigger.MANUAL);
        assertThat(run.circumstances().command()).contains("something");
        assertThat(scheduler.job("a").orElseThrow().job()).isEqualTo(JOB);
        assertThat(scheduler.versions("a")).hasSize(1);
    }

    @Test
    void anActionOfAnotherKindIsRefused() {
        scheduler.add(JOB);
        HttpAction other = new HttpAction("GET", "http://127.0.0.1:9/", Map.of(), "", Set.of());
        assertThatThrownBy(() -> scheduler.start("a", other)).isInstanceOf(IllegalArgumentException.class);
    }
}

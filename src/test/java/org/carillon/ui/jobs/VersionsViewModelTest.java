package org.carillon.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.carillon.engine.WhenExists;
import org.carillon.job.Job;
import org.carillon.job.JobDifference;
import org.carillon.job.JobVersion;
import org.carillon.ui.fx.LiveScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsViewModelTest {
    @TempDir
    Path directory;

    private final Job job = LiveScheduler.yearly("backup", "Backup", "true");
    private LiveScheduler live;
    private JobsViewModel jobs;
    private VersionsViewModel model;

    @BeforeEach
    void aJobThatWasRenamed() {
        live = new LiveScheduler(directory);
        jobs = new JobsViewModel(live.scheduler, live.feed, live.background, live.clock, live.times, live.dialogs, live.dialogs);
        model = new VersionsViewModel(live.scheduler, live.background, jobs, live.dialogs);
        live.scheduler.addAll(List.of(job), WhenExists.REFUSE);
        live.scheduler.replace(job.withName("Nightly"));
        live.until(() -> jobs.row("backup") != null);
        jobs.selected().setAll(jobs.row("backup"));
    }

    @AfterEach
    void close() {
        model.close();
        jobs.close();
        live.close();
    }

    private void look() {
        model.active().set(true);
        live.until(() -> model.versions().size() == 2);
    }

    @Test
    void nothingIsReadUntilSomebodyLooks() {
        assertThat(model.versions()).isEmpty();
        look();
        assertThat(model.versions()).extracting(JobVersion::number).containsExactly(2, 1);
    }

    @Test
    void theVersionBeforeIsComparedWithTheJobAsItIs() {
        look();
        assertThat(model.selected().get().number()).isEqualTo(1);
        assertThat(model.title()).isEqualTo("Version 1, compared with the job as it is now");
        assertThat(model.differences()).containsExactly(new JobDifference("name", "", "Backup", "Nightly"));
        assertThat(model.changed(model.versions().getFirst())).isEqualTo("Name");
        assertThat(model.changed(model.versions().getLast())).isEqualTo("added");
        assertThat(model.savedBy(model.versions().getFirst())).startsWith(System.getProperty("user.name"));

        model.selected().set(model.versions().getFirst());
        assertThat(model.differences()).isEmpty();
        assertThat(model.canRestore().get()).isFalse();
        assertThat(model.title()).isEqualTo("Version 2 is the job as it is now");
    }

    @Test
    void anOlderVersionIsRestoredAndThatCanBeUndone() {
        look();
        model.restore();
        live.until(() -> jobs.row("backup").name().equals("Backup") && model.versions().size() == 3);
        live.until(() -> live.dialogs.lastUndo != null);

        live.dialogs.lastUndo.run();
        live.until(() -> jobs.row("backup").name().equals("Nightly"));
    }

    @Test
    void whatSomebodyElseChangedSinceIsNotThrownAway() {
        look();
        model.restore();
        live.until(() -> live.dialogs.lastUndo != null);
        live.scheduler.modify("backup", now -> now.withDescription("of somebody else"));

        live.dialogs.lastUndo.run();
        live.until(() -> !live.dialogs.failures.isEmpty());
        assertThat(live.scheduler.job("backup").orElseThrow().job().description()).isEqualTo("of somebody else");
        assertThat(live.scheduler.job("backup").orElseThrow().job().name()).isEqualTo("Backup");
    }

    @Test
    void aPauseSinceIsNotUndoneWithTheChange() {
        new EditUndo(live.scheduler, live.background, live.dialogs, live.times.language()).saved(job);
        live.until(() -> live.dialogs.lastUndo != null);
        live.scheduler.pause("backup");

        live.dialogs.lastUndo.run();
        live.until(() -> live.scheduler.job("backup").orElseThrow().job().name().equals("Backup"));
        assertThat(live.scheduler.job("backup").orElseThrow().job().enabled()).isFalse();
    }

    @Test
    void whereNothingWasChangedNothingIsOffered() {
        new EditUndo(live.scheduler, live.background, live.dialogs, live.times.language()).saved(job.withName("Nightly"));
        live.until(() -> live.scheduler.versions("backup").size() == 2);
        assertThat(live.dialogs.lastUndo).isNull();
    }
}

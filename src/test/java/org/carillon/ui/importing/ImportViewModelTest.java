package org.carillon.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.engine.JobStatus;
import org.carillon.engine.NoSuchException;
import org.carillon.interchange.ImportEntry;
import org.carillon.interchange.ImportPlan;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.log.RunLogs;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.ui.fx.DirectBackground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {
    private static final String CRONTAB = """
            # nightly
            LANG=C
            0 3 * * *   rsync -a /data/ /backup/
            */5 * * * * date
            61 4 * * *  echo never
            """;
    private static final ImportPlan PLAN =
            ImportPlan.ofCrontab(CRONTAB, new TriggerDefaults(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-23T12:00:00Z"), ""));

    @TempDir
    private Path directory;

    private final List<Throwable> failures = new ArrayList<>();
    private final List<Integer> imported = new ArrayList<>();
    private BackgroundScheduler scheduler;

    @BeforeEach
    void begin() {
        scheduler = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(new RunLogs(directory)).build();
    }

    @AfterEach
    void end() {
        scheduler.close();
    }

    @Test
    void everyLineIsThereAndThoseThatBecomeJobsAreChosen() {
        ImportViewModel model = model();

        assertThat(model.rows()).hasSize(5);
        assertThat(model.importable()).isEqualTo(2);
        assertThat(model.refused()).isEqualTo(1);
        assertThat(model.chosen().get()).isEqualTo(2);
    }

    @Test
    void nothingIsImportedBeforeItIsConfirmed() {
        model().chooseAll(true);

        assertThat(scheduler.jobs()).isEmpty();
    }

    @Test
    void whatIsChosenIsImported() {
        ImportViewModel model = model();
        model.rows().get(2).wanted().set(false);

        assertThat(model.chosen().get()).isEqualTo(1);
        confirm(model);

        assertThat(imported).containsExactly(1);
        assertThat(jobs()).containsExactly(PLAN.jobs().get(1));
    }

    @Test
    void linesThatCannotBecomeJobsAreNeverChosen() {
        ImportViewModel model = model();
        model.chooseAll(false);
        assertThat(model.chosen().get()).isZero();

        model.chooseAll(true);

        assertThat(model.chosen().get()).isEqualTo(2);
    }

    @Test
    void theyCanBePausedAtFirst() {
        ImportViewModel model = model();
        model.paused().set(true);

        confirm(model);

        assertThat(jobs()).hasSize(2).noneMatch(Job::enabled);
    }

    @Test
    void whatIsHereAlreadyIsLeftAsItIsUnlessReplacingIsChosen() {
        Job changed = PLAN.jobs().getFirst().withName("Mine");
        scheduler.add(changed);
        ImportViewModel model = model();

        assertThat(model.existing()).isEqualTo(1);
        assertThat(model.chosen().get()).isEqualTo(1);
        confirm(model);
        assertThat(scheduler.job(changed.id()).map(JobStatus::job)).contains(changed);

        ImportViewModel again = model();
        again.replacing().set(true);
        assertThat(again.chosen().get()).isEqualTo(2);
        confirm(again);
        assertThat(scheduler.job(changed.id()).map(JobStatus::job)).contains(PLAN.jobs().getFirst());
    }

    @Test
    void aFailureIsToldAndNothingIsImported() {
        Job fine = PLAN.jobs().getFirst();
        Job elsewhere = new Job("other", "Other", "", "", Set.of(), true, fine.trigger(), fine.action(), Policy.DEFAULT, "no-such-executor");
        ImportPlan plan = new ImportPlan(Stream.of(fine, elsewhere)
                .map(job -> new ImportEntry(0, job.name(), new ImportEntry.Becomes(job), List.of()))
                .toList());
        ImportViewModel model = new ImportViewModel(plan, Set.of(), scheduler, new DirectBackground());

        confirm(model);

        assertThat(failures).singleElement().isInstanceOf(NoSuchException.class);
        assertThat(imported).isEmpty();
        assertThat(scheduler.jobs()).isEmpty();
        assertThat(model.importing().get()).isFalse();
    }

    private ImportViewModel model() {
        return new ImportViewModel(PLAN, ImportViewModel.existing(scheduler), scheduler, new DirectBackground());
    }

    private void confirm(ImportViewModel model) {
        model.confirm(imported::add, failures::add);
    }

    private List<Job> jobs() {
        return scheduler.jobs().stream().map(JobStatus::job).toList();
    }
}

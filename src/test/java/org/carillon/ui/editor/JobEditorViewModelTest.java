package org.carillon.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.TriggerDefaults;
import org.junit.jupiter.api.Test;

class JobEditorViewModelTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.5Z");
    private static final Job STORED = new Job("old-id", "Backup", "every night", "home", new LinkedHashSet<>(List.of("disk", "nas")), false,
            CronTrigger.parse("0 3 * * *", null, new TriggerDefaults(BERLIN, NOW, "old-id")),
            CommandAction.of(new CommandLine.Program(List.of("rsync", "-a"))), Policy.DEFAULT.withTimeout(Duration.ofMinutes(5)), "slow");

    private Instant now = NOW;
    private final InstantSource clock = () -> now;

    @Test
    void aNewFormWantsANameAndACommandAndShowsNothingInRed() {
        JobEditorViewModel model = fresh();

        assertThat(model.draft().get().job()).isNull();
        assertThat(model.draft().get().problems()).extracting(Problem::field).containsExactly(Field.NAME, Field.COMMAND_LINE);
        assertThat(model.draft().get().problems()).noneMatch(model.draft().get()::shows);
    }

    @Test
    void theScheduleIsThereToPreviewBeforeAnythingElse() {
        assertThat(fresh().draft().get().trigger()).isNotNull();
    }

    @Test
    void tryingToSaveShowsWhatIsMissing() {
        JobEditorViewModel model = fresh();

        model.tried().set(true);

        assertThat(model.draft().get().problems()).allMatch(model.draft().get()::shows);
        assertThat(model.firstProblem()).map(Problem::field).contains(Field.NAME);
    }

    @Test
    void aNameAndACommandMakeAJob() {
        JobEditorViewModel model = filled();

        assertThat(model.draft().get().job()).isEqualTo(Job.of("nightly-backup", "Nightly backup",
                CronTrigger.parse("0 9 * * *", null, new TriggerDefaults(BERLIN, NOW, "x")),
                CommandAction.of(new CommandLine.ShellLine("echo hello", null))));
    }

    @Test
    void everyChangeMakesANewDraft() {
        JobEditorViewModel model = filled();

        model.schedule().simple().time().set("10:15");
        assertThat(model.draft().get().trigger().next(NOW)).isEqualTo("2026-11-24T09:15:00Z");
        model.schedule().simple().time().set("10:1x");
        assertThat(model.draft().get().trigger()).isNull();
        assertThat(model.draft().get().job()).isNull();
    }

    @Test
    void theIdIsMadeFromTheNameAndNumberedWhenTaken() {
        JobEditorViewModel model = filled();

        model.avoidIds(Set.of("nightly-backup", "nightly-backup-2"));

        assertThat(model.id().get()).isEqualTo("nightly-backup-3");
        assertThat(model.draft().get().job().id()).isEqualTo("nightly-backup-3");
    }

    @Test
    void tagsAreTakenApartAtCommasOfBothLanguages() {
        JobEditorViewModel model = filled();

        model.general().tags().set(" disk, home，nas、, disk ");

        assertThat(model.draft().get().job().tags()).containsExactly("disk", "home", "nas");
    }

    @Test
    void aJobThatIsEditedAndNotChangedIsTheSameJob() {
        JobEditorViewModel model = editing();

        assertThat(model.isChanged()).isFalse();
        assertThat(model.finished()).contains(STORED);
    }

    @Test
    void editingKeepsTheIdAndWhatTheFormDoesNotShow() {
        JobEditorViewModel model = editing();

        model.general().name().set("Renamed");

        Job job = model.finished().orElseThrow();
        assertThat(job).isEqualTo(STORED.withName("Renamed"));
        assertThat(job.id()).isEqualTo("old-id");
        assertThat(job.group()).isEqualTo("home");
        assertThat(job.executor()).isEqualTo("slow");
        assertThat(job.enabled()).isFalse();
    }

    @Test
    void aDuplicateGetsAnIdOfItsOwn() {
        JobEditorViewModel model = new JobEditorViewModel(EditorMode.DUPLICATE, STORED, BERLIN, clock);
        model.avoidIds(Set.of("backup", "old-id"));

        assertThat(model.finished()).contains(STORED.withId("backup-2"));
    }

    @Test
    void aChangeThatIsTakenBackIsNone() {
        JobEditorViewModel model = editing();

        model.general().description().set("something else");
        assertThat(model.isChanged()).isTrue();
        model.general().description().set(STORED.description());
        assertThat(model.isChanged()).isFalse();
    }

    @Test
    void lookingAtTheOtherWayToSayTheScheduleIsNoChangeOfTheJob() {
        JobEditorViewModel model = editing();

        model.schedule().mode().set(ScheduleForm.Mode.CRON);

        assertThat(model.finished()).contains(STORED);
    }

    @Test
    void anIntervalIsCountedFromTheMomentOfSavingNotOfTyping() {
        JobEditorViewModel model = filled();
        model.schedule().simple().kind().set(SimpleForm.Kind.EVERY);
        model.schedule().simple().begin().set(SimpleForm.Begin.NOW);

        now = Instant.parse("2026-11-23T13:00:00.9Z");

        assertThat(model.finished().orElseThrow().trigger())
                .isEqualTo(new IntervalTrigger(Duration.ofMinutes(15), Instant.parse("2026-11-23T13:15:00Z"), null, BERLIN));
    }

    @Test
    void aTestRunNeedsNeitherNameNorSchedule() {
        JobEditorViewModel model = fresh();
        model.command().line().set("echo hello");
        model.schedule().simple().time().set("never");

        assertThat(model.forTest("Test run")).get().extracting(Job::name).isEqualTo("Test run");
    }

    @Test
    void aTestRunNeedsACommand() {
        assertThat(fresh().forTest("Test run")).isEmpty();
    }

    @Test
    void anEditedJobMustBeGiven() {
        assertThatThrownBy(() -> new JobEditorViewModel(EditorMode.EDIT, null, BERLIN, clock)).isInstanceOf(IllegalArgumentException.class);
    }

    private JobEditorViewModel fresh() {
        return new JobEditorViewModel(EditorMode.NEW, null, BERLIN, clock);
    }

    private JobEditorViewModel filled() {
        JobEditorViewModel model = fresh();
        model.general().name().set("Nightly backup");
        model.command().line().set("echo hello");
        return model;
    }

    private JobEditorViewModel editing() {
        return new JobEditorViewModel(EditorMode.EDIT, STORED, BERLIN, clock);
    }
}

package org.carillon.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.message.Language;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.TriggerDefaults;
import org.junit.jupiter.api.Test;

class TemplateGapsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Job TEMPLATE = Job.of("t", "Ping", CronTrigger.parse("0 3 * * *", null, new TriggerDefaults(BERLIN, NOW, "t")),
            CommandAction.of(new CommandLine.ShellLine("ping ‹host›", null)));

    @Test
    void aTemplateIsMarkedAtOnceAndNeitherSavedNorTriedBeforeItsGapsAreFilled() {
        JobEditorViewModel model = new JobEditorViewModel(EditorMode.TEMPLATE, TEMPLATE, BERLIN, InstantSource.fixed(NOW));
        Problem problem = model.firstProblem().orElseThrow();
        assertThat(problem.field()).isEqualTo(Field.COMMAND_LINE);
        assertThat(problem.message().in(Language.ENGLISH)).isEqualTo("Put your own in place of ‹host›");
        assertThat(model.draft().get().shows(problem)).isTrue();
        assertThat(model.finished()).isEmpty();
        assertThat(model.forTest("trial")).isEmpty();
        assertThat(model.isChanged()).isFalse();

        model.command().line().set("ping localhost");
        assertThat(model.forTest("trial")).isPresent();
        assertThat(model.finished()).map(Job::id).contains("ping");
    }

    @Test
    void elsewhereSuchSignsMeanNothing() {
        JobEditorViewModel model = new JobEditorViewModel(EditorMode.EDIT, TEMPLATE, BERLIN, InstantSource.fixed(NOW));
        assertThat(model.finished()).contains(TEMPLATE);
    }
}

package org.carillon.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.message.Language;
import org.carillon.trigger.TriggerDefaults;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @EnumSource(Template.class)
    void everyTemplateIsAJobOnEverySystemInEveryLanguage(Template template) {
        for (Language language : Language.values()) {
            for (boolean windows : new boolean[] {true, false}) {
                Job job = template.job(windows, language, BERLIN, NOW);
                assertThat(job.name()).isNotBlank().doesNotContain("ui.jobs");
                assertThat(job.description()).isNotBlank().doesNotContain("ui.jobs");
                String line = ((CommandLine.ShellLine) ((CommandAction) job.action()).command()).line();
                assertThat(line).doesNotContain("ui.jobs").doesNotContainPattern("‹(from|to|gap)›");
                assertThat(line.contains("‹")).isEqualTo(template != Template.DISK_SPACE);
                assertThat(job.trigger().next(NOW)).isAfter(NOW);
                assertThat(JobJson.readJob(JobJson.writeJob(job), new TriggerDefaults(BERLIN, NOW, job.id()))).isEqualTo(job);
            }
        }
    }
}

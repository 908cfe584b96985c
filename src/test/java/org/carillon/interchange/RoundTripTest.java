package org.carillon.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.message.Language;
import org.carillon.trigger.Trigger;

/** What was exported and imported again has the same next hundred runs, and does the same; what cannot be said is refused. */
class RoundTripTest {
    private static final Map<ExportFormat, int[]> SAID = new EnumMap<>(ExportFormat.class);

    @Provide
    Arbitrary<List<Job>> jobs() {
        return RandomJobs.jobs().list().ofMinSize(1).ofMaxSize(4).uniqueElements(Job::id);
    }

    @Property(tries = 600)
    void importedAgainEveryJobRunsAtTheSameTimes(@ForAll("jobs") List<Job> jobs, @ForAll ExportFormat format) {
        ExportPlan exported = ExportPlan.of(jobs, format, Imports.DEFAULTS, "busybox");
        List<Job> said = exported.entries().stream().filter(entry -> !entry.isRefused()).map(ExportEntry::job).toList();
        count(format, jobs.size(), said.size());

        ImportPlan imported = ImportPlan.of(List.of(Imports.file(format.fileName(), exported.text())), null, Imports.DEFAULTS);

        assertThat(imported.refused()).as(exported.text()).isEmpty();
        assertThat(imported.jobs()).as(exported.text()).hasSameSizeAs(said);
        Map<String, Job> byId = new LinkedHashMap<>();
        imported.jobs().forEach(job -> byId.put(job.id(), job));
        for (int i = 0; i < said.size(); i++) {
            Job job = said.get(i);
            Job again = format == ExportFormat.CRONTAB ? imported.jobs().get(i) : byId.get(job.id());
            assertThat(runs(again.trigger())).as(exported.text()).isEqualTo(runs(job.trigger()));
            if (format == ExportFormat.JSON || format == ExportFormat.YAML) {
                assertThat(again).isEqualTo(job);
            } else {
                assertSame(format, job, again, exported.text());
            }
        }
    }

    @Property(tries = 150)
    void theOrderInWhichJobsComeMakesNoDifference(@ForAll("jobs") List<Job> jobs, @ForAll ExportFormat format, @ForAll Random random) {
        List<Job> shuffled = new ArrayList<>(jobs);
        Collections.shuffle(shuffled, random);

        assertThat(ExportPlan.of(shuffled, format, Imports.DEFAULTS, "busybox").files())
                .isEqualTo(ExportPlan.of(jobs, format, Imports.DEFAULTS, "busybox").files());
    }

    @Property(tries = 150)
    void whatIsRefusedIsRefusedWithAReasonInWords(@ForAll("jobs") List<Job> jobs, @ForAll ExportFormat format) {
        for (ExportEntry entry : ExportPlan.of(jobs, format, Imports.DEFAULTS, "busybox").refused()) {
            assertThat(entry.refusals()).allSatisfy(why -> {
                assertThat(why.in(Language.ENGLISH)).isNotBlank();
                assertThat(why.in(Language.CHINESE)).isNotBlank();
            });
        }
    }

    /** Else the property above would say little. */
    @AfterContainer
    static void everyFormatSaidManyOfThem() {
        SAID.forEach((format, counts) -> assertThat(counts[1]).as(format + " said so many of " + counts[0]).isGreaterThan(counts[0] / 12));
    }

    private static void assertSame(ExportFormat format, Job job, Job again, String text) {
        assertThat(again.policy().jitter()).as(text).isEqualTo(job.policy().jitter());
        assertThat(again.policy().timeout()).as(text).isEqualTo(job.policy().timeout());
        assertThat(again.policy().overlap()).as(text).isEqualTo(job.policy().overlap());
        assertThat(again.policy().misfireGrace()).as(text).isEqualTo(job.policy().misfireGrace());
        assertThat(again.policy().retry()).as(text).isEqualTo(job.policy().retry());
        assertThat(again.enabled()).as(text).isEqualTo(job.enabled());
        CommandAction before = (CommandAction) job.action();
        CommandAction after = (CommandAction) again.action();
        assertThat(after.stdin()).as(text).isEqualTo(before.stdin());
        assertThat(after.success()).as(text).isEqualTo(before.success());
        if (format != ExportFormat.CRONTAB) {
            assertThat(words(after.command())).as(text).isEqualTo(words(before.command()));
            assertThat(after.environment()).as(text).isEqualTo(before.environment());
            assertThat(after.workingDirectory()).as(text).isEqualTo(before.workingDirectory());
            assertThat(again.policy().catchUp()).as(text).isEqualTo(job.policy().catchUp());
        }
    }

    private static List<String> words(CommandLine command) {
        return switch (command) {
            case CommandLine.Program program -> program.words();
            case CommandLine.ShellLine line -> List.of(line.shell() == null ? "/bin/sh" : line.shell(), "-c", line.line());
        };
    }

    private static List<Instant> runs(Trigger trigger) {
        List<Instant> runs = new ArrayList<>();
        for (Instant run = trigger.next(Imports.NOW); run != null && runs.size() < 100; run = trigger.next(run)) {
            runs.add(run);
        }
        return runs;
    }

    private static void count(ExportFormat format, int all, int said) {
        int[] counts = SAID.computeIfAbsent(format, key -> new int[2]);
        counts[0] += all;
        counts[1] += said;
    }
}

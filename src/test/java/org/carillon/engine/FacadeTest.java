package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.carillon.job.CatchUp;
import org.carillon.job.FormatException;
import org.carillon.job.Policy;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.message.Language;
import org.carillon.store.ConflictException;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.IntervalTrigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a program does with jobs. */
@Timeout(30)
class FacadeTest {
    private static final TriggerDefaults HERE = new TriggerDefaults(Bench.ZONE, Bench.START, "seed");

    @TempDir
    Path directory;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(directory);
        bench.actions.succeedAtOnce();
        bench.scheduler.start();
        bench.scheduler.add(Bench.job("a", Bench.cron("30 * * * *"), Policy.DEFAULT));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aJobIsModifiedAndPlannedAnew() {
        assertThat(bench.scheduler.modify("a", job -> job.withName("Other").withTrigger(Bench.cron("15 * * * *"))).name()).isEqualTo("Other");
        assertThat(bench.scheduler.job("a").orElseThrow().nextRun()).isEqualTo(Instant.parse("2026-03-02T12:15:00Z"));
    }

    @Test
    void modifyingGivesNoOtherIdAndNoOtherExecutorThanOneThatExists() {
        assertThatThrownBy(() -> bench.scheduler.modify("a", job -> job.withId("b"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bench.scheduler.modify("none", job -> job)).isInstanceOf(NoSuchException.class);
        assertThatThrownBy(() -> bench.scheduler.modify("a", job -> {
            throw new IllegalStateException("no");
        })).isInstanceOf(IllegalStateException.class);
        bench.scheduler.pause("a");
        assertThat(bench.scheduler.job("a").orElseThrow().job().enabled()).isFalse();
    }

    @Test
    void aPausedJobThatIsRescheduledStaysPaused() {
        bench.advance(Duration.ofSeconds(30));
        bench.scheduler.pause("a");
        bench.scheduler.reschedule("a", Bench.cron("* * * * *"));
        bench.advance(Duration.ofMinutes(2));
        assertThat(bench.actions.startedCount()).isZero();
        assertThat(bench.scheduler.job("a").orElseThrow().job().enabled()).isFalse();
        bench.scheduler.resume("a");
        bench.awaitStory("a", "SKIPPED jobPaused", "SKIPPED jobPaused");
    }

    @Test
    void whatIsExportedCanBeImported() {
        bench.scheduler.add(Bench.job("b", Bench.at(Bench.START.plusSeconds(60)), Policy.DEFAULT.withMaxInstances(3)));
        String file = bench.scheduler.exportJobs();
        List<JobStatus> before = bench.scheduler.jobs();
        assertThatThrownBy(() -> bench.scheduler.importJobs(file, HERE, WhenExists.REFUSE)).isInstanceOf(ConflictException.class);
        assertThat(bench.scheduler.importJobs(file, HERE, WhenExists.SKIP)).isZero();
        bench.scheduler.remove("a");
        bench.scheduler.remove("b");
        assertThat(bench.scheduler.importJobs(file, HERE, WhenExists.REFUSE)).isEqualTo(2);
        assertThat(bench.scheduler.jobs()).isEqualTo(before);
        assertThatThrownBy(() -> bench.scheduler.importJobs("{}", HERE, WhenExists.SKIP)).isInstanceOf(FormatException.class);
    }

    @Test
    void theJobsArePrintedForPeople() {
        bench.scheduler.add(Bench.job("b", Bench.cron("0 9 * * *"), Policy.DEFAULT).withName("九点"));
        bench.scheduler.pause("b");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        bench.scheduler.print(new PrintStream(printed, true, StandardCharsets.UTF_8), Language.ENGLISH, Bench.ZONE);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).containsExactly(
                "ID  NAME  SCHEDULE                 NEXT                       LAST",
                "a   a     Every hour at minute 30  2026-03-02T12:30:00+00:00",
                "b   九点  Every day at 09:00       paused");
    }

    @Test
    void anIntervalThatBeginsLaterIsPrintedWithItsBeginning() {
        Instant start = Bench.START.plus(Duration.ofMinutes(6));
        bench.scheduler.modify("a", job -> job.withTrigger(new IntervalTrigger(Duration.ofMinutes(5), start, null, Bench.ZONE, ClockChange.ONCE)));
        assertThat(printed()).contains("Every 5 minutes, from 2026-03-02 12:06 on");
        bench.advance(Duration.ofMinutes(6));
        assertThat(printed()).contains("Every 5 minutes ").doesNotContain("from");
    }

    @Test
    void jobsAreFoundAmongThousandsInTheOrderOfTheirIds() {
        bench.scheduler.addAll(IntStream.range(10_000, 14_500).mapToObj(number ->
                Bench.job("job-" + number, Bench.cron("0 9 * * *"), Policy.DEFAULT).withName(number % 1_000 == 499 ? "Nightly REPORT" : "other")).toList(),
                WhenExists.REFUSE);
        JobFilter reports = new JobFilter("Report", null, null, true);
        List<String> wanted = List.of("job-10499", "job-11499", "job-12499", "job-13499", "job-14499");
        assertThat(bench.scheduler.jobsAfter(null, 10, reports)).extracting(JobStatus::id).isEqualTo(wanted);
        assertThat(bench.scheduler.jobsAfter("job-10499", 3, reports)).extracting(JobStatus::id).isEqualTo(wanted.subList(1, 4));
        assertThat(bench.scheduler.jobsAfter("job-1", 4_500)).hasSize(4_500).extracting(JobStatus::id).isSorted();
        assertThat(bench.scheduler.jobsAfter(null, 10, new JobFilter("report", null, null, false))).isEmpty();
        bench.scheduler.modify("job-12499", job -> job.withName("renamed"));
        assertThat(bench.scheduler.jobsAfter(null, 10, reports)).extracting(JobStatus::id).doesNotContain("job-12499").hasSize(4);
    }

    private String printed() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        bench.scheduler.print(new PrintStream(printed, true, StandardCharsets.UTF_8), Language.ENGLISH, Bench.ZONE);
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatWasMissedCanBeRunNowAndItsEntryStaysAsItIs() throws Exception {
        bench.scheduler.modify("a", job -> job.withTrigger(Bench.cron("* * * * *")).withPolicy(Policy.DEFAULT.withCatchUp(CatchUp.SKIP)));
        bench.advance(Duration.ofSeconds(30));
        bench.clock.suspend(Duration.ofMinutes(60));
        bench.awaitStory("a", "SUCCEEDED", "MISSED asleep x60");
        Run missed = bench.runs("a").getLast();
        Run again = bench.awaitEnd(bench.scheduler.rerun(missed.id()));
        assertThat(again.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(again.rerunOf()).isEqualTo(missed.id());
        assertThat(bench.scheduler.run(missed.id())).contains(missed);
    }
}

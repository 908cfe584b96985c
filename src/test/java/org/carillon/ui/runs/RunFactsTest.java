package org.carillon.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.message.Language;
import org.carillon.ui.fx.LiveScheduler;
import org.carillon.ui.theme.TimeWords;
import org.junit.jupiter.api.Test;

class RunFactsTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final RunWords WORDS = new RunWords(new TimeWords(Language.ENGLISH, LiveScheduler.ZONE));

    private static Run took(long id, long millis) {
        return Run.queued(id, LiveScheduler.yearly("job", "Job", "true"), START, RunTrigger.SCHEDULE)
                .started(START, 1, "host", "me").ended(RunState.SUCCEEDED, null, START.plusMillis(millis), 0, 10);
    }

    @Test
    void theMedianAndTheOutliersAreFound() {
        List<Run> runs = IntStream.range(0, 20).mapToObj(number -> took(number, 1_000 + number * 10)).toList();
        Durations durations = Durations.of(runs);
        assertThat(durations.median()).isEqualTo(1_095);
        assertThat(runs).noneMatch(durations::isOutlier);
        assertThat(durations.isOutlier(took(99, 3_000))).isTrue();
        assertThat(durations.isOutlier(took(99, 10))).isTrue();
        assertThat(Durations.of(List.of()).count()).isZero();
    }

    @Test
    void onlyTheLinesThatDifferAreMarked() {
        List<RunDifference> lines = RunDifference.of(List.of("a", "b", "c", "e"), List.of("a", "c", "d", "e"));
        assertThat(lines).containsExactly(new RunDifference(RunDifference.Side.BOTH, "a"), new RunDifference(RunDifference.Side.FIRST, "b"),
                new RunDifference(RunDifference.Side.BOTH, "c"), new RunDifference(RunDifference.Side.SECOND, "d"),
                new RunDifference(RunDifference.Side.BOTH, "e"));
        assertThat(RunDifference.of(List.of(), List.of("x"))).containsExactly(new RunDifference(RunDifference.Side.SECOND, "x"));
    }

    @Test
    void whatDiffersBetweenTwoRunsIsSaid() {
        Run good = took(1, 1_000);
        Run bad = took(2, 2_000).ended(RunState.FAILED, Reason.of(Reason.Cause.EXIT_CODE, "127"), START.plusSeconds(2), 127, 10);
        List<RunFact> facts = RunFact.of(good, bad, WORDS, START);
        assertThat(facts).filteredOn(RunFact::differs).extracting(RunFact::name).containsExactly("State", "Why", "Exit", "Duration");
    }

    @Test
    void exitCodesAreExplained() {
        assertThat(ExitCodeWords.of(127, "/usr/bin", Language.ENGLISH)).isEqualTo("127: command not found, PATH was /usr/bin");
        assertThat(ExitCodeWords.of(137, null, Language.ENGLISH)).isEqualTo("137: killed (SIGKILL), perhaps out of memory");
        assertThat(ExitCodeWords.of(138, null, Language.CHINESE)).contains("138").contains("10");
        assertThat(ExitCodeWords.of(0xC0000005, null, Language.ENGLISH)).contains("access violation");
        assertThat(ExitCodeWords.of(0, null, Language.ENGLISH)).isEmpty();
        assertThat(ExitCodeWords.of(77, null, Language.ENGLISH)).isEmpty();
        assertThat(ExitCodeWords.of(null, null, Language.ENGLISH)).isEmpty();
    }
}

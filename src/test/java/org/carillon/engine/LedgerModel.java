package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.trigger.Trigger;

/** Which occurrences the triggers have planned, told in the plainest way: time by time, as the clock goes. */
final class LedgerModel {
    private static final Set<RunState> NOT_RUN = Set.of(RunState.MISSED, RunState.SKIPPED);

    private final Map<String, Trigger> triggers = new HashMap<>();
    private final Map<String, NavigableSet<Instant>> expected = new HashMap<>();

    /** From this moment on, itself included, the job has this trigger. */
    void has(String job, Trigger trigger, Instant from) {
        triggers.put(job, trigger);
        passed(job, from.minusNanos(1), from);
    }

    void removed(String job) {
        triggers.remove(job);
    }

    /** The clock has gone from one time to a later one, however. */
    void passed(Instant from, Instant to) {
        triggers.keySet().forEach(job -> passed(job, from, to));
    }

    private void passed(String job, Instant from, Instant to) {
        Trigger trigger = triggers.get(job);
        for (Instant time = trigger.next(from); time != null && !time.isAfter(to); time = trigger.next(time)) {
            expected.computeIfAbsent(job, id -> new TreeSet<>()).add(time);
        }
    }

    /** The clock was set back: what is still to come and has not run will be planned when it comes. @param ledger as it was before that */
    void setBack(Instant to, List<Run> ledger) {
        Map<String, Set<Instant>> ran = ledger.stream().filter(run -> run.scheduledAt() != null && !NOT_RUN.contains(run.state()))
                .collect(Collectors.groupingBy(Run::jobId, Collectors.mapping(Run::scheduledAt, Collectors.toSet())));
        triggers.keySet().forEach(job -> expected.getOrDefault(job, new TreeSet<>())
                .removeIf(time -> time.isAfter(to) && !ran.getOrDefault(job, Set.of()).contains(time)));
    }

    /** Every planned occurrence is in the ledger once, by itself or in one stretch that counts it, and nothing else is. */
    void check(List<Run> ledger, String story) {
        Map<String, List<Run>> byJob = ledger.stream().filter(run -> run.scheduledAt() != null).collect(Collectors.groupingBy(Run::jobId));
        assertThat(byJob.keySet()).as(story).isSubsetOf(expected.keySet());
        expected.forEach((job, times) -> check(job, times, byJob.getOrDefault(job, List.of()), story));
    }

    private static void check(String job, NavigableSet<Instant> planned, List<Run> entries, String story) {
        NavigableSet<Instant> open = new TreeSet<>(planned);
        for (Run run : entries) {
            if (run.stretch() == null) {
                assertThat(open.remove(run.scheduledAt())).as("%s%n%s of %s for %s", story, run.state(), job, run.scheduledAt()).isTrue();
            }
        }
        for (Run run : entries) {
            if (run.stretch() != null) {
                NavigableSet<Instant> counted = open.subSet(run.stretch().from(), true, run.stretch().to(), true);
                assertThat(counted.size()).as("%s%n%s %s of %s", story, run.state(), run.stretch(), job).isEqualTo((int) run.stretch().count());
                counted.clear();
            }
        }
        assertThat(open).as("%s%nnot accounted for, of %s", story, job).isEmpty();
    }
}

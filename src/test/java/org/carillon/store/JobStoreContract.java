package org.carillon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carillon.store.Samples.NOON;
import static org.carillon.store.Samples.job;
import static org.carillon.store.Samples.manual;
import static org.carillon.store.Samples.planned;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.carillon.job.Attempt;
import org.carillon.job.JobVersion;
import org.carillon.job.Origin;
import org.carillon.job.Reason;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.job.Saved;
import org.carillon.job.Stretch;
import org.carillon.message.Language;
import org.carillon.store.Change.AddJob;
import org.carillon.store.Change.AddRun;
import org.carillon.store.Change.Plan;
import org.carillon.store.Change.PutAttempt;
import org.carillon.store.Change.RemoveJob;
import org.carillon.store.Change.RemoveRun;
import org.carillon.store.Change.ReplaceJob;
import org.carillon.store.Change.SetPause;
import org.carillon.store.Change.UpdateRun;
import org.carillon.store.StoredJob.Sound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every job store promises. */
public abstract class JobStoreContract {
    protected JobStore store;

    /** A new, empty store. */
    protected abstract JobStore open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    protected final void commit(Change... changes) {
        store.commit(List.of(changes));
    }

    private List<Long> ids(RunQuery query) {
        return store.runs(query).stream().map(Run::id).toList();
    }

    @Test
    void aNewStoreIsEmpty() {
        assertThat(store.jobs()).isEmpty();
        assertThat(store.job("a")).isEmpty();
        assertThat(store.runs(RunQuery.newest(10))).isEmpty();
        assertThat(store.run(1)).isEmpty();
        assertThat(store.attempts(1)).isEmpty();
        assertThat(store.unfinished()).isEmpty();
        assertThat(store.lastRuns()).isEmpty();
        assertThat(store.pause()).isEqualTo(Pause.NONE);
        assertThat(store.reserveRunIds(1)).isEqualTo(1);
    }

    @Test
    void aJobComesBackAsItWasGivenAndJobsComeInTheOrderOfTheirIds() {
        commit(new AddJob(job("b"), NOON), new AddJob(job("a"), null));
        assertThat(store.jobs()).containsExactly(new Sound(job("a"), null, 0), new Sound(job("b"), NOON, 0));
        assertThat(store.job("b")).contains(new Sound(job("b"), NOON, 0));
    }

    @Test
    void aSecondJobWithTheSameIdIsRefusedAndNothingOfItsListIsDone() {
        commit(new AddJob(job("a"), NOON));
        assertThatThrownBy(() -> commit(new RemoveJob("a"), new AddJob(job("b"), NOON), new AddJob(job("b"), NOON)))
                .isInstanceOf(ConflictException.class)
                .hasMessage("a job with the id “b” exists already");
        assertThat(store.jobs()).containsExactly(new Sound(job("a"), NOON, 0));
    }

    @Test
    void everyChangeOfAListThatFailsIsTakenBack() {
        Run before = planned(1, "a", NOON);
        commit(new AddJob(job("a"), NOON), new AddRun(before), new PutAttempt(attempt(1, 1, RunState.RUNNING)));
        assertThatThrownBy(() -> commit(
                new UpdateRun(before.started(NOON, 1, "host", "user")), new PutAttempt(attempt(1, 1, RunState.FAILED)),
                new PutAttempt(attempt(1, 2, RunState.RUNNING)), new Plan("a", null, 7), new AddRun(planned(2, "a", NOON.plusSeconds(1))),
                new SetPause(new Pause(NOON, null)), new ReplaceJob(job("a").withName("new"), null), new RemoveRun(1),
                new ReplaceJob(job("missing"), NOON)))
                .isInstanceOf(ConflictException.class);
        assertThat(store.runs(RunQuery.newest(9))).containsExactly(before);
        assertThat(store.unfinished()).containsExactly(before);
        assertThat(store.attempts(1)).containsExactly(attempt(1, 1, RunState.RUNNING));
        assertThat(store.jobs()).containsExactly(new Sound(job("a"), NOON, 0));
        assertThat(store.pause()).isEqualTo(Pause.NONE);
        commit(new AddRun(planned(2, "a", NOON.plusSeconds(1))));
    }

    @Test
    void aReplacedJobKeepsItsCountOfRuns() {
        commit(new AddJob(job("a"), NOON), new Plan("a", NOON.plusSeconds(300), 3));
        commit(new ReplaceJob(job("a").withName("Renamed"), NOON.plusSeconds(60)));
        assertThat(store.job("a")).contains(new Sound(job("a").withName("Renamed"), NOON.plusSeconds(60), 3));
        assertThatThrownBy(() -> commit(new ReplaceJob(job("b"), NOON))).isInstanceOf(ConflictException.class);
    }

    private static Saved saved(long seconds) {
        return new Saved(NOON.plusSeconds(seconds), "ann", Origin.WINDOW);
    }

    @Test
    void everyFormInWhichAJobWasSavedIsAVersion() {
        commit(new AddJob(job("a"), NOON, saved(0)));
        commit(new ReplaceJob(job("a").withName("Two"), NOON, saved(1)), new Plan("a", NOON.plusSeconds(300), 1));
        commit(new ReplaceJob(job("a").withName("Three"), NOON));
        assertThat(store.versions("a")).containsExactly(new JobVersion(3, null, job("a").withName("Three")),
                new JobVersion(2, saved(1), job("a").withName("Two")), new JobVersion(1, saved(0), job("a")));
        assertThat(store.versions("b")).isEmpty();
    }

    @Test
    void onlyTheNewestVersionsAreKept() {
        commit(new AddJob(job("a"), NOON, saved(0)), new AddJob(job("b"), NOON, saved(0)));
        for (int i = 1; i <= JobVersion.KEPT + 10; i++) {
            commit(new ReplaceJob(job("a").withName("Name " + i), NOON, saved(i)));
        }
        assertThat(store.versions("a")).extracting(JobVersion::number)
                .containsExactlyElementsOf(IntStream.iterate(JobVersion.KEPT + 11, number -> number - 1).limit(JobVersion.KEPT).boxed().toList());
        assertThat(store.versions("b")).hasSize(1);
    }

    @Test
    void theVersionsOfARemovedJobGoOnWhenItIsPutBackAndElseStayForADay() {
        commit(new AddJob(job("a"), NOON, saved(0)));
        commit(new RemoveJob("a", saved(10)));
        assertThat(store.versions("a")).containsExactly(new JobVersion(1, saved(0), job("a")));
        commit(new AddJob(job("a"), NOON, saved(20)));
        assertThat(store.versions("a")).extracting(JobVersion::number).containsExactly(2, 1);

        commit(new RemoveJob("a", saved(30)), new AddJob(job("b"), NOON, saved(30)), new AddJob(job("c"), NOON, saved(30)));
        commit(new RemoveJob("b", saved(30 + JobStore.VERSIONS_STAY.toSeconds())));
        assertThat(store.versions("a")).hasSize(2);
        commit(new RemoveJob("c", saved(31 + JobStore.VERSIONS_STAY.toSeconds())));
        assertThat(store.versions("a")).isEmpty();
        assertThat(store.versions("b")).hasSize(1);
    }

    @Test
    void whatIsRemovedByNobodyLeavesNoVersions() {
        commit(new AddJob(job("a"), NOON, saved(0)), new AddJob(job("b"), NOON, saved(0)));
        commit(new ReplaceJob(job("a").withName("Two"), NOON, saved(1)), new RemoveJob("a"));
        assertThat(store.versions("a")).isEmpty();
        assertThat(store.versions("b")).hasSize(1);
    }

    @Test
    void aChangeThatIsTakenBackLeavesNoVersion() {
        commit(new AddJob(job("a"), NOON, saved(0)));
        assertThatThrownBy(() -> commit(new ReplaceJob(job("a").withName("Two"), NOON, saved(1)), new RemoveJob("a", saved(2)),
                new ReplaceJob(job("missing"), NOON))).isInstanceOf(ConflictException.class);
        assertThat(store.versions("a")).containsExactly(new JobVersion(1, saved(0), job("a")));
    }

    @Test
    void aRemovedJobLeavesItsLedger() {
        commit(new AddJob(job("a"), NOON), new AddRun(planned(1, "a", NOON)));
        commit(new RemoveJob("a"), new RemoveJob("a"), new Plan("a", NOON, 1));
        assertThat(store.jobs()).isEmpty();
        assertThat(store.run(1)).isPresent();
    }

    @Test
    void aRunComesBackWithEverythingThatBecameOfIt() {
        Run queued = planned(1, "a", NOON);
        Run running = queued.started(NOON.plusNanos(7), 1, "host", "user");
        Run waiting = running.waitingForRetry(NOON.plusSeconds(30), Reason.of(Cause.EXIT_CODE, "3"), 3, 120);
        Run ended = waiting.ended(RunState.TIMED_OUT, Reason.of(Cause.TIMEOUT, "PT5M"), NOON.plusSeconds(60), 137, 5_000_000_000L);
        commit(new AddRun(queued));
        assertThat(store.run(1)).contains(queued);
        for (Run form : List.of(running, waiting, ended)) {
            commit(new UpdateRun(form));
            assertThat(store.run(1)).contains(form);
        }
    }

    @Test
    void whoseRunItIsAndWhatItWasPlannedForIsNeverChanged() {
        commit(new AddRun(planned(1, "a", NOON)));
        commit(new UpdateRun(planned(1, "b", NOON.plusSeconds(1)).started(NOON, 1, "host", "user")));
        assertThat(store.run(1)).contains(planned(1, "a", NOON).started(NOON, 1, "host", "user"));
        commit(new UpdateRun(planned(2, "b", NOON)));
        assertThat(store.run(2)).isEmpty();
    }

    @Test
    void noOccurrenceIsEnteredTwice() {
        commit(new AddRun(planned(1, "a", NOON)));
        assertThatThrownBy(() -> commit(new AddRun(planned(2, "a", NOON))))
                .isInstanceOf(ConflictException.class)
                .hasMessage("run 2 of the job “a” cannot be entered: its number or its planned time is in the ledger already");
        assertThatThrownBy(() -> commit(new AddRun(planned(1, "a", NOON.plusNanos(1))))).isInstanceOf(ConflictException.class);
        commit(new AddRun(planned(3, "b", NOON)), new AddRun(planned(4, "a", NOON.plusNanos(1))));
        assertThat(ids(RunQuery.newest(10))).containsExactly(4L, 3L, 1L);
    }

    @Test
    void runsWithoutAPlannedTimeAreNotUnique() {
        commit(new AddRun(manual(1, "a")), new AddRun(manual(2, "a")), new AddRun(manual(3, "a").repeating(1)));
        assertThat(store.runs(RunQuery.newest(10))).containsExactly(manual(3, "a").repeating(1), manual(2, "a"), manual(1, "a"));
    }

    @Test
    void anEntryThatCountsAStretchComesBackAndDoesNotStandInTheWayOfItsFirstOccurrence() {
        Stretch week = new Stretch(NOON, NOON.plus(Duration.ofDays(7)), 10_081);
        Run missed = Run.notRun(1, job("a"), NOON, RunState.MISSED, Reason.of(Cause.CLOSED), NOON.plus(Duration.ofDays(8))).counting(week);
        commit(new AddRun(missed), new AddRun(planned(2, "a", NOON)));
        assertThat(store.run(1)).contains(missed);
        assertThatThrownBy(() -> commit(new AddRun(planned(3, "a", NOON)))).isInstanceOf(ConflictException.class);
    }

    @Test
    void momentsAreKeptToTheNanosecondAndFarIntoTheFuture() {
        Instant far = Instant.parse("9999-12-31T23:59:59.999999999Z");
        commit(new AddJob(job("a"), far), new AddRun(planned(1, "a", far)), new AddRun(planned(2, "a", Instant.parse("1700-01-01T00:00:00.000000001Z"))));
        assertThat(store.job("a")).contains(new Sound(job("a"), far, 0));
        assertThat(store.run(1)).contains(planned(1, "a", far));
        assertThat(store.run(2)).contains(planned(2, "a", Instant.parse("1700-01-01T00:00:00.000000001Z")));
    }

    @Test
    void theLedgerIsSearchedByJobStateAndTimeAndPagedNewestFirst() {
        for (long id = 1; id <= 20; id++) {
            Run run = planned(id, id % 2 == 0 ? "even" : "odd", NOON.plusSeconds(id));
            commit(new AddRun(id % 5 == 0 ? run.ended(RunState.FAILED, null, NOON, 1, 0) : run));
        }
        assertThat(ids(RunQuery.newest(3))).containsExactly(20L, 19L, 18L);
        assertThat(ids(RunQuery.newest(3).before(18))).containsExactly(17L, 16L, 15L);
        assertThat(ids(RunQuery.ofJob("even", 2).before(10))).containsExactly(8L, 6L);
        assertThat(ids(RunQuery.newest(10).in(Set.of(RunState.FAILED)))).containsExactly(20L, 15L, 10L, 5L);
        assertThat(ids(RunQuery.newest(10).in(Set.of(RunState.FAILED, RunState.SUCCEEDED)).before(15))).containsExactly(10L, 5L);
        assertThat(ids(RunQuery.ofJob("odd", 10).in(Set.of(RunState.FAILED)))).containsExactly(15L, 5L);
        assertThat(ids(RunQuery.newest(10).between(NOON.plusSeconds(4), NOON.plusSeconds(7)))).containsExactly(6L, 5L, 4L);
        assertThat(ids(RunQuery.ofJob("odd", 10).between(NOON.plusSeconds(4), null).in(Set.of(RunState.QUEUED)))).containsExactly(19L, 17L, 13L, 11L, 9L, 7L);
        assertThat(ids(RunQuery.newest(10).between(null, NOON.plusSeconds(2)))).containsExactly(1L);
    }

    @Test
    void runsOfATimeComeInTheOrderOfTheirTimesPageByPage() {
        commit(new AddRun(planned(1, "a", NOON.plusSeconds(3))), new AddRun(planned(2, "a", NOON.plusSeconds(1))),
                new AddRun(planned(3, "b", NOON.plusSeconds(3))), new AddRun(planned(4, "b", NOON.plusSeconds(2))), new AddRun(manual(5, "a")));
        RunQuery query = RunQuery.newest(2).between(NOON, null);
        assertThat(ids(query)).containsExactly(3L, 1L);
        assertThat(ids(query.before(1))).containsExactly(4L, 2L);
        assertThat(ids(query.before(2))).isEmpty();
        assertThat(ids(query.in(Set.of(RunState.QUEUED)).before(3))).containsExactly(1L, 4L);
        assertThat(ids(RunQuery.ofJob("a", 9).between(NOON, NOON.plusSeconds(3)))).containsExactly(2L);
    }

    private static Run took(long id, String job, int millis, int exitCode) {
        Instant start = NOON.plusSeconds(100 - id);
        return planned(id, job, start).started(start, 1, "host", "user")
                .ended(exitCode == 0 ? RunState.SUCCEEDED : RunState.FAILED, null, start.plusMillis(millis), exitCode, 0);
    }

    private List<Long> allPages(RunQuery query) {
        List<Long> all = new ArrayList<>();
        for (List<Long> page = ids(query); !page.isEmpty(); page = ids(query.before(all.getLast()))) {
            assertThat(page).hasSizeLessThanOrEqualTo(query.limit());
            all.addAll(page);
        }
        return all;
    }

    @Test
    void runsAreSortedByAnythingOverAllOfTheLedgerPageByPageAndThoseWithoutItComeLast() {
        commit(new AddRun(took(1, "b", 30, 0)), new AddRun(took(2, "a", 50, 1)), new AddRun(took(3, "b", 10, 0)),
                new AddRun(took(4, "a", 30, 2)), new AddRun(manual(5, "c")), new AddRun(took(6, "a", 30, 0)), new AddRun(manual(7, "a")));
        RunQuery query = RunQuery.newest(2);
        assertThat(allPages(query.sortedBy(new RunOrder(RunOrder.Key.DURATION, true)))).containsExactly(2L, 6L, 4L, 1L, 3L, 7L, 5L);
        assertThat(allPages(query.sortedBy(new RunOrder(RunOrder.Key.DURATION, false)))).containsExactly(3L, 1L, 4L, 6L, 2L, 5L, 7L);
        assertThat(allPages(query.sortedBy(new RunOrder(RunOrder.Key.EXIT_CODE, true)))).containsExactly(4L, 2L, 6L, 3L, 1L, 7L, 5L);
        assertThat(allPages(query.sortedBy(new RunOrder(RunOrder.Key.JOB, false)))).containsExactly(2L, 4L, 6L, 7L, 1L, 3L, 5L);
        assertThat(allPages(query.sortedBy(new RunOrder(RunOrder.Key.STATE, false)))).containsExactly(2L, 4L, 5L, 7L, 1L, 3L, 6L);
        assertThat(allPages(query.sortedBy(new RunOrder(RunOrder.Key.TIME, false)))).containsExactly(6L, 4L, 3L, 2L, 1L, 5L, 7L);
        RunQuery longest = query.sortedBy(new RunOrder(RunOrder.Key.DURATION, true));
        assertThat(allPages(longest.in(Set.of(RunState.SUCCEEDED)))).containsExactly(6L, 1L, 3L);
        assertThat(allPages(longest.between(NOON.plusSeconds(96), null))).containsExactly(2L, 4L, 1L, 3L);
        assertThat(allPages(RunQuery.ofJob("a", 3).sortedBy(new RunOrder(RunOrder.Key.DURATION, true)))).containsExactly(2L, 6L, 4L, 7L);
    }

    @Test
    void theTimeOfARunThatWasNotPlannedIsWhenItStarted() {
        commit(new AddRun(manual(1, "a")), new AddRun(manual(2, "a")));
        commit(new UpdateRun(manual(1, "a").started(NOON, 1, "host", "user")));
        assertThat(ids(RunQuery.newest(10).between(NOON, null))).containsExactly(1L);
        commit(new UpdateRun(manual(2, "a").ended(RunState.FAILED, Reason.of(Cause.NOT_STARTED, "gone"), NOON.plusSeconds(1), null, 0)));
        assertThat(ids(RunQuery.newest(10).between(NOON.plusSeconds(1), null))).containsExactly(2L);
    }

    @Test
    void whatIsQueuedOrRunningIsUnfinished() {
        Run running = planned(2, "a", NOON).started(NOON, 1, "host", "user");
        commit(new AddRun(planned(3, "a", NOON.plusSeconds(1))), new AddRun(running), new AddRun(manual(1, "a").ended(RunState.SUCCEEDED, null, NOON, 0, 0)));
        assertThat(store.unfinished()).containsExactly(running, planned(3, "a", NOON.plusSeconds(1)));
        commit(new UpdateRun(running.ended(RunState.SUCCEEDED, null, NOON, 0, 9)), new RemoveRun(3));
        assertThat(store.unfinished()).isEmpty();
    }

    @Test
    void theLastRunOfAJobIsTheNewestThatStartedOrEndedButWasNotSkipped() {
        commit(new AddJob(job("a"), NOON), new AddJob(job("b"), NOON), new AddJob(job("c"), NOON));
        Run ended = planned(1, "a", NOON).ended(RunState.SUCCEEDED, null, NOON, 0, 0);
        Run running = planned(5, "b", NOON).started(NOON, 1, "host", "user");
        Run missed = Run.notRun(6, job("c"), NOON, RunState.MISSED, Reason.of(Cause.CLOSED), NOON);
        commit(new AddRun(ended), new AddRun(planned(2, "a", NOON.plusSeconds(1))),
                new AddRun(Run.notRun(3, job("a"), NOON.plusSeconds(2), RunState.SKIPPED, Reason.of(Cause.OVERLAP), NOON)),
                new AddRun(planned(4, "b", NOON.minusSeconds(1)).ended(RunState.FAILED, null, NOON, 1, 0)), new AddRun(running), new AddRun(missed));
        assertThat(store.lastRuns()).containsOnly(Map.entry("a", ended), Map.entry("b", running), Map.entry("c", missed));
    }

    @Test
    void theTrialOfADraftIsNotTheLastRunOfItsJob() {
        Run ended = planned(1, "a", NOON).ended(RunState.SUCCEEDED, null, NOON, 0, 0);
        Run trial = Run.queued(2, job("a"), null, RunTrigger.TEST).started(NOON, 1, "host", "user");
        commit(new AddJob(job("a"), NOON), new AddRun(ended), new AddRun(trial));
        assertThat(store.lastRuns()).containsOnly(Map.entry("a", ended));

        commit(new UpdateRun(trial.ended(RunState.FAILED, null, NOON, 1, 0)));
        assertThat(store.lastRuns()).containsOnly(Map.entry("a", ended));

        commit(new RemoveRun(1));
        assertThat(store.lastRuns()).isEmpty();
    }

    @Test
    void theLastRunFollowsTheLedgerAndOutlivesItsJob() {
        Run first = planned(1, "a", NOON).ended(RunState.SUCCEEDED, null, NOON, 0, 0);
        Run second = planned(2, "a", NOON.plusSeconds(1)).started(NOON, 1, "host", "user");
        commit(new AddJob(job("a"), NOON), new AddRun(first), new AddRun(second));
        assertThat(store.lastRuns()).containsOnly(Map.entry("a", second));
        Run failed = second.ended(RunState.FAILED, Reason.of(Cause.EXIT_CODE, "1"), NOON, 1, 0);
        commit(new UpdateRun(failed), new RemoveJob("a"));
        assertThat(store.lastRuns()).containsOnly(Map.entry("a", failed));
        commit(new UpdateRun(first.ended(RunState.CANCELLED, null, NOON, null, 0)));
        assertThat(store.lastRuns()).containsOnly(Map.entry("a", failed));
        commit(new RemoveRun(2));
        assertThat(store.lastRuns()).containsOnly(Map.entry("a", first.ended(RunState.CANCELLED, null, NOON, null, 0)));
        commit(new AddRun(planned(3, "a", NOON.plusSeconds(3)).ended(RunState.SUCCEEDED, null, NOON, 0, 0)), new RemoveRun(3), new RemoveRun(1));
        assertThat(store.lastRuns()).isEmpty();
    }

    @Test
    void attemptsComeBackInOrder() {
        commit(new PutAttempt(attempt(1, 2, RunState.RUNNING)), new PutAttempt(attempt(1, 1, RunState.RUNNING)), new PutAttempt(attempt(2, 1, RunState.RUNNING)));
        commit(new PutAttempt(attempt(1, 1, RunState.FAILED)));
        assertThat(store.attempts(1)).containsExactly(attempt(1, 1, RunState.FAILED), attempt(1, 2, RunState.RUNNING));
        commit(new AddRun(manual(1, "a")), new RemoveRun(1));
        assertThat(store.attempts(1)).isEmpty();
        assertThat(store.attempts(2)).hasSize(1);
    }

    private static Attempt attempt(long run, int number, RunState state) {
        boolean ended = state.isFinal();
        return new Attempt(run, number, state, ended ? Reason.of(Cause.EXIT_CODE, "2") : null, NOON, ended ? NOON.plusSeconds(1) : null, ended ? 2 : null);
    }

    @Test
    void thePauseIsKept() {
        commit(new SetPause(new Pause(NOON, NOON.plusSeconds(3600))));
        assertThat(store.pause()).isEqualTo(new Pause(NOON, NOON.plusSeconds(3600)));
        commit(new SetPause(Pause.NONE));
        assertThat(store.pause()).isEqualTo(Pause.NONE);
    }

    @Test
    void runIdsFollowEachOtherAndAreNotUsedAgain() {
        long first = store.reserveRunIds(3);
        assertThat(store.reserveRunIds(1)).isEqualTo(first + 3);
        commit(new AddRun(manual(first + 100, "a")));
        commit(new RemoveRun(first + 100));
        assertThat(store.reserveRunIds(1)).isEqualTo(first + 101);
    }

    @Test
    void listsOfSeveralThreadsDoNotHarmEachOther() throws Exception {
        int threads = 8;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> refused = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                refused.add(executor.submit(this::enterTheSameFiftyOccurrences));
            }
            int sum = 0;
            for (Future<Integer> one : refused) {
                sum += one.get();
            }
            assertThat(sum).isEqualTo(50 * (threads - 1));
        }
        assertThat(store.runs(RunQuery.newest(1000))).hasSize(50);
    }

    private int enterTheSameFiftyOccurrences() {
        int refused = 0;
        for (int i = 0; i < 50; i++) {
            try {
                commit(new AddRun(planned(store.reserveRunIds(1), "a", NOON.plusSeconds(i))));
            } catch (ConflictException e) {
                refused++;
            }
        }
        return refused;
    }

    @Test
    void aThreadThatIsInterruptedHarmsNobody() {
        commit(new AddJob(job("a"), NOON), new AddRun(manual(1, "a")));
        IntStream.rangeClosed(2, 200).forEach(i -> {
            Thread.currentThread().interrupt();
            store.runs(RunQuery.newest(100));
            store.jobs();
            commit(new AddRun(manual(i, "a")));
            assertThat(Thread.interrupted()).isTrue();
        });
        assertThat(ids(RunQuery.newest(1000))).hasSize(200)
                .containsAll(LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void aClosedStoreSaysSoInBothLanguages() {
        store.close();
        store.close();
        assertThatThrownBy(() -> store.jobs()).isInstanceOf(StoreException.class).hasMessage("the job store has been closed");
        assertThatThrownBy(() -> commit(new RemoveJob("a")))
                .isInstanceOfSatisfying(StoreException.class,
                        e -> assertThat(e.explanation().in(Language.CHINESE)).isEqualTo("任务存储已关闭"));
    }
}

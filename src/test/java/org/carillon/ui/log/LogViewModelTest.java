package org.carillon.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.log.LineQuery;
import org.carillon.log.LogLine;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogWriter;
import org.carillon.ui.fx.LiveScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogViewModelTest {
    private static final long ID = 7_000;
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Run RUNNING = Run.queued(ID, LiveScheduler.yearly("job", "Job", "true"), START, RunTrigger.SCHEDULE)
            .started(START, 1, "host", "me");

    @TempDir
    Path directory;

    private LiveScheduler live;
    private LogViewModel model;
    private RunLogWriter writer;

    @BeforeEach
    void open() {
        live = new LiveScheduler(directory);
        writer = live.logs.create(ID, START);
        model = new LogViewModel(new RunLogSource(live.scheduler, live.logs), live.feed, live.background, live.ticker, live.clock, live.times);
        model.active().set(true);
    }

    @AfterEach
    void close() {
        model.close();
        writer.close();
        live.close();
    }

    @Test
    void aRealJobsLinesArriveWithTheirStreams() throws InterruptedException {
        live.scheduler.add(LiveScheduler.yearly("speak", "Speak", "echo one; echo two >&2"));
        long id = live.scheduler.start("speak");
        live.scheduler.await(id, Duration.ofSeconds(30));
        model.run().set(live.scheduler.run(id).orElseThrow());
        live.until(() -> model.pager().lines().size() == 2);
        assertThat(model.pager().lines()).extracting(LogLine::text).containsExactlyInAnyOrder("one", "two");
        assertThat(model.pager().lines()).filteredOn(line -> line.text().equals("two")).extracting(LogLine::stream)
                .containsExactly(LogStream.ERR);
    }

    @Test
    void linesAppearAsTheyArePrintedAndAnUnfinishedOneGrows() {
        model.run().set(RUNNING);
        print("first\nsec");
        tick();
        assertThat(texts()).containsExactly("first", "sec");
        print("ond\nthird\n");
        tick();
        assertThat(texts()).containsExactly("first", "second", "third");
    }

    @Test
    void ofALongLogOnlyTheEndIsRead() {
        print(numbers(0, 50_000));
        model.run().set(RUNNING);
        tick();
        assertThat(model.pager().lines()).hasSize(LogPager.PAGE);
        assertThat(texts()).last().isEqualTo("49999");
    }

    @Test
    void neverMoreThanTheWindowHoldsIsKept() {
        model.run().set(RUNNING);
        for (int flush = 0; flush < 10; flush++) {
            print(numbers(flush * 1_000, (flush + 1) * 1_000));
            tick();
        }
        assertThat(model.pager().lines()).hasSize(LogWindow.MOST);
        assertThat(texts()).first().isEqualTo("8000");
        assertThat(texts()).last().isEqualTo("9999");
    }

    @Test
    void aFloodIsFollowedFromItsEnd() {
        model.run().set(RUNNING);
        print("a\n");
        tick();
        print(numbers(0, 30_000));
        tick();
        tick();
        assertThat(texts()).last().isEqualTo("29999");
    }

    @Test
    void frozenTheLinesStayAndNewOnesAreCounted() {
        model.run().set(RUNNING);
        print("one\ntwo");
        tick();
        model.pager().freeze();
        print(" and a half\nthree\nfour\n");
        tick();
        assertThat(texts()).containsExactly("one", "two");
        assertThat(model.pager().newLines().get()).isEqualTo(2);
        model.pager().follow();
        tick();
        assertThat(texts()).containsExactly("one", "two and a half", "three", "four");
        assertThat(model.pager().newLines().get()).isZero();
    }

    @Test
    void olderPagesComeFromTheFileUntilTheFirstLine() {
        print(numbers(0, 1_700));
        model.run().set(RUNNING);
        tick();
        List<String> moves = new ArrayList<>();
        model.pager().whenMoved(recording(moves));
        model.pager().needOlder();
        assertThat(model.pager().following().get()).isFalse();
        model.pager().needOlder();
        model.pager().needOlder();
        assertThat(moves).containsExactly("prepended 500", "prepended 200");
        assertThat(texts()).isEqualTo(IntStream.range(0, 1_700).mapToObj(String::valueOf).toList());
    }

    @Test
    void fromTheStartOnePagesForwardToTheEndAndFollowsAgain() {
        print(numbers(0, 30_000));
        model.run().set(RUNNING);
        tick();
        model.pager().goToStart();
        assertThat(texts()).first().isEqualTo("0");
        assertThat(model.pager().lines()).hasSize(LogPager.PAGE);
        for (int page = 0; page < 80 && !model.pager().following().get(); page++) {
            model.pager().needNewer();
        }
        assertThat(texts()).last().isEqualTo("29999");
        assertThat(model.pager().lines()).hasSize(LogWindow.MOST);
        print("more\n");
        tick();
        assertThat(texts()).last().isEqualTo("more");
    }

    @Test
    void goingBackFarDropsTheEndAndFollowingFindsItAgain() {
        print(numbers(0, 60_000));
        model.run().set(RUNNING);
        tick();
        for (int page = 0; page < 15; page++) {
            model.pager().needOlder();
        }
        assertThat(model.pager().lines()).hasSize(LogWindow.MOST);
        assertThat(texts()).last().isNotEqualTo("59999");
        model.pager().follow();
        tick();
        assertThat(texts()).last().isEqualTo("59999");
    }

    @Test
    void anyPlaceOfALongLogIsOneJumpAway() {
        print(numbers(0, 100_000));
        model.run().set(RUNNING);
        tick();
        List<String> moves = new ArrayList<>();
        model.pager().whenMoved(recording(moves));
        assertThat(model.goTo("70000")).isTrue();
        assertThat(moves).containsExactly("reveal 500 selected");
        assertThat(texts().get(500)).isEqualTo("69999");
        assertThat(model.pager().share(500)).isBetween(0.69, 0.71);
        model.pager().goTo(0.5);
        assertThat(Integer.parseInt(texts().get(500))).isBetween(50_000, 52_000);
        assertThat(model.goTo("999999")).isTrue();
        assertThat(texts()).last().isEqualTo("99999");
        assertThat(model.goTo("nowhere")).isFalse();
    }

    @Test
    void aTimeAndTheFirstErrorAreFound() {
        print("first\n");
        write(LogStream.ERR, START.plusSeconds(60), "oops\n");
        write(LogStream.OUT, START.plusSeconds(120), "last\n");
        model.run().set(RUNNING);
        tick();
        List<String> moves = new ArrayList<>();
        model.pager().whenMoved(recording(moves));
        model.goToFirstError(() -> moves.add("none"));
        assertThat(model.goTo("13:01:30")).isTrue();
        assertThat(model.goTo("2026-11-23 13:00")).isTrue();
        assertThat(moves).containsExactly("reveal 1 selected", "reveal 2 selected", "reveal 0 selected");
    }

    @Test
    void anotherRunStartsAnew() {
        print("one\n");
        model.run().set(RUNNING);
        tick();
        model.pager().freeze();
        model.run().set(null);
        assertThat(model.pager().lines()).isEmpty();
        assertThat(model.pager().following().get()).isTrue();
        model.run().set(RUNNING.ended(RunState.SUCCEEDED, null, START.plusSeconds(1), 0, 4));
        tick();
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void outOfSightNothingIsRead() {
        model.active().set(false);
        print("one\n");
        model.run().set(RUNNING);
        tick();
        assertThat(model.pager().lines()).isEmpty();
        model.active().set(true);
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void aTextIsFoundInTheWholeLogWhateverItsCaseGoingRound() {
        print("Alpha\n" + numbers(0, 50_000) + "beta\nALPHA beta\n");
        model.run().set(RUNNING);
        tick();
        List<String> moves = new ArrayList<>();
        model.pager().whenMoved(recording(moves));
        model.search().text().set("alpha");
        assertThat(model.search().count().get()).isEqualTo(2);
        assertThat(model.search().searching().get()).isFalse();
        model.next(0, true);
        assertThat(texts().get(Integer.parseInt(moves.getLast().split(" ")[1]))).isEqualTo("ALPHA beta");
        model.next(Long.MAX_VALUE - 1, true);
        assertThat(moves.getLast()).isEqualTo("reveal 0 selected");
        model.search().matchCase().set(true);
        assertThat(model.search().count().get()).isZero();
    }

    @Test
    void aTextFarBehindWhatIsShownOfALongLineIsFound() {
        print("short\n" + "x".repeat(300_000) + "needle\n");
        model.run().set(RUNNING);
        tick();
        model.search().text().set("NEEDLE");
        assertThat(model.search().count().get()).isEqualTo(1);
    }

    @Test
    void countNextAndMatchesAgreeHoweverLongALineIs() {
        print("short\n" + "x".repeat(3_000_000) + "needle\nend\n");
        model.run().set(RUNNING);
        tick();
        List<String> moves = new ArrayList<>();
        model.pager().whenMoved(recording(moves));
        model.search().text().set("needle");
        assertThat(model.search().count().get()).isEqualTo(1);
        model.next(0, true);
        assertThat(moves).containsExactly("reveal 1 selected");
        model.search().filter().set(LogFilter.MATCHES);
        assertThat(model.pager().lines()).extracting(LogLine::offset).containsExactly(6L);
    }

    @Test
    void whatIsShownOfAnUnfoldedLineHasTheMatchInIt() {
        print("x".repeat(3_000_000) + "needle" + "y".repeat(100_000) + "\n");
        model.run().set(RUNNING);
        tick();
        List<Unfolded> told = new ArrayList<>();
        model.unfold(0, 1_000, told::add);
        model.search().text().set("needle");
        model.unfold(0, 1_000, told::add);
        model.search().text().set("xx");
        model.unfold(0, 1_000, told::add);
        assertThat(told.get(0)).isEqualTo(new Unfolded("x".repeat(1_000) + "…", -1));
        assertThat(told.get(1)).isEqualTo(new Unfolded("…" + "x".repeat(200) + "needle" + "y".repeat(794) + "…", 3_000_000));
        assertThat(told.get(2)).isEqualTo(new Unfolded("x".repeat(1_000) + "…", 0));
    }

    @Test
    void whichMatchItIsIsKnown() {
        print("needle\n\nneedle\nneedle\n");
        model.run().set(RUNNING);
        tick();
        model.search().text().set("needle");
        assertThat(model.search().position().get()).isZero();
        model.next(0, true);
        assertThat(model.search().position().get()).isEqualTo(2);
        model.next(8, true);
        assertThat(model.search().position().get()).isEqualTo(3);
        model.next(15, true);
        assertThat(model.search().position().get()).isEqualTo(1);
        model.search().text().set("needl");
        assertThat(model.search().position().get()).isZero();
    }

    @Test
    void anExpressionThatGoesTooDeepStopsTheSearchAndSaysSo() {
        print("c\n" + "ab".repeat(300_000) + "\nc\n");
        model.run().set(RUNNING);
        tick();
        model.search().regex().set(true);
        model.search().text().set("(a|b)*c");
        assertThat(model.search().failure().get().toString()).contains("(a|b)*c");
        assertThat(model.search().searching().get()).isFalse();
        model.search().text().set("^c");
        assertThat(model.search().failure().get()).isNull();
        assertThat(model.search().count().get()).isEqualTo(2);
    }

    @Test
    void theTextsOfLinesAreToldWholeAndWithoutColours() {
        print("x".repeat(300_000) + "end\n\u001b[31mred\u001b[0m\n");
        model.run().set(RUNNING);
        model.active().set(true);
        tick();
        List<String> told = new ArrayList<>();
        model.texts(model.pager().lines(), told::addAll);
        assertThat(told).containsExactly("x".repeat(300_000) + "end", "red");
    }

    @Test
    void howFarASearchIsInOneHugeLineIsKnown() {
        print("x".repeat(3_000_000) + "\n");
        try (LogSearch search = new LogSearch(new RunLogSource(live.scheduler, live.logs), ID, LineQuery.of("never", true, true, false))) {
            List<Double> shares = new CopyOnWriteArrayList<>();
            Thread watcher = Thread.ofPlatform().daemon().start(() -> {
                while (search.share() < 1) {
                    if (shares.isEmpty() || shares.getLast() < search.share()) {
                        shares.add(search.share());
                    }
                }
            });
            search.slice(true);
            search.slice(true);
            assertThat(watcher).satisfies(thread -> assertThat(thread.join(Duration.ofSeconds(10))).isTrue());
            assertThat(shares).isSorted().hasSizeGreaterThan(3);
        }
    }

    @Test
    void aSearchThatTriesForEverEndsWhenItIsCancelled() throws Exception {
        print("x".repeat(2_000) + "\n");
        try (LogSearch search = new LogSearch(new RunLogSource(live.scheduler, live.logs), ID, LineQuery.of("(x+x+)+y", true, true, false))) {
            CompletableFuture<LogSearch.Progress> slice = CompletableFuture.supplyAsync(() -> search.slice(false));
            search.cancel();
            assertThat(slice.get(10, TimeUnit.SECONDS).count()).isZero();
        }
    }

    @Test
    void regularExpressionsAreUnderstoodAndMistakesSaid() {
        print(numbers(0, 1_000));
        model.run().set(RUNNING);
        tick();
        model.search().regex().set(true);
        model.search().text().set("^\\d7$");
        assertThat(model.search().count().get()).isEqualTo(9);
        model.search().text().set("(");
        assertThat(model.search().mistake().get()).isNotBlank();
        assertThat(model.search().count().get()).isZero();
    }

    @Test
    void onlyMatchesOrOnlyErrorsAreShownAlsoThoseThatCome() {
        print(numbers(0, 3_000));
        write(LogStream.ERR, START, "error 1\n");
        model.run().set(RUNNING);
        tick();
        model.search().text().set("99");
        model.search().filter().set(LogFilter.MATCHES);
        assertThat(texts()).hasSize(57).first().isEqualTo("99");
        print("99 more\nother\n");
        tick();
        tick();
        assertThat(texts()).hasSize(58).last().isEqualTo("99 more");
        model.search().filter().set(LogFilter.ERRORS);
        assertThat(texts()).containsExactly("error 1");
        model.search().filter().set(LogFilter.ALL);
        assertThat(texts()).last().isEqualTo("other");
    }

    @Test
    void aLastLineWithoutAnEndIsFoundAsSoonAsTheRunIsOver() {
        print("found\nfound again");
        model.run().set(RUNNING);
        tick();
        model.search().text().set("found");
        model.search().filter().set(LogFilter.MATCHES);
        assertThat(texts()).containsExactly("found");
        writer.close();
        model.run().set(RUNNING.ended(RunState.SUCCEEDED, null, START.plusSeconds(1), 0, 17));
        tick();
        assertThat(model.search().count().get()).isEqualTo(2);
        assertThat(texts()).containsExactly("found", "found again");
    }

    @Test
    void anOldLogIsReadAgainInAnotherEncoding() {
        byte[] bytes = "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        writer.write(LogStream.OUT, START, bytes, 0, bytes.length);
        model.run().set(RUNNING);
        tick();
        assertThat(texts()).containsExactly("caf\u00e9");
        assertThat(model.readAs().get()).isEqualTo(StandardCharsets.ISO_8859_1);
        model.encoding().set(StandardCharsets.UTF_8);
        tick();
        assertThat(texts()).containsExactly("caf\ufffd");
        model.encoding().set(null);
        tick();
        assertThat(texts()).containsExactly("caf\u00e9");
    }

    private static LogMoves recording(List<String> moves) {
        return new LogMoves() {
            @Override
            public void prepended(int lines) {
                moves.add("prepended " + lines);
            }

            @Override
            public void dropped(int lines) {
                moves.add("dropped " + lines);
            }

            @Override
            public void reveal(int index, boolean select) {
                moves.add("reveal " + index + (select ? " selected" : ""));
            }
        };
    }

    private void write(LogStream stream, Instant time, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writer.write(stream, time, bytes, 0, bytes.length);
    }

    private void tick() {
        live.ticker.tick();
    }

    private void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writer.write(LogStream.OUT, START, bytes, 0, bytes.length);
        writer.flush();
    }

    private static String numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> number + "\n").collect(Collectors.joining());
    }

    private List<String> texts() {
        return model.pager().lines().stream().map(LogLine::text).toList();
    }
}

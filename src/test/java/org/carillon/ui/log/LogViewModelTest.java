package org.carillon.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
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
        live.until(() -> model.lines().size() == 2);
        assertThat(model.lines()).extracting(LogLine::text).containsExactlyInAnyOrder("one", "two");
        assertThat(model.lines()).filteredOn(line -> line.text().equals("two")).extracting(LogLine::stream)
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
        assertThat(model.lines()).hasSize(LogViewModel.PAGE);
        assertThat(texts()).last().isEqualTo("49999");
    }

    @Test
    void neverMoreThanTheWindowHoldsIsKept() {
        model.run().set(RUNNING);
        for (int flush = 0; flush < 10; flush++) {
            print(numbers(flush * 4_000, (flush + 1) * 4_000));
            tick();
        }
        assertThat(model.lines()).hasSize(LogWindow.MOST);
        assertThat(texts()).first().isEqualTo("20000");
        assertThat(texts()).last().isEqualTo("39999");
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
        model.freeze();
        print(" and a half\nthree\nfour\n");
        tick();
        assertThat(texts()).containsExactly("one", "two");
        assertThat(model.newLines().get()).isEqualTo(2);
        model.follow();
        tick();
        assertThat(texts()).containsExactly("one", "two and a half", "three", "four");
        assertThat(model.newLines().get()).isZero();
    }

    @Test
    void olderPagesComeFromTheFileUntilTheFirstLine() {
        print(numbers(0, 5_000));
        model.run().set(RUNNING);
        tick();
        List<Integer> prepended = new ArrayList<>();
        model.whenPrepended(prepended::add);
        model.needOlder();
        assertThat(model.following().get()).isFalse();
        model.needOlder();
        model.needOlder();
        assertThat(prepended).containsExactly(2_000, 1_000);
        assertThat(texts()).isEqualTo(IntStream.range(0, 5_000).mapToObj(String::valueOf).toList());
    }

    @Test
    void fromTheStartOnePagesForwardToTheEndAndFollowsAgain() {
        print(numbers(0, 30_000));
        model.run().set(RUNNING);
        tick();
        model.goToStart();
        assertThat(texts()).first().isEqualTo("0");
        assertThat(model.lines()).hasSize(LogViewModel.PAGE);
        for (int page = 0; page < 20 && !model.following().get(); page++) {
            model.needNewer();
        }
        assertThat(texts()).last().isEqualTo("29999");
        assertThat(model.lines()).hasSize(LogWindow.MOST);
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
            model.needOlder();
        }
        assertThat(model.lines()).hasSize(LogWindow.MOST);
        assertThat(texts()).last().isNotEqualTo("59999");
        model.follow();
        tick();
        assertThat(texts()).last().isEqualTo("59999");
    }

    @Test
    void anotherRunStartsAnew() {
        print("one\n");
        model.run().set(RUNNING);
        tick();
        model.freeze();
        model.run().set(null);
        assertThat(model.lines()).isEmpty();
        assertThat(model.following().get()).isTrue();
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
        assertThat(model.lines()).isEmpty();
        model.active().set(true);
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void aTextIsFoundWhateverItsCaseGoingRound() {
        print("Alpha\nbeta\nALPHA beta\n");
        model.run().set(RUNNING);
        tick();
        LogSearch search = new LogSearch("alpha");
        assertThat(search.count(model.lines())).isEqualTo(2);
        assertThat(search.from(model.lines(), -1, true)).isZero();
        assertThat(search.from(model.lines(), 0, true)).isEqualTo(2);
        assertThat(search.from(model.lines(), 2, true)).isZero();
        assertThat(search.from(model.lines(), 0, false)).isEqualTo(2);
        assertThat(new LogSearch("gamma").from(model.lines(), 0, true)).isEqualTo(-1);
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
        return model.lines().stream().map(LogLine::text).toList();
    }
}

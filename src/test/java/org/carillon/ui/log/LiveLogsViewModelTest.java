package org.carillon.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carillon.job.CommandAction;
import org.carillon.job.Job;
import org.carillon.job.JsonTimes;
import org.carillon.ui.fx.LiveScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveLogsViewModelTest {
    @TempDir
    private Path directory;

    private LiveScheduler live;
    private LiveLogsViewModel model;

    @BeforeEach
    void open() {
        live = new LiveScheduler(directory);
        live.scheduler.add(LiveScheduler.yearly("one", "One", "echo from one; echo bad one >&2", "left"));
        live.scheduler.add(LiveScheduler.yearly("two", "Two", "echo from two; echo https://example.org", "right"));
        model = new LiveLogsViewModel(live.scheduler, live.logs, live.feed, live.background, live.ticker, live.times);
    }

    @AfterEach
    void close() {
        model.close();
        live.close();
    }

    private void run(String job) throws InterruptedException {
        live.scheduler.await(live.scheduler.start(job), Duration.ofSeconds(30));
    }

    private List<String> texts() {
        return model.lines().stream().map(line -> line.run().jobName() + ": " + line.line().text()).toList();
    }

    @Test
    void theLinesOfAllRunsComeWithTheirJob() throws InterruptedException {
        model.active().set(true);
        run("one");
        live.until(() -> model.lines().size() == 2);
        run("two");
        live.until(() -> model.lines().size() == 4);
        assertThat(texts()).containsExactlyInAnyOrder("One: from one", "One: bad one", "Two: from two", "Two: https://example.org");
    }

    @Test
    void whatRunsHavePrintedBeforeIsThere() throws InterruptedException {
        run("one");
        model.active().set(true);
        live.until(() -> model.lines().size() == 2);
    }

    @Test
    void linesAreFilteredByJobTagStreamAndText() throws InterruptedException {
        run("one");
        run("two");
        model.active().set(true);
        live.until(() -> model.lines().size() == 4 && model.tags().size() == 2);
        assertThat(model.jobs()).extracting(LiveJob::name).containsExactly("One", "Two");
        model.jobId().set("two");
        assertThat(texts()).containsExactly("Two: from two", "Two: https://example.org");
        model.find().text().set("FROM");
        assertThat(texts()).containsExactly("Two: from two");
        model.jobId().set(null);
        assertThat(texts()).hasSize(2);
        model.find().text().set("");
        model.tag().set("left");
        assertThat(texts()).hasSize(2).allMatch(text -> text.startsWith("One"));
        model.tag().set(null);
        model.errorsOnly().set(true);
        assertThat(texts()).containsExactly("One: bad one");
    }

    @Test
    void aTextIsFoundHoweverFarBehindInALongLineAlsoInOneThatComes() throws InterruptedException {
        live.scheduler.add(LiveScheduler.yearly("long", "Long", "head -c 3000000 /dev/zero | tr '\\000' x; echo Needle; echo short"));
        run("long");
        model.active().set(true);
        live.until(() -> model.lines().size() == 2);
        model.find().text().set("needle");
        assertThat(texts()).hasSize(1).allMatch(text -> text.startsWith("Long: xxx"));
        model.find().text().set("needles");
        assertThat(texts()).isEmpty();
        model.find().text().set("xneedle");
        run("long");
        live.until(() -> model.lines().size() == 2);
        model.freeze();
        run("long");
        live.until(() -> model.newLines().get() == 1);
        model.follow();
        assertThat(texts()).hasSize(3);
    }

    private static List<String> shown(LiveLogsViewModel model, List<Integer> went) {
        return went.stream().map(index -> model.lines().get(index).line().text()).toList();
    }

    @Test
    void amongAllLinesThePersonGoesFromMatchToMatchAndRound() throws InterruptedException {
        live.scheduler.add(LiveScheduler.yearly("many", "Many", "echo a1; echo other; echo A2; echo; echo a3"));
        run("many");
        model.active().set(true);
        live.until(() -> model.lines().size() == 5);
        List<Integer> went = new ArrayList<>();
        model.whenRevealed(went::add);
        model.matchesOnly().set(false);
        model.find().text().set("a");
        assertThat(model.lines()).hasSize(5);
        assertThat(model.find().count().get()).isEqualTo(3);
        model.next(-1, true);
        model.next(went.getLast(), true);
        assertThat(model.find().position().get()).isEqualTo(2);
        assertThat(model.following().get()).isFalse();
        model.next(went.getLast(), true);
        model.next(went.getLast(), true);
        model.next(went.getLast(), false);
        assertThat(shown(model, went)).containsExactly("a1", "A2", "a3", "a1", "a3");
        model.next(-1, false);
        assertThat(shown(model, went)).endsWith("a3");
        model.find().matchCase().set(true);
        assertThat(model.find().count().get()).isEqualTo(2);
        model.find().text().set("none");
        int before = went.size();
        model.next(0, true);
        assertThat(went).hasSize(before);
        assertThat(model.find().position().get()).isZero();
    }

    @Test
    void anExpressionFindsLinesAlsoThoseThatCome() throws InterruptedException {
        model.active().set(true);
        model.find().regex().set(true);
        model.find().text().set("^from (one|three)$");
        run("one");
        run("two");
        live.until(() -> texts().equals(List.of("One: from one")));
        run("one");
        live.until(() -> texts().equals(List.of("One: from one", "One: from one")));
        assertThat(model.find().count().get()).isEqualTo(2);
        model.find().text().set("from (");
        assertThat(model.find().mistake().get()).isNotNull();
        assertThat(model.lines()).hasSize(6);
    }

    @Test
    void anExpressionThatGoesTooDeepIsSaid() throws InterruptedException {
        live.scheduler.add(LiveScheduler.yearly("deep", "Deep", "i=0; while [ $i -lt 17 ]; do i=$((i+1)); printf ab%.0s $(seq 30000); done; echo"));
        run("deep");
        model.active().set(true);
        live.until(() -> model.lines().size() == 1);
        model.find().regex().set(true);
        model.find().text().set("(a|b)*c");
        live.until(() -> model.find().failure().get() != null);
        assertThat(model.find().failure().get().toString()).contains("(a|b)*c");
    }

    @Test
    void thePersonGoesToALineATimeTheFirstErrorAndTheStart() throws InterruptedException {
        run("one");
        run("two");
        model.active().set(true);
        live.until(() -> model.lines().size() == 4);
        List<Integer> went = new ArrayList<>();
        model.whenRevealed(went::add);
        assertThat(model.goToFirstError()).isTrue();
        assertThat(shown(model, went)).containsExactly("bad one");
        assertThat(model.goTo("4")).isTrue();
        assertThat(model.goTo("1999999")).isTrue();
        model.goToStart();
        Instant last = model.lines().getLast().line().time();
        assertThat(model.goTo(JsonTimes.write(last, LiveScheduler.ZONE))).isTrue();
        int atThatTime = went.getLast();
        assertThat(model.lines().get(atThatTime).line().time()).isEqualTo(last);
        assertThat(went.subList(1, 4)).containsExactly(3, 3, 0);
        assertThat(model.goTo("half past")).isFalse();
        model.find().text().set("https");
        assertThat(model.goToFirstError()).isFalse();
    }

    @Test
    void whatIsShownIsSavedWithTimeJobRunAndStreamAndWholeLines() throws Exception {
        live.scheduler.add(LiveScheduler.yearly("long", "Long", "head -c 100000 /dev/zero | tr '\\000' x; echo; printf '\\033[31mred\\033[0m\\n'"));
        run("long");
        run("one");
        model.active().set(true);
        live.until(() -> model.lines().size() == 4);
        model.jobId().set("long");
        Path target = directory.resolve("saved.log");
        List<String> told = new ArrayList<>();
        model.save(target, new LogWords(live.times)::record, () -> told.add("saved"), problem -> told.add(problem.toString()));
        live.until(() -> !told.isEmpty());
        assertThat(told).containsExactly("saved");
        List<String[]> rows = Files.readAllLines(target).stream().map(row -> row.split("\t")).toList();
        assertThat(rows).extracting(row -> row[4]).containsExactly("x".repeat(100_000), "red");
        LiveLine line = model.lines().getFirst();
        assertThat(rows.getFirst()).startsWith(JsonTimes.write(line.line().time(), LiveScheduler.ZONE), "Long", "#" + line.run().id(), "out");
        List<String> copied = new ArrayList<>();
        model.texts(List.of(line), copied::addAll);
        live.until(() -> !copied.isEmpty());
        assertThat(copied).containsExactly("x".repeat(100_000));
    }

    @Test
    void linesAreReadInTheEncodingOfTheirJob() throws InterruptedException {
        Job job = LiveScheduler.yearly("old", "Old", "printf '\\244\\244\\244\\345\\n'");
        CommandAction action = (CommandAction) job.action();
        live.scheduler.add(job.withAction(new CommandAction(action.command(), null, Map.of(), "", Charset.forName("Big5"), action.success())));
        run("old");
        model.active().set(true);
        live.until(() -> model.lines().size() == 1);
        assertThat(texts()).containsExactly("Old: \u4e2d\u6587");
    }

    @Test
    void aTextIsFoundAcrossColours() throws InterruptedException {
        live.scheduler.add(LiveScheduler.yearly("red", "Red", "printf 'so \\033[31mbad\\033[0mly\\n'"));
        run("red");
        model.active().set(true);
        live.until(() -> model.lines().size() == 1);
        model.find().text().set("so badly");
        assertThat(texts()).hasSize(1);
        model.find().text().set("31m");
        assertThat(texts()).isEmpty();
    }

    @Test
    void frozenNewLinesAreCounted() throws InterruptedException {
        model.active().set(true);
        run("one");
        live.until(() -> model.lines().size() == 2);
        model.freeze();
        run("two");
        live.until(() -> model.newLines().get() == 2);
        assertThat(model.lines()).hasSize(2);
        model.follow();
        assertThat(model.lines()).hasSize(4);
        assertThat(model.newLines().get()).isZero();
    }

    @Test
    void aRunIsFollowedWhileItPrints() {
        live.scheduler.add(LiveScheduler.yearly("slow", "Slow", "echo first; read line < \"" + fifo() + "\"; echo second"));
        model.active().set(true);
        long run = live.scheduler.start("slow");
        live.until(() -> texts().contains("Slow: first"));
        live.scheduler.stop(run);
    }

    /** A pipe that nobody writes to: whoever reads it waits. */
    private String fifo() {
        Path pipe = directory.resolve("pipe");
        try {
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return pipe.toString();
    }
}

package org.carillon.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carillon.job.CommandAction;
import org.carillon.job.Job;
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
        model.text().set("FROM");
        assertThat(texts()).containsExactly("Two: from two");
        model.jobId().set(null);
        assertThat(texts()).hasSize(2);
        model.text().set("");
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
        model.text().set("needle");
        assertThat(texts()).hasSize(1).allMatch(text -> text.startsWith("Long: xxx"));
        model.text().set("needles");
        assertThat(texts()).isEmpty();
        model.text().set("xneedle");
        run("long");
        live.until(() -> model.lines().size() == 2);
        model.freeze();
        run("long");
        live.until(() -> model.newLines().get() == 1);
        model.follow();
        assertThat(texts()).hasSize(3);
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
        model.text().set("so badly");
        assertThat(texts()).hasSize(1);
        model.text().set("31m");
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

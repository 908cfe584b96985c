package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.cli.CommandLineFixture.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The editor is a real process: sed, in place of a person. */
class EditCommandTest {
    @TempDir
    private Path data;

    private CommandLineFixture carillon;

    @BeforeEach
    void aJob() {
        carillon = new CommandLineFixture(data.resolve("data"), new RealSchedulers(), null);
        carillon.run("add", "--id", "hello", "--name", "Hello", "--cron", "0 3 * * *", "--", "true");
    }

    @Test
    void whatIsChangedInTheEditorIsSaved() {
        Result edited = carillon.with("EDITOR", "sed -i 's/0 3/30 4/; s/Hello/Good morning/'").run("edit", "hello", "--json");
        assertThat(edited.code()).as(edited.err()).isZero();
        assertThat(edited.err()).contains("hello was changed");
        assertThat(edited.json().at("/trigger/expression").stringValue()).isEqualTo("30 4 * * *");
        assertThat(carillon.run("jobs").out()).contains("Good morning").contains("Every day at 04:30");
    }

    @Test
    void visualGoesBeforeEditorAndNothingChangedIsSaid() {
        Result edited = carillon.with("EDITOR", "false").with("VISUAL", "true").run("edit", "hello");
        assertThat(edited.code()).isZero();
        assertThat(edited.err()).contains("Nothing was changed");
    }

    @Test
    void aMistakeIsSaidWithItsPlaceAndWhatWasWrittenIsKept() throws IOException {
        Result edited = carillon.with("EDITOR", "sed -i 's/0 3/0 99/'").run("edit", "hello");
        assertThat(edited.code()).isEqualTo(ExitCode.FAILED);
        assertThat(edited.err()).contains("trigger").contains("99");
        assertThat(kept(edited.err())).content().contains("0 99 * * *");
        Files.delete(kept(edited.err()));
        assertThat(carillon.run("jobs").out()).contains("Every day at 03:00");
    }

    @Test
    void theIdStaysAndAnEditorThatFailsChangesNothing() throws IOException {
        Result renamed = carillon.with("EDITOR", "sed -i 's/\"hello\"/\"other\"/'").run("edit", "hello");
        assertThat(renamed.code()).isEqualTo(ExitCode.FAILED);
        assertThat(renamed.err()).contains("hello");
        Files.delete(kept(renamed.err()));
        Result failed = carillon.with("EDITOR", "sed -i 's/Hello/X/' \"$1\"; exit 3; true").run("edit", "hello");
        assertThat(failed.code()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.err()).contains("ended with 3");
        Files.delete(kept(failed.err()));
        assertThat(carillon.run("jobs").out()).contains("Hello").doesNotContain("other");
        assertThat(carillon.run("edit", "nobody").code()).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotLost() throws IOException, InterruptedException {
        // The editor does not end before the other change is done.
        Path opened = data.resolve("opened");
        Path done = data.resolve("done");
        carillon.with("EDITOR", "sed -i 's/Hello/Mine/' \"$1\"; touch " + opened + "; while [ ! -e " + done + " ]; do :; done; true");
        CommandLineFixture other = new CommandLineFixture(data.resolve("data"), new RealSchedulers(), null);
        AtomicReference<Result> edited = new AtomicReference<>();
        Thread editing = Thread.ofPlatform().start(() -> edited.set(carillon.run("edit", "hello")));
        await().until(() -> Files.exists(opened));
        assertThat(other.with("EDITOR", "sed -i 's/Hello/Theirs/'").run("edit", "hello").code()).isZero();
        Files.createFile(done);
        editing.join();

        assertThat(edited.get().code()).isEqualTo(ExitCode.FAILED);
        assertThat(edited.get().err()).contains("changed elsewhere meanwhile");
        assertThat(kept(edited.get().err())).content().contains("Mine");
        Files.delete(kept(edited.get().err()));
        assertThat(carillon.run("jobs").out()).contains("Theirs").doesNotContain("Mine");
    }

    private static Path kept(String said) {
        Matcher file = Pattern.compile("kept in (\\S+\\.json)").matcher(said);
        assertThat(file.find()).as(said).isTrue();
        return Path.of(file.group(1));
    }
}

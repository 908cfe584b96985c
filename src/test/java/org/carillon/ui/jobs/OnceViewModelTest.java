package org.carillon.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.message.Language;
import org.carillon.store.RunQuery;
import org.carillon.ui.fx.LiveScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnceViewModelTest {
    @TempDir
    Path directory;

    private LiveScheduler live;

    @BeforeEach
    void open() {
        live = new LiveScheduler(directory);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void itBeginsWithWhatTheJobHas() {
        CommandAction given = CommandAction.of(new CommandLine.Program(List.of("printf", "%s", "two words")));
        OnceViewModel model = once(program("true").withAction(new CommandAction(given.command(), null, Map.of(), "in", given.encoding(), given.success())));

        assertThat(model.arguments().get()).isEqualTo("%s 'two words'");
        assertThat(model.input().get()).isEqualTo("in");
        assertThat(model.sound().get()).isTrue();
    }

    @Test
    void oneRunHasOtherArgumentsVariablesAndInputAndTheJobStaysAsItIs() throws Exception {
        Path printed = directory.resolve("printed");
        Job job = program("sh", "-c", "echo nothing");
        live.scheduler.add(job);
        OnceViewModel model = once(job);
        model.arguments().set("-c 'echo $GREETING $(cat) > " + printed + "'");
        model.variables().set("\nGREETING=a = b\n");
        model.input().set("from input");
        AtomicBoolean begun = new AtomicBoolean();

        model.start(() -> begun.set(true));

        live.until(begun::get);
        Run run = live.scheduler.runs(RunQuery.ofJob(job.id(), 1)).getFirst();
        assertThat(live.scheduler.await(run.id(), Duration.ofSeconds(60)).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(Files.readString(printed)).isEqualTo("a = b from input\n");
        assertThat(live.scheduler.job(job.id()).orElseThrow().job().action()).isEqualTo(job.action());
    }

    @Test
    void mistakesAreToldWhereTheyAre() {
        OnceViewModel model = once(program("echo", "hello"));
        model.arguments().set("'open");
        model.variables().set("A=1\nno variable");

        assertThat(model.sound().get()).isFalse();
        assertThat(model.argumentsProblem().get()).isEqualTo("A quote is not closed");
        assertThat(model.variablesProblem().get()).contains("no variable");
    }

    @Test
    void aLineForTheShellIsNeverEmpty() {
        OnceViewModel model = once(LiveScheduler.yearly("line", "Line", "echo hello | cat"));
        assertThat(model.arguments().get()).isEqualTo("echo hello | cat");

        model.arguments().set(" ");

        assertThat(model.argumentsProblem().get()).isEqualTo("The line is empty");
    }

    @Test
    void whatCannotBeStartedIsTold() {
        OnceViewModel model = once(program("echo", "hello"));

        model.start(() -> { });

        live.until(() -> !model.failure().get().isEmpty());
    }

    private OnceViewModel once(Job job) {
        return new OnceViewModel(job, live.scheduler, live.background, Language.ENGLISH);
    }

    private static Job program(String... words) {
        return LiveScheduler.yearly("job", "Job", "true").withAction(CommandAction.of(new CommandLine.Program(List.of(words))));
    }
}

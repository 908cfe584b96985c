package org.carillon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.carillon.cli.SchedulerSession;
import org.carillon.control.DirectoryInUseException;
import org.carillon.control.client.ControlException;
import org.carillon.engine.JobStatus;
import org.carillon.engine.SchedulerEvent;
import org.carillon.engine.SchedulerStatus;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.RunState;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectory;
import org.carillon.trigger.DateTrigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachedInstanceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path root;

    @Test
    void aWindowShowsWhatAnotherProcessSchedulesAlsoAfterThatStartedAgain() throws Exception {
        DataDirectory directory = new DataDirectory(root.resolve("data"));
        List<SchedulerEvent> heard = new CopyOnWriteArrayList<>();
        Instance first = start(directory);
        try (Backend window = attached(directory)) {
            assertThat(window.outlivesWindow()).isTrue();
            window.scheduler().listen(heard::add);
            window.scheduler().add(Job.of("hello", "Hello", new DateTrigger(Instant.now().plus(Duration.ofDays(1)), ZoneOffset.UTC),
                    CommandAction.of(new CommandLine.ShellLine("echo hello", null))));
            long run = window.scheduler().start("hello");
            assertThat(window.scheduler().await(run, PATIENCE).state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(window.logs().find(run)).isPresent();
            await().atMost(PATIENCE).until(() -> !heard.isEmpty());

            first.close();
            assertThatThrownBy(() -> window.scheduler().jobs()).isInstanceOf(ControlException.class);

            try (Instance second = start(directory)) {
                assertThat(window.scheduler().jobs()).extracting(JobStatus::id).containsExactly("hello");
                heard.clear();
                await().atMost(PATIENCE).until(() -> {
                    second.scheduler().start("hello");
                    return !heard.isEmpty();
                });
            }
        }
    }

    @Test
    void aServiceThatStartsWhileACommandLooksAtTheDirectoryWaitsForIt() throws Exception {
        DataDirectory directory = new DataDirectory(root.resolve("data"));
        AppContext context = new AppContext(Language.ENGLISH);
        SchedulerSession command = context.open(directory);
        try (ExecutorService service = Executors.newSingleThreadExecutor()) {
            CountDownLatch begun = new CountDownLatch(1);
            Future<SchedulerSession> starting = service.submit(() -> {
                begun.countDown();
                return context.start(directory, event -> { }, () -> { });
            });
            begun.await();
            command.close();

            try (SchedulerSession started = starting.get(30, TimeUnit.SECONDS)) {
                assertThat(started.scheduler().status().state()).isEqualTo(SchedulerStatus.State.SCHEDULING);
                assertThatThrownBy(() -> context.start(directory, event -> { }, () -> { })).isInstanceOf(DirectoryInUseException.class);
            }
        }
    }

    private static Instance start(DataDirectory directory) {
        return Instance.start(directory, event -> { }, new RunningProgram(_ -> false, () -> { }));
    }

    private static Backend attached(DataDirectory directory) {
        return new AttachedInstance(directory, AppContext.follow(directory, Language.ENGLISH).orElseThrow());
    }
}

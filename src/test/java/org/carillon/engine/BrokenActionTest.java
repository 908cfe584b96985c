package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.carillon.action.ActionResult;
import org.carillon.job.Policy;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.RunLogs;
import org.carillon.store.RunQuery;
import org.carillon.store.memory.MemoryJobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Actions that do not end as actions should. */
class BrokenActionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;
    private final AtomicReference<Class<? extends Throwable>> failure = new AtomicReference<>();
    private BackgroundScheduler scheduler;

    @BeforeEach
    void open() {
        scheduler = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(new RunLogs(directory))
                .actions((run, output, stop) -> act()).build();
        scheduler.start();
        scheduler.add(Bench.job("a", Bench.cron("0 0 1 1 *"), Policy.DEFAULT));
    }

    @AfterEach
    void close() {
        scheduler.close();
    }

    /** One that cannot even say what is wrong. */
    static final class Mute extends RuntimeException {
        @Override
        public String getMessage() {
            throw new IllegalStateException("There is nothing to say");
        }
    }

    private ActionResult act() {
        try {
            if (failure.get() != null) {
                throw failure.get().getDeclaredConstructor().newInstance();
            }
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        return new ActionResult(true, 0, null);
    }

    private Run runOnce() {
        long id = scheduler.start("a");
        return await().atMost(PATIENCE).until(() -> scheduler.runs(RunQuery.ofJob("a", 1)).getFirst(),
                run -> run.id() == id && run.state().isFinal());
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, NoClassDefFoundError.class, OutOfMemoryError.class, AssertionError.class,
        IllegalStateException.class, Mute.class})
    void whateverAnActionThrowsItsRunFailsAndTheNextOneRuns(Class<? extends Throwable> thrown) {
        failure.set(thrown);
        Run failed = runOnce();
        failure.set(null);

        assertThat(failed.state()).isEqualTo(RunState.FAILED);
        assertThat(failed.reason().cause()).isEqualTo(Reason.Cause.ERROR);
        assertThat(failed.reason().detail()).contains(thrown.getSimpleName());
        assertThat(runOnce().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(scheduler.status().trouble()).isNull();
    }
}

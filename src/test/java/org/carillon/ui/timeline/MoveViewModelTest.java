package org.carillon.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carillon.engine.JobStatus;
import org.carillon.ui.fx.LiveScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveViewModelTest {
    @TempDir
    Path directory;

    private final AtomicBoolean moved = new AtomicBoolean();
    private LiveScheduler live;
    private Instant planned;
    private MoveViewModel model;

    @BeforeEach
    void open() {
        live = new LiveScheduler(directory);
        live.scheduler.add(LiveScheduler.yearly("job", "Job", "true"));
        planned = status().nextRun();
        model = move(Instant.now());
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void itBeginsWithThePlannedTimeWhichIsNoOtherTime() {
        assertThat(model.date().get()).isEqualTo(LocalDate.ofInstant(planned, LiveScheduler.ZONE));
        assertThat(model.time().get()).isEqualTo("00:00");
        assertThat(model.problem().get()).isEmpty();
        assertThat(model.sound().get()).isFalse();
        assertThat(model.intro()).contains("Job", live.times.full(planned));
    }

    @Test
    void theRunTakesPlaceAtTheOtherTime() {
        model.time().set("9.30");
        assertThat(model.sound().get()).isTrue();

        model.move(() -> moved.set(true));

        live.until(moved::get);
        assertThat(status().nextRun()).isEqualTo(model.date().get().atTime(9, 30).atZone(LiveScheduler.ZONE).toInstant());
    }

    @Test
    void whatIsWrongIsTold() {
        model.time().set("soon");
        assertThat(model.problem().get()).contains("“soon” is not a time");
        model.time().set(" ");
        assertThat(model.problem().get()).startsWith("Give a time");
        model.time().set("0:00");
        assertThat(model.problem().get()).contains("planned for this time already");
        model.date().set(null);
        assertThat(model.problem().get()).startsWith("Give a date");
        model.date().set(LocalDate.of(2020, 1, 1));
        assertThat(model.problem().get()).contains("past already");
        assertThat(model.sound().get()).isFalse();

        model.move(() -> moved.set(true));

        assertThat(moved).isFalse();
        assertThat(status().nextRun()).isEqualTo(planned);
    }

    @Test
    void aTimeThatTheClocksLeaveOutIsRefused() {
        model = move(Instant.parse("2027-01-01T00:00:00Z"));
        model.date().set(LocalDate.of(2027, 3, 28));
        model.time().set("2:30");
        assertThat(model.problem().get()).contains("leave out this time");
        model.time().set("3:00");
        assertThat(model.sound().get()).isTrue();
    }

    @Test
    void aTimeThatTheLedgerHasAlreadyIsRefusedBesideTheField() {
        Instant second = status().job().trigger().next(planned);
        live.scheduler.skip("job", second);
        LocalDateTime taken = LocalDateTime.ofInstant(second, LiveScheduler.ZONE).truncatedTo(ChronoUnit.MINUTES);
        model.date().set(taken.toLocalDate());
        assertThat(model.sound().get()).isTrue();

        model.move(() -> moved.set(true));

        live.until(() -> model.problem().get().contains("taken in the ledger already"));
        assertThat(moved).isFalse();
        assertThat(status().nextRun()).isEqualTo(planned);
    }

    private MoveViewModel move(Instant now) {
        return new MoveViewModel(status().job(), planned, live.scheduler, live.background, () -> now, live.times);
    }

    private JobStatus status() {
        return live.scheduler.job("job").orElseThrow();
    }
}

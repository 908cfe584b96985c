package org.carillon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.carillon.action.TaskRun;
import org.carillon.engine.ManualScheduler;
import org.carillon.engine.Scheduler;
import org.carillon.job.JavaAction;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.carillon.store.jdbc.H2JobStore;
import org.carillon.trigger.DateTrigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example of orders that are cancelled unless they are paid in time, as it stands there. */
class OrdersTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static final class Orders {
        private final Set<String> open = ConcurrentHashMap.newKeySet();

        void placed(Scheduler scheduler, String order, Instant now) {
            open.add(order);
            scheduler.add(Job.of("cancel-" + order, "Cancel order " + order,
                            new DateTrigger(now.plus(Duration.ofMinutes(30)), ZoneOffset.UTC),
                            JavaAction.of("cancel order", Map.of("order", order)))
                    .withPolicy(Policy.DEFAULT.withRemoveWhenDone(true)));
        }

        void paid(Scheduler scheduler, String order) {
            scheduler.remove("cancel-" + order);
        }

        void cancel(TaskRun run) {
            open.remove(run.arguments().get("order").asString());
        }
    }

    @TempDir
    Path directory;

    @Test
    void anOrderThatIsNotPaidInHalfAnHourIsCancelled() {
        Orders orders = new Orders();
        try (ManualScheduler scheduler = ManualScheduler.builder(NOON).task("cancel order", orders::cancel).build()) {
            scheduler.start();
            orders.placed(scheduler, "17", scheduler.now());
            orders.placed(scheduler, "18", scheduler.now());
            scheduler.advance(Duration.ofMinutes(29));
            orders.paid(scheduler, "18");
            scheduler.advance(Duration.ofMinutes(1));

            assertThat(orders.open).containsExactly("18");
            assertThat(scheduler.jobs()).isEmpty();
        }
    }

    @Test
    void itIsCancelledAlsoWhenTheProgramWasClosedMeanwhile() {
        Orders orders = new Orders();
        try (JobStore store = H2JobStore.open(directory)) {
            try (ManualScheduler before = ManualScheduler.builder(NOON).store(store).task("cancel order", orders::cancel).build()) {
                before.start();
                orders.placed(before, "17", before.now());
            }
            Instant evening = NOON.plus(Duration.ofHours(8));
            try (ManualScheduler after = ManualScheduler.builder(evening).store(store).task("cancel order", orders::cancel).build()) {
                after.start();
                assertThat(orders.open).isEmpty();
                assertThat(after.jobs()).isEmpty();
                Run run = after.runs(RunQuery.ofJob("cancel-17", 1)).getFirst();
                assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
                assertThat(run.late()).isEqualTo(Duration.ofHours(7).plusMinutes(30));
            }
        }
    }
}

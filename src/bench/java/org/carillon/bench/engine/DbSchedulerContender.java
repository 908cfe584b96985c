package org.carillon.bench.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** db-scheduler with a one-time task; what has run is deleted from its table. */
final class DbSchedulerContender implements Contender {
    static final String SETTINGS = "threads 20, pollingInterval 100 ms (default 10 s), fetch with limits"
            + " 3 and 50 per thread, immediate execution on; deletes what has run";

    private final PeerDatabase database;
    private final OneTimeTask<Void> task = Tasks.oneTime("probe").execute((instance, context) -> Probe.ran(Integer.parseInt(instance.getId())));
    private final Scheduler scheduler;

    DbSchedulerContender(Path directory) {
        database = new PeerDatabase(directory);
        if (!database.has("SCHEDULED_TASKS")) {
            database.run("/org/carillon/bench/engine/db-scheduler.sql");
        }
        scheduler = Scheduler.create(database.source(), task)
                .threads(Contenders.THREADS)
                .pollingInterval(Duration.ofMillis(100))
                .pollUsingFetch(3, 50)
                .enableImmediateExecution()
                .build();
    }

    @Override
    public void addDue(int count) {
        addAll(OneOff.many(count, Instant.now()));
    }

    @Override
    public void start() {
        scheduler.start();
    }

    @Override
    public void addEach(List<OneOff> jobs) {
        jobs.forEach(job -> scheduler.schedule(instance(job), job.due()));
    }

    @Override
    public void addAll(List<OneOff> jobs) {
        scheduler.scheduleBatch(jobs.stream().map(job -> SchedulableInstance.of(instance(job), job.due())));
    }

    private TaskInstance<Void> instance(OneOff job) {
        return task.instance(Integer.toString(job.number()));
    }

    @Override
    public boolean hasRecorded(int runs) {
        return database.count("SELECT COUNT(*) FROM scheduled_tasks") == 0;
    }

    @Override
    public void close() {
        scheduler.stop();
        database.close();
    }
}

package org.carillon.bench.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.carillon.action.ActionResult;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.engine.SchedulerEvent;
import org.carillon.engine.WhenExists;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.Job;
import org.carillon.job.RunState;
import org.carillon.log.RunLogs;
import org.carillon.store.JobStore;
import org.carillon.store.jdbc.H2JobStore;
import org.carillon.trigger.DateTrigger;

/** Carillon as a library, with everything on: ledger, run logs, its H2 store as it comes. Its action runner calls the probe. */
final class CarillonContender implements Contender {
    static final String SETTINGS = "H2 store as it comes (each group of commits is one entry of the journal, forced to disk before it"
            + " returns), executor of 20, an action runner that calls the probe in the place of the command; jobs and every run are kept, 3 ledger"
            + " writes a run";
    private static final String ID_PREFIX = "job-";
    /** Time to add jobs that are to be due when that is done: the scheduler takes no job whose only time is long past. */
    private static final Duration TIME_TO_ADD = Duration.ofSeconds(4);

    private final JobStore store;
    private final BackgroundScheduler scheduler;
    private final AtomicInteger recorded = new AtomicInteger();

    CarillonContender(Path directory) {
        this(directory, Function.identity());
    }

    /** @param around what the scheduler is to see in the place of its store */
    CarillonContender(Path directory, Function<JobStore, JobStore> around) {
        store = around.apply(H2JobStore.open(directory));
        scheduler = BackgroundScheduler.builder()
                .store(store)
                .logs(new RunLogs(directory.resolve("logs")))
                .executor(ExecutorSpec.of(Job.DEFAULT_EXECUTOR, Contenders.THREADS))
                .actions((run, output, stop) -> {
                    Probe.ran(Integer.parseInt(run.mark().jobId().substring(ID_PREFIX.length())));
                    return new ActionResult(true, null, null);
                })
                .build();
        scheduler.listen(this::hear);
    }

    @Override
    public void addDue(int count) {
        Instant due = Instant.now().plus(TIME_TO_ADD);
        addAll(OneOff.many(count, due));
        while (Instant.now().isBefore(due)) {
            LockSupport.parkNanos(Duration.between(Instant.now(), due).toNanos());
        }
    }

    @Override
    public void start() {
        scheduler.start();
    }

    @Override
    public void addEach(List<OneOff> jobs) {
        jobs.forEach(job -> scheduler.add(job(job)));
    }

    @Override
    public void addAll(List<OneOff> jobs) {
        scheduler.addAll(jobs.stream().map(CarillonContender::job).toList(), WhenExists.REFUSE);
    }

    static Job job(OneOff job) {
        String id = ID_PREFIX + job.number();
        return Job.of(id, id, new DateTrigger(job.due(), ZoneOffset.UTC), CommandAction.of(new CommandLine.Program(List.of("true"))));
    }

    /** The end of a run is told when it is in the ledger. */
    @Override
    public boolean hasRecorded(int runs) {
        return recorded.get() == runs;
    }

    private void hear(SchedulerEvent event) {
        if (event instanceof SchedulerEvent.RunEnded ended && ended.run().state() == RunState.SUCCEEDED) {
            recorded.incrementAndGet();
        }
    }

    @Override
    public void close() {
        scheduler.close();
        store.close();
    }
}

package org.carillon.bench.engine;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.configuration.JobRunrConfiguration.JobRunrConfigurationResult;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.scheduling.JobBuilder;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.h2.H2StorageProvider;
import org.jobrunr.utils.mapper.jackson3.Jackson3JsonMapper;

/** JobRunr with job requests; keeps what has run for 36 hours, as it does unless told otherwise. */
final class JobRunrContender implements Contender {
    static final String SETTINGS = "20 workers (virtual threads, as is its default), pollInterval 5 s (the shortest it takes for SQL),"
            + " Jackson 3, job requests instead of lambdas; keeps what has run";

    private final PeerDatabase database;
    private final StorageProvider storage;
    private final JobRunrConfigurationResult jobRunr;

    JobRunrContender(Path directory) {
        database = new PeerDatabase(directory);
        storage = new H2StorageProvider(database.source());
        jobRunr = JobRunr.configure()
                .useJsonMapper(new Jackson3JsonMapper())
                .useStorageProvider(storage)
                .useJobActivator(new Activator())
                .useBackgroundJobServer(
                        BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                                .andPollInterval(Duration.ofSeconds(5))
                                .andWorkerCount(Contenders.THREADS),
                        false)
                .initialize();
    }

    @Override
    public void addDue(int count) {
        addAll(OneOff.many(count, Instant.now()));
    }

    @Override
    public void start() {
        jobRunr.getBackgroundJobServer().start();
    }

    @Override
    public void addEach(List<OneOff> jobs) {
        jobs.forEach(job -> jobRunr.getJobRequestScheduler().create(builder(job)));
    }

    @Override
    public void addAll(List<OneOff> jobs) {
        jobRunr.getJobRequestScheduler().create(jobs.stream().map(JobRunrContender::builder));
    }

    private static JobBuilder builder(OneOff job) {
        JobBuilder builder = JobBuilder.aJob().withJobRequest(new JobRunrJob(job.number()));
        return job.due().isAfter(Instant.now()) ? builder.scheduleAt(job.due()) : builder;
    }

    @Override
    public boolean hasRecorded(int runs) {
        return storage.countJobs(StateName.SUCCEEDED) >= runs;
    }

    @Override
    public void close() {
        JobRunr.destroy();
        database.close();
    }

    /** Makes the handlers. */
    private static final class Activator implements JobActivator {
        @Override
        public <T> T activateJob(Class<T> type) {
            try {
                return type.getDeclaredConstructor().newInstance();
            } catch (InstantiationException | IllegalAccessException | InvocationTargetException | NoSuchMethodException e) {
                throw new IllegalStateException("JobRunr's handler could not be made", e);
            }
        }
    }
}

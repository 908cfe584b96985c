package org.carillon.bench.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Quartz with its JDBC store; what has run is deleted from its tables. */
final class QuartzContender implements Contender {
    static final String SETTINGS = "JobStoreTX, StdJDBCDelegate, threads 20, batchTriggerAcquisitionMaxCount 20 (default 1),"
            + " acquireTriggersWithinLock; deletes what has run";
    private static final String SOURCE = "peer";

    private final PeerDatabase database;
    private final Scheduler scheduler;

    QuartzContender(Path directory) {
        database = new PeerDatabase(directory);
        if (!database.has("QRTZ_TRIGGERS")) {
            database.run("/org/quartz/impl/jdbcjobstore/tables_h2.sql");
        }
        DBConnectionManager.getInstance().addConnectionProvider(SOURCE, new Pool(database));
        scheduler = call(() -> new StdSchedulerFactory(properties()).getScheduler());
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "org.quartz.scheduler.instanceName", "bench",
                "org.quartz.scheduler.skipUpdateCheck", "true",
                "org.quartz.threadPool.threadCount", Integer.toString(Contenders.THREADS),
                "org.quartz.scheduler.batchTriggerAcquisitionMaxCount", Integer.toString(Contenders.THREADS),
                "org.quartz.jobStore.acquireTriggersWithinLock", "true",
                "org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX",
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.StdJDBCDelegate",
                "org.quartz.jobStore.dataSource", SOURCE));
        return properties;
    }

    @Override
    public void addDue(int count) {
        addAll(OneOff.many(count, Instant.now()));
    }

    @Override
    public void start() {
        call(() -> {
            scheduler.start();
            return null;
        });
    }

    @Override
    public void addEach(List<OneOff> jobs) {
        jobs.forEach(job -> call(() -> scheduler.scheduleJob(detail(job), trigger(job))));
    }

    @Override
    public void addAll(List<OneOff> jobs) {
        call(() -> {
            scheduler.scheduleJobs(jobs.stream().collect(Collectors.toMap(QuartzContender::detail, triggers())), false);
            return null;
        });
    }

    private static Function<OneOff, Set<? extends Trigger>> triggers() {
        return job -> Set.of(trigger(job));
    }

    private static JobDetail detail(OneOff job) {
        return JobBuilder.newJob(QuartzJob.class).withIdentity(Integer.toString(job.number())).build();
    }

    private static Trigger trigger(OneOff job) {
        return TriggerBuilder.newTrigger()
                .withIdentity(Integer.toString(job.number()))
                .startAt(Date.from(job.due()))
                .build();
    }

    @Override
    public boolean hasRecorded(int runs) {
        return database.count("SELECT (SELECT COUNT(*) FROM qrtz_triggers) + (SELECT COUNT(*) FROM qrtz_fired_triggers)") == 0;
    }

    @Override
    public void close() {
        call(() -> {
            scheduler.shutdown(true);
            return null;
        });
        database.close();
    }

    private interface Call<T> {
        T get() throws SchedulerException;
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.get();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz failed", e);
        }
    }

    /** The connections that Quartz asks for by name. */
    private record Pool(PeerDatabase database) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return database.source().getConnection();
        }

        @Override
        public void shutdown() {
            // The database is closed by whoever opened it, after Quartz.
        }

        @Override
        public void initialize() {
            // It is open.
        }
    }
}

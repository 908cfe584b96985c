package org.carillon.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.carillon.action.ActionRunner;
import org.carillon.action.Actions;
import org.carillon.job.Job;
import org.carillon.log.RunLogs;
import org.carillon.store.JobStore;
import org.carillon.store.StoreException;

/** Says what a scheduler is made of. Needs a {@link #store} and {@link #logs}; everything else has a default. */
public final class SchedulerBuilder {
    private static final int MARK_BYTES = 8;

    JobStore store;
    RunLogs logs;
    TimeSource time = TimeSource.system();
    ActionRunner actions;
    RandomGenerator random = RandomGenerator.getDefault();
    final Map<String, ExecutorSpec> executors = new LinkedHashMap<>();
    private String identity;

    SchedulerBuilder() {
        executor(ExecutorSpec.of(Job.DEFAULT_EXECUTOR, ExecutorSpec.DEFAULT_SIZE));
    }

    /** Where jobs and the ledger live. The scheduler does not close it. No other scheduler may use it at the same time. */
    public SchedulerBuilder store(JobStore value) {
        store = Objects.requireNonNull(value, "store");
        return this;
    }

    /** Where the output of runs goes. */
    public SchedulerBuilder logs(RunLogs value) {
        logs = Objects.requireNonNull(value, "logs");
        return this;
    }

    /** The clock. Default: the system's. */
    public SchedulerBuilder time(TimeSource value) {
        time = Objects.requireNonNull(value, "time");
        return this;
    }

    /** Runs the actions. Default: {@link Actions}. */
    public SchedulerBuilder actions(ActionRunner value) {
        actions = Objects.requireNonNull(value, "actions");
        return this;
    }

    /** Adds an executor, or changes one of that name. There is always one that is called {@code default}. */
    public SchedulerBuilder executor(ExecutorSpec value) {
        executors.put(value.name(), value);
        return this;
    }

    public SchedulerBuilder executors(List<ExecutorSpec> values) {
        values.forEach(this::executor);
        return this;
    }

    /** Where jitter comes from. */
    public SchedulerBuilder random(RandomGenerator value) {
        random = Objects.requireNonNull(value, "random");
        return this;
    }

    /**
     * Names this scheduler on this machine, the same at every start on the same store: the path of its data directory, for
     * instance. It is how processes are found that a scheduler left running when it died. Default: none are looked for.
     */
    public SchedulerBuilder identity(String value) {
        identity = Objects.requireNonNull(value, "identity");
        return this;
    }

    /**
     * Reads the jobs. Nothing is scheduled before {@link BackgroundScheduler#start()}; everything else works at once: jobs can
     * be changed, and runs can be asked for.
     *
     * @throws StoreException if the store failed
     */
    public BackgroundScheduler build() {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(logs, "logs");
        if (actions == null) {
            actions = new Actions(time::now);
        }
        return new BackgroundScheduler(this);
    }

    boolean knowsItsOrphans() {
        return identity != null;
    }

    /** Plain letters and digits, whatever the identity is made of: environments have no encoding. */
    String schedulerMark() {
        String text = identity == null ? UUID.randomUUID().toString() : identity;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

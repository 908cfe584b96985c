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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.carillon.action.ActionRunner;
import org.carillon.action.Actions;
import org.carillon.action.JavaTask;
import org.carillon.action.RootProcesses;
import org.carillon.action.Secrets;
import org.carillon.action.Tasks;
import org.carillon.action.UserEnvironment;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.Job;
import org.carillon.job.KeepRule;
import org.carillon.log.RunLogs;
import org.carillon.store.JobStore;
import org.carillon.store.StoreException;
import org.carillon.store.memory.MemoryJobStore;

/**
 * Says what a scheduler is made of. Everything has a default: a memory store, which forgets all when the program ends, no logs, one
 * executor for ten runs at once. Not thread-safe;
 * can be used again after {@link #build()}.
 *
 * @param <S> the scheduler that is made
 */
public final class SchedulerBuilder<S extends LocalScheduler> {
    private static final int MARK_BYTES = 8;

    private final Function<EngineParts, S> make;
    private JobStore store;
    private RunLogs logs = RunLogs.none();
    private TimeSource time = TimeSource.system();
    private ActionRunner actions;
    private final Tasks tasks = new Tasks();
    private RandomGenerator random = RandomGenerator.getDefault();
    private final Map<String, ExecutorSpec> executors = new LinkedHashMap<>();
    private Consumer<List<ExecutorSpec>> keeper = list -> { };
    private UserEnvironment environment = UserEnvironment.ofProcess();
    private KeepRule keep = KeepRule.ALL;
    private Secrets secrets = Secrets.NONE;
    private String identity;

    SchedulerBuilder(Function<EngineParts, S> make) {
        this.make = make;
        executor(ExecutorSpec.of(Job.DEFAULT_EXECUTOR, ExecutorSpec.DEFAULT_SIZE));
    }

    /** Where jobs and the ledger live. Default: a {@link MemoryJobStore}. The scheduler does not close it. No other scheduler may use it at the same time. */
    public SchedulerBuilder<S> store(JobStore value) {
        store = Objects.requireNonNull(value, "store");
        return this;
    }

    /** Where the output of runs goes. Default: it is dropped. */
    public SchedulerBuilder<S> logs(RunLogs value) {
        logs = Objects.requireNonNull(value, "logs");
        return this;
    }

    /** The clock. Default: the system's. */
    public SchedulerBuilder<S> time(TimeSource value) {
        time = Objects.requireNonNull(value, "time");
        return this;
    }

    /** Runs the actions. Default: {@link Actions}. */
    public SchedulerBuilder<S> actions(ActionRunner value) {
        actions = Objects.requireNonNull(value, "actions");
        return this;
    }

    /**
     * Registers a function of this program, which jobs with a {@code java} action can name. It runs in this program alone, in
     * executors of threads. May also be a function that was stored with a job by a program before this one: only its name is stored.
     */
    public SchedulerBuilder<S> task(String name, JavaTask value) {
        tasks.register(name, value);
        return this;
    }

    /** Registers another name for a task class, which can run in worker processes too. A class can be named without that. */
    public SchedulerBuilder<S> task(String name, Class<? extends JavaTask> value) {
        tasks.register(name, value);
        return this;
    }

    /**
     * What the commands of jobs start with. Default: this program's own environment; a program whose jobs are to see what their user
     * has in a terminal gives {@link UserEnvironment#ofLoginShell}.
     */
    public SchedulerBuilder<S> environment(UserEnvironment value) {
        environment = Objects.requireNonNull(value, "environment");
        return this;
    }

    /** What jobs can name by {@code ${secret:NAME}}. Default: there are none. */
    public SchedulerBuilder<S> secrets(Secrets value) {
        secrets = Objects.requireNonNull(value, "secrets");
        return this;
    }

    /** Adds an executor, or changes one of that name. There is always one that is called {@code default}. */
    public SchedulerBuilder<S> executor(ExecutorSpec value) {
        executors.put(value.name(), value);
        return this;
    }

    public SchedulerBuilder<S> executors(List<ExecutorSpec> values) {
        values.forEach(this::executor);
        return this;
    }

    /**
     * Who writes down what executors there are, for the next start: told of the whole list before a change of it takes effect,
     * by one thread at a time. What he throws refuses the change. Default: nobody, and a change is forgotten with this scheduler.
     */
    public SchedulerBuilder<S> keepExecutors(Consumer<List<ExecutorSpec>> value) {
        keeper = Objects.requireNonNull(value, "keeper");
        return this;
    }

    /** How much of the past is kept where a job's policy does not say it, and of jobs that are gone. Default: everything. */
    public SchedulerBuilder<S> keep(KeepRule value) {
        keep = Objects.requireNonNull(value, "keep");
        return this;
    }

    /** Where jitter comes from. */
    public SchedulerBuilder<S> random(RandomGenerator value) {
        random = Objects.requireNonNull(value, "random");
        return this;
    }

    /**
     * Names this scheduler on this machine, the same at every start on the same store: the path of its data directory, for
     * instance. It is how processes are found that a scheduler left running when it died. Default: none are looked for.
     */
    public SchedulerBuilder<S> identity(String value) {
        identity = Objects.requireNonNull(value, "identity");
        return this;
    }

    /**
     * Reads the jobs. Nothing is scheduled before the scheduler's {@code start()}; everything else works at once: jobs can be
     * changed, and runs can be asked for.
     *
     * @throws StoreException if the store failed
     */
    public S build() {
        JobStore kept = store == null ? new MemoryJobStore() : store;
        RootProcesses roots = logs.directory() == null ? RootProcesses.NONE : RootProcesses.in(logs.directory().resolve("running"));
        ActionRunner runner = actions == null ? new Actions(time::now, tasks, environment, kept.hashKey(), secrets, roots) : actions;
        return make.apply(new EngineParts(kept, logs, time, runner, tasks, actions != null, environment, random,
                new ExecutorList(executors.values(), keeper), keep, schedulerMark(), identity != null, roots));
    }

    /** Plain letters and digits, whatever the identity is made of: environments have no encoding. */
    private String schedulerMark() {
        String text = identity == null ? UUID.randomUUID().toString() : identity;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

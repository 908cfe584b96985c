package org.carillon.engine;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.carillon.action.Workers;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.Job;
import org.carillon.message.Message;
import org.carillon.store.ConflictException;

/** Adding, changing and removing executors, one at a time. Each change is kept first, and then takes effect. */
final class ExecutorChanges {
    private static final int MOST_NAMED = 20;

    private final Core core;
    private final RunSupervisor supervisor;
    private final ExecutorList executors;
    private final Function<ExecutorSpec, Workers> workersFor;
    private final ReentrantLock changing = new ReentrantLock();

    ExecutorChanges(Core core, RunSupervisor supervisor, ExecutorList executors, Function<ExecutorSpec, Workers> workersFor) {
        this.workersFor = workersFor;
        this.core = core;
        this.supervisor = supervisor;
        this.executors = executors;
    }

    void add(ExecutorSpec spec) {
        alone(() -> {
            core.locked(() -> {
                core.checkOpen();
                if (core.pools.get(spec.name()) != null) {
                    throw new ConflictException(Message.of("engine.executorExists", spec.name()));
                }
            });
            executors.put(spec);
            core.locked(() -> {
                ExecutorPool pool = new ExecutorPool(spec, workersFor);
                core.pools.add(pool);
                core.publish(new SchedulerEvent.ExecutorAdded(core.now(), pool.status()));
            });
        });
    }

    void change(ExecutorSpec spec) {
        alone(() -> {
            ExecutorPool pool = existing(spec.name());
            executors.put(spec);
            core.locked(() -> {
                pool.change(spec);
                core.publish(new SchedulerEvent.ExecutorChanged(core.now(), pool.status()));
                supervisor.pump(pool);
            });
        });
    }

    void remove(String name) {
        alone(() -> {
            ExecutorPool pool = existing(name);
            if (name.equals(Job.DEFAULT_EXECUTOR)) {
                throw new ConflictException(Message.of("engine.executorNeeded", name));
            }
            core.jobsChange.writeLock().lock();
            try {
                checkUnused(name);
                executors.remove(name);
                core.locked(() -> {
                    core.pools.remove(name);
                    pool.endWorkers();
                    core.publish(new SchedulerEvent.ExecutorRemoved(core.now(), name));
                });
            } finally {
                core.jobsChange.writeLock().unlock();
            }
        });
    }

    private ExecutorPool existing(String name) {
        return core.locked(() -> {
            core.checkOpen();
            return core.pools.require(name);
        });
    }

    private void checkUnused(String name) {
        List<String> users = core.locked(() -> core.jobs.all().stream()
                .filter(entry -> entry.job != null && entry.job.executor().equals(name))
                .map(entry -> entry.id)
                .sorted()
                .toList());
        if (!users.isEmpty()) {
            String named = String.join(", ", users.subList(0, Math.min(MOST_NAMED, users.size())));
            throw new ConflictException(users.size() <= MOST_NAMED
                    ? Message.of("engine.executorUsed", name, named)
                    : Message.of("engine.executorUsedByMany", name, named, users.size() - MOST_NAMED));
        }
    }

    private void alone(Runnable change) {
        changing.lock();
        try {
            change.run();
        } finally {
            changing.unlock();
        }
    }
}

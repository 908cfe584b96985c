package org.carillon.engine;

import java.util.concurrent.atomic.AtomicLong;
import org.carillon.action.JavaTask;
import org.carillon.action.Tasks;
import org.carillon.job.Job;
import org.carillon.job.JavaAction;
import org.carillon.trigger.Trigger;

/** The functions that were added with a job of their own, without a name: they are forgotten with it. Thread-safe. */
final class Functions {
    private static final String PREFIX = "lambda:";

    private final Tasks tasks;
    private final AtomicLong count = new AtomicLong();

    Functions(Tasks tasks) {
        this.tasks = tasks;
    }

    /** A job that calls the function, under a name that no other has. */
    Job job(String id, Trigger trigger, JavaTask function) {
        String name = PREFIX + id + "/" + count.incrementAndGet();
        tasks.register(name, function);
        return Job.of(id, id, trigger, JavaAction.of(name));
    }

    /** That job is not there any more, and none of its runs goes on. */
    void forget(Job job) {
        if (job != null && job.action() instanceof JavaAction java && java.task().startsWith(PREFIX)) {
            tasks.unregister(java.task());
        }
    }
}

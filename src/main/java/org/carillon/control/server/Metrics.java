package org.carillon.control.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.carillon.engine.ExecutorStatus;
import org.carillon.engine.Scheduler;
import org.carillon.engine.SchedulerEvent;
import org.carillon.engine.SchedulerListener;
import org.carillon.engine.SchedulerStatus;
import org.carillon.job.Run;

/** Figures in Prometheus' text format 0.0.4. Thread-safe. */
final class Metrics implements SchedulerListener {
    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
    private final LongAdder answerNanos = new LongAdder();
    private final Map<String, LongAdder> ended = new ConcurrentHashMap<>();
    private final LongAdder lateMillis = new LongAdder();
    private final LongAdder started = new LongAdder();
    private final AtomicLong latest = new AtomicLong();

    void answered(int status, long nanos) {
        answers.computeIfAbsent(status, _ -> new LongAdder()).increment();
        answerNanos.add(nanos);
    }

    @Override
    public void on(SchedulerEvent event) {
        switch (event) {
            case SchedulerEvent.RunEnded end -> ended.computeIfAbsent(end.run().state().name(), _ -> new LongAdder()).increment();
            case SchedulerEvent.RunStarted start -> countStart(start.run());
            default -> { }
        }
    }

    private void countStart(Run run) {
        if (run.late() != null) {
            started.increment();
            lateMillis.add(run.late().toMillis());
            latest.accumulateAndGet(run.late().toMillis(), Math::max);
        }
    }

    String text(Scheduler scheduler) {
        SchedulerStatus status = scheduler.status();
        Page page = new Page();
        page.head("carillon_scheduling", "gauge", "1 while the scheduler schedules, 0 while it is paused or troubled.")
                .value("", status.state() == SchedulerStatus.State.SCHEDULING ? 1 : 0);
        page.head("carillon_jobs", "gauge", "Jobs.").value("", scheduler.jobs().size());
        page.head("carillon_runs_running", "gauge", "Runs that are going on.").value("", status.running());
        page.head("carillon_runs_queued", "gauge", "Runs that wait for an executor.").value("", status.queued());
        page.head("carillon_runs_ended_total", "counter", "Runs that have ended since the start, by state.");
        new TreeMap<>(ended).forEach((state, count) -> page.value("{state=\"" + state + "\"}", count.sum()));
        page.head("carillon_start_lateness_seconds", "summary", "How late planned runs started.")
                .plain("carillon_start_lateness_seconds_sum " + lateMillis.sum() / 1000.0)
                .plain("carillon_start_lateness_seconds_count " + started.sum());
        page.head("carillon_start_lateness_max_seconds", "gauge", "How late the latest start since the beginning was.")
                .plain("carillon_start_lateness_max_seconds " + latest.get() / 1000.0);
        page.head("carillon_executor_running", "gauge", "Runs that are going on, by executor.");
        scheduler.executors().forEach(executor -> page.value(label(executor), executor.running()));
        page.head("carillon_executor_size", "gauge", "How many runs may go on at once, by executor.");
        scheduler.executors().forEach(executor -> page.value(label(executor), executor.size()));
        page.head("carillon_http_requests_total", "counter", "Requests answered, by status.");
        new TreeMap<>(answers).forEach((code, count) -> page.value("{status=\"" + code + "\"}", count.sum()));
        page.head("carillon_http_seconds_total", "counter", "Time spent on answering.")
                .plain("carillon_http_seconds_total " + answerNanos.sum() / 1e9);
        return page.text.toString();
    }

    private static String label(ExecutorStatus executor) {
        String name = executor.name().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return "{executor=\"" + name + "\"}";
    }

    private static final class Page {
        private final StringBuilder text = new StringBuilder();
        private String name;

        private Page head(String newName, String type, String help) {
            name = newName;
            return plain("# HELP " + name + " " + help).plain("# TYPE " + name + " " + type);
        }

        private Page value(String labels, long value) {
            return plain(name + labels + " " + value);
        }

        private Page plain(String line) {
            text.append(line).append('\n');
            return this;
        }
    }
}

package org.carillon.notify;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.carillon.engine.EventKind;
import org.carillon.engine.JobStatus;
import org.carillon.engine.OutputEncoding;
import org.carillon.engine.Scheduler;
import org.carillon.engine.SchedulerEvent;
import org.carillon.engine.SchedulerListener;
import org.carillon.job.NotifyRule;
import org.carillon.job.Run;
import org.carillon.log.EscapeFilter;
import org.carillon.log.LogException;
import org.carillon.log.LogLine;
import org.carillon.log.RunLogReader;
import org.carillon.log.RunLogs;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import org.carillon.settings.NoticeSettings;
import org.carillon.store.RunQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people of runs, by the rules of jobs and settings, over the channels that are switched on. What a scheduler reports waits
 * for nothing of it. Thread-safe.
 */
public final class Notifier implements SchedulerListener, AutoCloseable {
    /** What it wants to hear of. */
    public static final Set<EventKind> EVENTS = Set.of(EventKind.RUN_STARTED, EventKind.RUN_ENDED, EventKind.JOB_REMOVED);
    /** How long the notices of a storm are collected. */
    public static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final int TAIL = 10;
    private static final int LONGEST_LINE = 300;
    private static final int EARLIER = 1000;

    private final Scheduler scheduler;
    private final RunLogs logs;
    private final Channels channels;
    private final InstantSource clock;
    private final Duration pause;
    private final ScheduledExecutorService deciding = thread("carillon-notices");
    private final ScheduledExecutorService sending = thread("carillon-channels");
    private final NoticeRules rules;
    private final LongRuns longRuns = new LongRuns(deciding);
    private final Map<String, Message> troubles = new TreeMap<>();
    private volatile Consumer<Map<String, Message>> watcher = _ -> { };
    private NoticeSettings settings;
    private List<Outbox> outboxes = List.of();

    /** @param pause how long the notices of a storm are collected, usually {@link #PAUSE} */
    public Notifier(Scheduler scheduler, RunLogs logs, Channels channels, InstantSource clock, Duration pause, NoticeSettings settings) {
        this.scheduler = scheduler;
        this.logs = logs;
        this.channels = channels;
        this.clock = clock;
        this.pause = pause;
        this.rules = new NoticeRules(run -> scheduler.runs(RunQuery.ofJob(run.jobId(), EARLIER).before(run.id())));
        change(settings);
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name(name).daemon().factory());
    }

    /** From now on this holds. */
    public synchronized void change(NoticeSettings now) {
        settings = now;
        outboxes = channels.on(now).stream().map(channel -> new Outbox(channel, sending, pause, this::outcome)).toList();
        Set<String> names = outboxes.stream().map(outbox -> outbox.channel().name()).collect(Collectors.toSet());
        troubles.keySet().retainAll(names);
    }

    @Override
    public void on(SchedulerEvent event) {
        switch (event) {
            case SchedulerEvent.RunStarted started -> later(() -> started(started.run()));
            case SchedulerEvent.RunEnded ended -> later(() -> ended(ended.run()));
            case SchedulerEvent.JobRemoved removed -> later(() -> rules.forget(removed.jobId()));
            default -> { }
        }
    }

    private void later(Runnable work) {
        if (deciding.isShutdown()) {
            return;
        }
        deciding.execute(() -> {
            try {
                work.run();
            } catch (ExplainedException e) {
                LOG.warn("A run could not be told of", e);
            }
        });
    }

    private void started(Run run) {
        NotifyRule rule = rule(run);
        if (rule.longerThan() != null && run.startedAt() != null) {
            Duration left = rule.longerThan().minus(Duration.between(run.startedAt(), clock.instant()));
            longRuns.watch(run.id(), left.isNegative() ? Duration.ZERO : left,
                    () -> tell(NoticeRules.tooLong(run, rule.longerThan(), clock.instant()), rule));
        }
    }

    private void ended(Run run) {
        longRuns.ended(run.id());
        NotifyRule rule = rule(run);
        rules.ended(run, rule).ifPresent(notice -> tell(notice, rule));
    }

    private NotifyRule rule(Run run) {
        NotifyRule usual;
        synchronized (this) {
            usual = settings.rule();
        }
        return scheduler.job(run.jobId()).map(JobStatus::job).map(job -> job.policy().notices()).orElse(usual);
    }

    private void tell(Notice notice, NotifyRule rule) {
        Notice whole = withTail(notice);
        List<Outbox> wanted;
        synchronized (this) {
            wanted = outboxes.stream().filter(outbox -> rule.isFor(outbox.channel().name())).toList();
        }
        wanted.forEach(outbox -> outbox.add(whole));
    }

    private Notice withTail(Notice notice) {
        if (notice.runId() == null) {
            return notice;
        }
        try (RunLogReader reader = logs.openSmall(notice.runId(), OutputEncoding.of(scheduler, notice.jobId())).orElse(null)) {
            List<String> tail = reader == null ? List.of()
                    : reader.tail(TAIL).lines().stream().map(LogLine::text).map(EscapeFilter::plain).map(Notifier::shortened).toList();
            return new Notice(notice.kind(), notice.jobId(), notice.jobName(), notice.runId(), notice.at(), notice.title(), notice.details(), tail);
        } catch (LogException e) {
            LOG.warn("The end of the output of run {} could not be read for a notice", notice.runId(), e);
            return notice;
        }
    }

    private static String shortened(String line) {
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
    }

    /**
     * Sends something over a channel as those settings have it, whether it is switched on or not.
     *
     * @param done is told what went wrong, or null if it arrived; by another thread
     */
    public void test(NoticeSettings tried, String channel, Consumer<Message> done) {
        Notice notice = new Notice(Notice.Kind.TEST, null, "", null, clock.instant(), Message.of("notify.test"),
                List.of(Message.of("notify.testText")), List.of());
        channels.all(tried).stream().filter(each -> each.name().equals(channel)).findFirst().ifPresentOrElse(
                each -> new Outbox(each, sending, pause, this::outcome).test(notice, done),
                () -> done.accept(Message.of("notify.noChannel", channel)));
    }

    private void outcome(String channel, Message problem) {
        Map<String, Message> now;
        synchronized (this) {
            Message before = problem == null ? troubles.remove(channel) : troubles.put(channel, problem);
            if (Objects.equals(before, problem)) {
                return;
            }
            now = Map.copyOf(troubles);
        }
        watcher.accept(now);
    }

    /** Tells from now on, by any thread, which channels fail and why, whenever that changes. */
    public void watch(Consumer<Map<String, Message>> told) {
        watcher = told;
    }

    /** The channels that failed last time, and why. */
    public synchronized Map<String, Message> troubles() {
        return Map.copyOf(troubles);
    }

    /** Nobody is told any more; does not wait for what is being sent. */
    @Override
    public void close() {
        deciding.shutdownNow();
        sending.shutdownNow();
    }
}

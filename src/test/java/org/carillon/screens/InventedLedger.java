package org.carillon.screens;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.carillon.job.Circumstances;
import org.carillon.job.Job;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogWriter;
import org.carillon.log.RunLogs;
import org.carillon.store.Change;
import org.carillon.store.JobStore;

/** What became of the invented jobs lately, and what they printed; the same each time. */
final class InventedLedger {
    private static final int EACH = 24;
    private static final int MINUTE = 60;

    private final Random random = new Random(8_131);
    private final Instant now;
    private final RunLogs logs;

    InventedLedger(Instant now, RunLogs logs) {
        this.now = now;
        this.logs = logs;
    }

    private record Planned(Job job, Instant at, int age) {}

    void write(JobStore store, List<Job> jobs) {
        List<Change> changes = new ArrayList<>();
        List<Planned> planned = new ArrayList<>();
        for (Job job : jobs) {
            changes.add(new Change.AddJob(job, job.enabled() ? job.trigger().next(now) : null));
            Instant at = job.trigger().previous(now);
            for (int age = 0; age < EACH && at != null && !at.isBefore(now.minus(Duration.ofDays(90))); age++) {
                planned.add(new Planned(job, at, age));
                at = job.trigger().previous(at);
            }
        }
        planned.sort(Comparator.comparing(Planned::at));
        long id = store.reserveRunIds(planned.size());
        Set<String> printed = new HashSet<>();
        for (Planned each : planned) {
            changes.add(new Change.AddRun(run(id++, each)));
        }
        store.commit(changes);
        changes.reversed().stream().filter(Change.AddRun.class::isInstance).map(change -> ((Change.AddRun) change).run())
                .filter(run -> run.startedAt() != null && printed.add(run.jobId())).forEach(this::print);
    }

    private Run run(long id, Planned planned) {
        Job job = planned.job();
        if (!job.enabled() && planned.age() < 2) {
            return Run.notRun(id, job, planned.at(), RunState.SKIPPED, Reason.of(Reason.Cause.JOB_PAUSED), planned.at());
        }
        if (job.id().equals(InventedJobs.BACKUP) && planned.age() == 3) {
            return Run.notRun(id, job, planned.at(), RunState.MISSED, Reason.of(Reason.Cause.ASLEEP), planned.at().plus(Duration.ofHours(4)));
        }
        if (job.id().equals(InventedJobs.SYNC) && planned.age() == 5) {
            return Run.notRun(id, job, planned.at(), RunState.SKIPPED, Reason.of(Reason.Cause.OVERLAP), planned.at());
        }
        Instant start = planned.at().plusMillis(20 + random.nextInt(60));
        Run run = Run.queued(id, job, planned.at(), RunTrigger.SCHEDULE).started(start, 1, "desk", "ann")
                .under(new Circumstances(job.action().summary(), "/home/ann", "5f2a09c1"));
        Instant end = start.plusMillis((long) (seconds(job) * (700 + random.nextInt(600))));
        boolean failed = job.id().equals(InventedJobs.SYNC) && (planned.age() == 0 || planned.age() % 9 == 7)
                || job.id().equals(InventedJobs.STOCK) && planned.age() == 11;
        return failed ? run.ended(RunState.FAILED, Reason.of(Reason.Cause.EXIT_CODE, "1"), end, 1, 4_812)
                : run.ended(RunState.SUCCEEDED, null, end, 0, 2_911);
    }

    private static double seconds(Job job) {
        return switch (job.id()) {
            case InventedJobs.BACKUP -> 2.2 * MINUTE;
            case InventedJobs.SYNC -> 9;
            case InventedJobs.THUMBNAILS -> 1.4 * MINUTE;
            case InventedJobs.SHOP -> 0.4;
            default -> 4;
        };
    }

    private void print(Run run) {
        try (RunLogWriter log = logs.create(run.id(), run.startedAt())) {
            int lines = run.jobId().equals(InventedJobs.SYNC) ? 160 : 30;
            long step = run.duration().toMillis() / lines;
            for (int line = 0; line < lines; line++) {
                boolean error = line % 41 == 17 || run.state() == RunState.FAILED && line >= lines - 2;
                byte[] text = text(run, line, lines, error).getBytes(StandardCharsets.UTF_8);
                log.write(error ? LogStream.ERR : LogStream.OUT, run.startedAt().plusMillis(step * line), text, 0, text.length);
            }
        }
    }

    private static String text(Run run, int line, int lines, boolean error) {
        int order = 8_000 + line;
        if (run.state() == RunState.FAILED && line == lines - 1) {
            return "\u001b[31merror\u001b[0m sync stopped: 1 order could not be sent\n";
        }
        if (error) {
            return "\u001b[31merror\u001b[0m order " + order + " has no address, see https://shop.example/orders/" + order + "\n";
        }
        String[] words = {"connected to db-2", "fetched 214 orders", "order " + order + " is paid", "wrote report.csv", "queue is empty"};
        return "\u001b[32minfo\u001b[0m  " + words[line * 7 % words.length] + " (" + line * 37 % 90 + " ms)\n";
    }
}

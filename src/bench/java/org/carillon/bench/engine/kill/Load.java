package org.carillon.bench.engine.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.OnInterrupted;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.IntervalTrigger;

/**
 * The jobs of the drill. Each writes its run's id into the side file as the first thing that it does: what is in that file
 * has been started, whatever the ledger says.
 */
record Load(Path directory) {
    /** Marks the processes of a drill's jobs, with the drill's directory. */
    static final String MARK = "CARILLON_KILL_DRILL";
    private static final int QUICK = 10;
    /** So that the first occurrence surely comes after the job was added. */
    private static final Duration LEAD = Duration.ofSeconds(2);

    Path sideFile() {
        return directory.resolve("started.txt");
    }

    /** Jobs that go on for the whole drill: quick ones, long ones that outlive their scheduler, and one that is repeated. */
    List<Job> standing() {
        List<Job> jobs = new ArrayList<>(IntStream.range(0, QUICK).mapToObj(number -> every("quick-" + number, 1, "")).toList());
        jobs.add(every("long", 2, "sleep 30"));
        jobs.add(every("long-tree", 3, "sleep 31 & sleep 32"));
        jobs.add(every("queued", 1, "sleep 0.7").withPolicy(Policy.DEFAULT.withOverlap(Overlap.QUEUE)));
        jobs.add(every("repeated", 1, "sleep 0.5").withPolicy(Policy.DEFAULT.withOnInterrupted(OnInterrupted.RERUN)));
        return jobs;
    }

    /** Runs once, is removed then. */
    Job once(String id, Instant at) {
        return Job.of(id, id, new DateTrigger(at, ZoneOffset.UTC), command(""))
                .withPolicy(Policy.DEFAULT.withRemoveWhenDone(true));
    }

    private Job every(String id, int seconds, String rest) {
        Instant first = Instant.now().plus(LEAD);
        return Job.of(id, id, new IntervalTrigger(
                Duration.ofSeconds(seconds), first, null, ZoneOffset.UTC, ClockChange.ONCE), command(rest));
    }

    private CommandAction command(String rest) {
        String line = "echo \"$CARILLON_RUN\" >> started.txt; " + rest;
        CommandAction plain = CommandAction.of(new CommandLine.ShellLine(line, "/bin/sh"));
        return new CommandAction(plain.command(), directory.toString(), Map.of(MARK, directory.toString()), plain.stdin(),
                plain.encoding(), plain.success());
    }
}

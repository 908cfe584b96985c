package org.carillon.ui.jobs;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.carillon.engine.JobStatus;
import org.carillon.job.Job;
import org.carillon.trigger.Trigger;

/** When a job would run next, straight from its trigger, which is what the scheduler asks too. */
public final class NextRuns {
    private static final int COUNT = 10;

    private NextRuns() {}

    /** The next ten planned times after {@code now}; fewer when no more follow, none for a broken job. Paused or not. */
    public static List<Instant> of(JobStatus status, Instant now) {
        Job job = status.job();
        List<Instant> times = new ArrayList<>();
        if (job == null) {
            return times;
        }
        Trigger trigger = job.trigger();
        // Those before its next run have been left out.
        Instant next = status.nextRun() != null && status.nextRun().isAfter(now) ? status.nextRun() : trigger.next(now);
        while (next != null && times.size() < COUNT) {
            times.add(next);
            next = trigger.next(next);
        }
        return times;
    }

    /** Whether the job is planned in another zone than the person's, as it is at that time. */
    static boolean isElsewhere(ZoneId jobZone, ZoneId person, Instant time) {
        return !jobZone.getRules().getOffset(time).equals(person.getRules().getOffset(time));
    }
}

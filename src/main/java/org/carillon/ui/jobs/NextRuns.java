package org.carillon.ui.jobs;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.carillon.engine.JobStatus;

/** When a job would run next: as its trigger says, which is what the scheduler asks too, without what was left out ahead. */
public final class NextRuns {
    private static final int COUNT = 10;

    private NextRuns() {}

    /** The next ten planned times after {@code now}; fewer when no more follow, none for a broken job. Paused or not. */
    public static List<Instant> of(JobStatus status, Instant now) {
        List<Instant> times = new ArrayList<>();
        Instant next = status.nextRun() != null && status.nextRun().isAfter(now) ? status.nextRun() : status.nextAfter(now);
        while (next != null && times.size() < COUNT) {
            times.add(next);
            next = status.nextAfter(next);
        }
        return times;
    }

    /** Whether the job is planned in another zone than the person's, as it is at that time. */
    static boolean isElsewhere(ZoneId jobZone, ZoneId person, Instant time) {
        return !jobZone.getRules().getOffset(time).equals(person.getRules().getOffset(time));
    }
}

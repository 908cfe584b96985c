package org.carillon.ui.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.job.Job;
import org.carillon.message.NaturalOrder;

/**
 * By what jobs are told apart.
 *
 * @param kind what it is
 * @param name as people write it
 */
public record JobMark(Kind kind, String name) {
    /** What a job is marked with. */
    public enum Kind {
        GROUP,
        TAG
    }

    /** A mark and how many jobs have it. */
    public record Counted(JobMark mark, int jobs) {}

    /** Whether a job has it; one that cannot be read has none. */
    boolean isOn(Job job) {
        return job != null && switch (kind) {
            case GROUP -> job.group().equals(name);
            case TAG -> job.tags().contains(name);
        };
    }

    /** All marks of these rows: groups first, each kind by name as people sort names. */
    static List<Counted> of(List<JobRow> rows) {
        Map<JobMark, Integer> counts = new LinkedHashMap<>();
        for (JobRow row : rows) {
            Job job = row.job().get();
            if (job != null) {
                job.tags().forEach(tag -> counts.merge(new JobMark(Kind.TAG, tag), 1, Integer::sum));
                if (!job.group().isEmpty()) {
                    counts.merge(new JobMark(Kind.GROUP, job.group()), 1, Integer::sum);
                }
            }
        }
        List<Counted> marks = new ArrayList<>();
        counts.forEach((mark, jobs) -> marks.add(new Counted(mark, jobs)));
        marks.sort(Comparator.comparing((Counted each) -> each.mark().kind()).thenComparing(each -> each.mark().name(), NaturalOrder.INSTANCE));
        return marks;
    }
}

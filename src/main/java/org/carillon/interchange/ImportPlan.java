package org.carillon.interchange;

import java.util.List;
import org.carillon.interchange.ImportEntry.Becomes;
import org.carillon.interchange.ImportEntry.Refused;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.trigger.TriggerDefaults;

/** What an import would do, line by line. Nothing has been done yet, and nothing is ever run by it. */
public record ImportPlan(List<ImportEntry> entries) {
    public ImportPlan {
        entries = List.copyOf(entries);
    }

    /**
     * Of a file in the format {@code carillon/1}: every job of it, or an error.
     *
     * @throws org.carillon.job.FormatException if anything in it is wrong
     */
    public static ImportPlan ofJobs(String json, TriggerDefaults defaults) {
        return new ImportPlan(JobJson.readFile(json, defaults).stream()
                .map(job -> new ImportEntry(0, job.name(), new Becomes(job), List.of()))
                .toList());
    }

    /** Of a user's crontab; see {@link CrontabReader}. */
    public static ImportPlan ofCrontab(String text, TriggerDefaults defaults) {
        return new CrontabReader(defaults).read(text);
    }

    /** What would be added, in order; the ids differ. */
    public List<Job> jobs() {
        return entries.stream()
                .map(ImportEntry::outcome)
                .filter(Becomes.class::isInstance)
                .map(outcome -> ((Becomes) outcome).job())
                .toList();
    }

    /** The lines that cannot become jobs. */
    public List<ImportEntry> refused() {
        return entries.stream().filter(entry -> entry.outcome() instanceof Refused).toList();
    }
}

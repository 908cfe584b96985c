package org.carillon.interchange;

import java.util.ArrayList;
import java.util.List;
import org.carillon.interchange.ImportEntry.Becomes;
import org.carillon.interchange.ImportEntry.Refused;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.trigger.TriggerDefaults;

/** What an import would do, entry by entry. Nothing has been done yet, and nothing is ever run by it. */
public record ImportPlan(List<ImportEntry> entries) {
    public ImportPlan {
        entries = List.copyOf(entries);
    }

    /**
     * Of files in any of the formats.
     *
     * @param format   of all of them, or null to tell it for each by its content and name
     * @param defaults the zone of what names none, and the moment from which is counted
     * @throws InterchangeException              if one of them cannot be read at all
     * @throws org.carillon.job.FormatException if one that is {@code carillon/1} has anything wrong in it
     */
    public static ImportPlan of(List<SourceFile> files, Format format, TriggerDefaults defaults) {
        return new SourceReader(defaults).read(files, format);
    }

    /**
     * Of a file in the format {@code carillon/1}: every job of it, or an error.
     *
     * @throws org.carillon.job.FormatException if anything in it is wrong
     */
    public static ImportPlan ofJobs(String json, TriggerDefaults defaults) {
        return ofJobs(JobJson.readFile(json, defaults));
    }

    static ImportPlan ofJobs(List<Job> jobs) {
        return new ImportPlan(jobs.stream().map(job -> new ImportEntry(0, job.name(), new Becomes(job), List.of())).toList());
    }

    /** Of a user's crontab; see {@link CrontabReader}. */
    public static ImportPlan ofCrontab(String text, TriggerDefaults defaults) {
        return new CrontabReader(defaults, false).read(text);
    }

    ImportPlan in(String file) {
        return new ImportPlan(entries.stream().map(entry -> entry.in(file)).toList());
    }

    ImportPlan and(ImportPlan other) {
        List<ImportEntry> all = new ArrayList<>(entries);
        all.addAll(other.entries);
        return new ImportPlan(all);
    }

    /** What would be added, in order; the ids differ. */
    public List<Job> jobs() {
        return entries.stream()
                .map(ImportEntry::outcome)
                .filter(Becomes.class::isInstance)
                .map(outcome -> ((Becomes) outcome).job())
                .toList();
    }

    /** The entries that cannot become jobs. */
    public List<ImportEntry> refused() {
        return entries.stream().filter(entry -> entry.outcome() instanceof Refused).toList();
    }
}

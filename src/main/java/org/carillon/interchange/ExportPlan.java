package org.carillon.interchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.message.Message;
import org.carillon.trigger.TriggerDefaults;

/**
 * Jobs in the words of another program. What a format cannot say is refused by name and reason, never changed: each schedule is read
 * back as an import would read it, and has to have the same runs. The order is that of the ids, so that versions can be compared.
 *
 * @param entries what became of each job
 * @param notes   what holds for the format as a whole
 * @param files   what is to be written
 */
public record ExportPlan(List<ExportEntry> entries, List<Message> notes, List<ExportFile> files) {
    public ExportPlan {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
        files = List.copyOf(files);
    }

    /**
     * @param defaults the zone that a crontab on this machine counts in, and the moment from which runs are compared
     * @param image    what a container is made of, for Kubernetes
     */
    public static ExportPlan of(List<Job> jobs, ExportFormat format, TriggerDefaults defaults, String image) {
        List<Job> sorted = jobs.stream().sorted(Comparator.comparing(Job::id)).toList();
        return switch (format) {
            case JSON -> whole(sorted, format, JobJson.writeFile(sorted));
            case YAML -> whole(sorted, format, YamlWriter.write(List.of(JobJson.writeTree(sorted))));
            case CRONTAB -> new CrontabWriter(defaults).write(sorted);
            case SYSTEMD -> new SystemdWriter(defaults).write(sorted);
            case KUBERNETES -> new KubernetesWriter(defaults, image).write(sorted);
        };
    }

    private static ExportPlan whole(List<Job> jobs, ExportFormat format, String text) {
        List<ExportEntry> entries = new ArrayList<>();
        jobs.forEach(job -> entries.add(new ExportEntry(job, List.of(), List.of())));
        return new ExportPlan(entries, List.of(), List.of(new ExportFile(format.fileName(), text)));
    }

    /** All files as one text that can be imported again; each under its name where there are several. */
    public String text() {
        return files.size() == 1 ? files.getFirst().text()
                : files.stream().map(file -> "# " + file.name() + "\n" + file.text()).collect(Collectors.joining("\n"));
    }

    /** The jobs that cannot be said. */
    public List<ExportEntry> refused() {
        return entries.stream().filter(ExportEntry::isRefused).toList();
    }
}

package org.carillon.interchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.carillon.interchange.ImportEntry.Becomes;
import org.carillon.job.FormatException;
import org.carillon.job.Job;
import org.carillon.job.JobId;
import org.carillon.job.JobJson;
import org.carillon.message.Message;
import org.carillon.trigger.TriggerDefaults;

/** Reads files of all formats into one plan. */
final class SourceReader {
    private final TriggerDefaults defaults;

    SourceReader(TriggerDefaults defaults) {
        this.defaults = defaults;
    }

    ImportPlan read(List<SourceFile> files, Format given) {
        ImportPlan plan = new ImportPlan(List.of());
        Map<String, String> units = new LinkedHashMap<>();
        Set<String> fixed = new HashSet<>();
        for (SourceFile file : files) {
            String text = SourceText.of(file);
            Format format = given == null ? FormatDetection.of(file.name(), text) : given;
            if (format == Format.SYSTEMD) {
                units.put(file.name(), text);
                continue;
            }
            ImportPlan read = read(file, text, format);
            if (format == Format.CARILLON) {
                refuseTwice(read, fixed);
            }
            plan = plan.and(files.size() == 1 ? read : read.in(file.shortName()));
        }
        if (!units.isEmpty()) {
            plan = plan.and(new SystemdReader(defaults).read(units));
        }
        return new ImportPlan(numbered(plan.entries(), fixed));
    }

    private ImportPlan read(SourceFile file, String text, Format format) {
        return switch (format) {
            case CARILLON -> ImportPlan.ofJobs(text.stripLeading().startsWith("{")
                    ? JobJson.readFile(text, defaults)
                    : JobJson.readFile(YamlReader.readOne(text), defaults));
            case CRONTAB -> new CrontabReader(defaults, false).read(text);
            case SYSTEM_CRONTAB -> new CrontabReader(defaults, true).read(text);
            case TASK_SCHEDULER -> new TaskSchedulerReader(defaults).read(file.shortName(), text);
            case LAUNCHD -> new LaunchdReader(defaults).read(file.shortName(), text);
            case KUBERNETES -> new KubernetesReader(defaults).read(text);
            case SYSTEMD -> throw new IllegalStateException("Units are read together");
        };
    }

    private static void refuseTwice(ImportPlan read, Set<String> fixed) {
        for (Job job : read.jobs()) {
            if (!fixed.add(job.id())) {
                throw new FormatException("", Message.of("job.id.twice", job.id()));
            }
        }
    }

    /** Gives ids that were made of names a number where another has the same; those that stand in a file stay. */
    private static List<ImportEntry> numbered(List<ImportEntry> entries, Set<String> fixed) {
        Set<String> taken = new HashSet<>();
        List<ImportEntry> numbered = new ArrayList<>();
        for (ImportEntry entry : entries) {
            if (entry.outcome() instanceof Becomes(Job job)) {
                boolean kept = fixed.remove(job.id());
                Predicate<String> isTaken = id -> taken.contains(id) || fixed.contains(id);
                String id = kept || !isTaken.test(job.id()) ? job.id() : JobId.fromName(job.id(), isTaken);
                taken.add(id);
                numbered.add(entry.with(new Becomes(job.withId(id))));
            } else {
                numbered.add(entry);
            }
        }
        return numbered;
    }
}

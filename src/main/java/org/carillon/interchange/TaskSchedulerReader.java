package org.carillon.interchange;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carillon.job.CatchUp;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.job.Retry;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import org.carillon.trigger.TriggerDefaults;

/** Makes a job of each task of Windows, as the Task Scheduler or {@code schtasks /query /xml} writes them. Task Scheduler schema 1.x */
final class TaskSchedulerReader {
    private static final String SYSTEM = "S-1-5-18";
    /** What a task may take that says nothing about it. */
    private static final Duration USUAL_LIMIT = Duration.ofDays(3);
    /** Conditions under which Windows would not run it, or would stop it; Carillon knows none of them. */
    private static final Set<String> CONDITIONS =
            Set.of("RunOnlyIfIdle", "RunOnlyIfNetworkAvailable", "WakeToRun", "DisallowStartIfOnBatteries", "StopIfGoingOnBatteries");

    private final TriggerDefaults defaults;

    TaskSchedulerReader(TriggerDefaults defaults) {
        this.defaults = defaults;
    }

    ImportPlan read(String file, String text) {
        XmlElement root = XmlReader.read(text);
        List<XmlElement> tasks = root.all("Task");
        if (tasks.isEmpty()) {
            throw new InterchangeException(Message.of("interchange.windows.notTask", root.name()));
        }
        List<ImportEntry> entries = new ArrayList<>();
        for (XmlElement task : tasks) {
            entries.add(entry(task, file.replaceFirst("(?i)\\.xml$", "")));
        }
        return new ImportPlan(entries);
    }

    private ImportEntry entry(XmlElement task, String file) {
        String path = task.text("RegistrationInfo", "URI").orElse(task.comment().isEmpty() ? file : task.comment());
        String name = path.substring(path.lastIndexOf('\\') + 1);
        NewJob job = new NewJob(task.line(), path, name.isBlank() ? "task" : name, defaults);
        try {
            job.identify(name);
            job.description = task.text("RegistrationInfo", "Description").orElse("");
            job.group = path.lastIndexOf('\\') > 0 ? path.substring(0, path.lastIndexOf('\\')).replaceFirst("^\\\\", "") : "";
            new TaskTriggers(job, defaults).read(task.child("Triggers").map(XmlElement::children).orElse(List.of()));
            job.warnOfGaps();
            TaskActions.read(job, task.child("Actions").map(XmlElement::children).orElse(List.of()));
            task.child("Settings").ifPresentOrElse(settings -> settings(job, settings),
                    () -> job.policy = job.policy.withTimeout(USUAL_LIMIT).withCatchUp(CatchUp.SKIP));
            principal(job, task);
            return job.entry();
        } catch (ExplainedException e) {
            return job.refused(e.explanation());
        }
    }

    private static void settings(NewJob job, XmlElement settings) {
        job.enabled = settings.isTrue("Enabled", true);
        Duration limit = settings.text("ExecutionTimeLimit").map(TaskSchedulerReader::duration).orElse(USUAL_LIMIT);
        Policy policy = job.policy
                .withTimeout(limit.isZero() ? null : limit)
                .withCatchUp(settings.isTrue("StartWhenAvailable", false) ? CatchUp.ONCE : CatchUp.SKIP)
                .withOverlap(switch (settings.text("MultipleInstancesPolicy").orElse("IgnoreNew")) {
                    case "Parallel" -> Overlap.PARALLEL;
                    case "Queue" -> Overlap.QUEUE;
                    case "StopExisting" -> Overlap.REPLACE;
                    default -> Overlap.SKIP;
                });
        Optional<XmlElement> restart = settings.child("RestartOnFailure");
        if (restart.isPresent()) {
            Duration wait = restart.get().text("Interval").map(TaskSchedulerReader::duration).orElse(Duration.ofMinutes(1));
            int count = restart.get().text("Count").filter(text -> text.matches("\\d{1,3}")).map(Integer::parseInt).orElse(0);
            policy = policy.withRetry(count == 0 ? Retry.NONE : new Retry(count, wait, 1, wait));
        }
        job.policy = policy.withRemoveWhenDone(settings.child("DeleteExpiredTaskAfter").isPresent());
        CONDITIONS.stream().sorted().filter(condition -> settings.isTrue(condition, false)).forEach(job::lose);
    }

    private static void principal(NewJob job, XmlElement task) {
        for (XmlElement principal : task.all("Principal")) {
            String user = principal.text("UserId").or(() -> principal.text("GroupId")).orElse("");
            if (!user.isEmpty()) {
                job.warn("interchange.user", user.equals(SYSTEM) ? "SYSTEM" : user);
            }
            if (principal.text("RunLevel").filter("HighestAvailable"::equals).isPresent()) {
                job.lose("RunLevel=HighestAvailable");
            }
        }
    }

    /** ISO-8601 with years and months too, as XML has it; these as 365 and 30 days. */
    static Duration duration(String text) {
        try {
            int time = text.indexOf('T');
            String days = time < 0 ? text : text.substring(0, time);
            Period period = days.equals("P") ? Period.ZERO : Period.parse(days);
            Duration rest = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
            return rest.plusDays(period.getYears() * 365L + period.getMonths() * 30L + period.getDays());
        } catch (DateTimeParseException e) {
            throw new InterchangeException(Message.of("interchange.windows.duration", text), e);
        }
    }
}

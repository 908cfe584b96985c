package org.carillon.interchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.carillon.interchange.ExportedJob.Part;
import org.carillon.job.CatchUp;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/** Writes each job as a timer and the service that it starts. systemd.timer(5), systemd.service(5) */
final class SystemdWriter {
    private final TriggerDefaults defaults;

    SystemdWriter(TriggerDefaults defaults) {
        this.defaults = defaults;
    }

    ExportPlan write(List<Job> jobs) {
        List<ExportEntry> entries = new ArrayList<>();
        List<ExportFile> files = new ArrayList<>();
        for (Job job : jobs) {
            ExportedJob exported = new ExportedJob(job, EnumSet.of(Part.TIMEOUT, Part.CATCH_UP, Part.JITTER, Part.STDIN, Part.EXIT_CODES,
                    Part.GROUP, Part.TAGS, Part.KILL_GRACE));
            List<String> events = events(exported);
            check(exported);
            if (!exported.isRefused()) {
                files.add(new ExportFile(job.id() + ".timer", timer(job, events)));
                files.add(new ExportFile(job.id() + ".service", service(job, exported.command().orElseThrow())));
            }
            entries.add(exported.entry());
        }
        return new ExportPlan(entries, List.of(), files);
    }

    /** The settings that start it. */
    private List<String> events(ExportedJob exported) {
        try {
            List<String> events = new ArrayList<>();
            add(exported.job().trigger(), events);
            return events;
        } catch (InterchangeException e) {
            exported.refuse(e.explanation());
            return List.of();
        }
    }

    private void add(Trigger trigger, List<String> events) {
        if (trigger instanceof CronTrigger cron && cron.isReboot()) {
            events.add("OnBootSec=0");
        } else if (trigger instanceof AnyTrigger any && any.start() == null && any.end() == null) {
            any.parts().forEach(part -> add(part, events));
        } else {
            CalendarEvents.of(trigger, defaults).forEach(event -> events.add("OnCalendar=" + event));
        }
    }

    private static void check(ExportedJob exported) {
        Job job = exported.job();
        exported.refuseUnless(!(job.policy().catchUp() instanceof CatchUp.All), "catchUp");
        exported.command().ifPresent(action -> {
            exported.refuseUnless(action.success().exitCodes().contains(0)
                    && action.success().exitCodes().stream().allMatch(code -> code >= 0 && code <= 255), "exitCodes");
            if (words(action.command()).getFirst().matches("(?s)[-@:+!|].*")) {
                exported.refuse("interchange.export.systemd.program", words(action.command()).getFirst());
            }
            exported.refuseUnless(action.encoding().equals(StandardCharsets.UTF_8), "encoding");
            if (action.workingDirectory() != null && !action.workingDirectory().matches("/[^\\p{Cntrl}]*[^\\p{Cntrl}\\s\\\\]|/")) {
                exported.refuse("interchange.export.systemd.directory", action.workingDirectory());
            }
            if (action.environment().keySet().stream().anyMatch(name -> !name.matches("[A-Za-z_][A-Za-z0-9_]*"))) {
                exported.refuseUnless(false, "environment");
            }
        });
    }

    private static String timer(Job job, List<String> events) {
        StringBuilder text = new StringBuilder("[Unit]\nDescription=").append(description(job.name())).append("\n\n[Timer]\n");
        events.forEach(event -> text.append(event).append('\n'));
        if (job.policy().catchUp().equals(CatchUp.ONCE)) {
            text.append("Persistent=true\n");
        }
        if (!job.policy().jitter().isZero()) {
            text.append("RandomizedDelaySec=").append(TimeSpan.write(job.policy().jitter())).append('\n');
        }
        text.append("AccuracySec=1s\n\n[Install]\nWantedBy=timers.target\n\n[X-Carillon]\nName=").append(ExportedJob.oneLine(job.name())).append('\n');
        if (!job.group().isEmpty()) {
            text.append("Group=").append(ExportedJob.oneLine(job.group())).append('\n');
        }
        job.tags().forEach(tag -> text.append("Tag=").append(ExportedJob.oneLine(tag)).append('\n'));
        return text.toString();
    }

    private static String description(String text) {
        return ExportedJob.oneLine(text).replace("%", "%%");
    }

    private static String service(Job job, CommandAction action) {
        StringBuilder text = new StringBuilder("[Unit]\nDescription=")
                .append(description(job.description().isBlank() ? job.name() : job.description())).append("\n\n[Service]\nType=oneshot\n");
        text.append("WorkingDirectory=").append(action.workingDirectory() == null ? "~" : action.workingDirectory().replace("%", "%%")).append('\n');
        action.environment().forEach((name, value) -> text.append("Environment=").append(UnitWords.quote(name + "=" + value, false)).append('\n'));
        if (!action.stdin().isEmpty()) {
            text.append("StandardInput=data\nStandardInputData=")
                    .append(Base64.getEncoder().encodeToString(action.stdin().getBytes(StandardCharsets.UTF_8))).append('\n');
        }
        text.append("ExecStart=").append(words(action.command()).stream().map(word -> UnitWords.quote(word, true)).collect(Collectors.joining(" ")))
                .append('\n');
        String codes = action.success().exitCodes().stream().filter(code -> code != 0).map(String::valueOf).collect(Collectors.joining(" "));
        if (!codes.isEmpty()) {
            text.append("SuccessExitStatus=").append(codes).append('\n');
        }
        text.append("TimeoutStartSec=").append(job.policy().timeout() == null ? "infinity" : TimeSpan.write(job.policy().timeout())).append('\n');
        text.append("TimeoutStopSec=").append(TimeSpan.write(job.policy().killGrace())).append('\n');
        return text.toString();
    }

    private static List<String> words(CommandLine command) {
        return switch (command) {
            case CommandLine.Program program -> program.words();
            case CommandLine.ShellLine line -> List.of(line.shell() == null ? "/bin/sh" : line.shell(), "-c", line.line());
        };
    }
}

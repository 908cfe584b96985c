package org.carillon.interchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carillon.job.CatchUp;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.TriggerDefaults;

/** Makes a job of each timer of systemd and the service that it starts. systemd.timer(5) */
final class SystemdReader {
    private static final String TIMER = "Timer";
    private static final Duration PUNCTUAL = Duration.ofMinutes(1);
    private static final List<String> AFTER_START = List.of("OnBootSec", "OnStartupSec", "OnActiveSec");
    private static final Set<String> USED = Set.of("OnCalendar", "OnBootSec", "OnStartupSec", "OnActiveSec", "OnUnitActiveSec",
            "OnUnitInactiveSec", "Persistent", "RandomizedDelaySec", "AccuracySec", "Unit", "RemainAfterElapse");
    private static final Set<String> DESCRIPTIVE = Set.of("Description", "Documentation", "DefaultDependencies");

    private final TriggerDefaults defaults;

    SystemdReader(TriggerDefaults defaults) {
        this.defaults = defaults;
    }

    /** @param texts by the files' names */
    ImportPlan read(Map<String, String> texts) {
        Map<String, UnitFile> units = UnitFile.read(texts);
        List<ImportEntry> entries = new ArrayList<>();
        Set<String> started = new LinkedHashSet<>();
        units.forEach((name, unit) -> {
            if (name.endsWith(".timer")) {
                entries.add(timer(name, unit, units, started));
            }
        });
        units.keySet().stream().filter(name -> !name.endsWith(".timer") && !started.contains(name)).forEach(name -> entries.add(
                new ImportEntry(0, name, new ImportEntry.Refused(Message.of("interchange.systemd.noTimer"), 0, 0), List.of())));
        return new ImportPlan(entries);
    }

    private ImportEntry timer(String name, UnitFile timer, Map<String, UnitFile> units, Set<String> started) {
        String stem = name.substring(0, name.length() - ".timer".length());
        String service = timer.value(TIMER, "Unit").orElse(stem + ".service");
        NewJob job = new NewJob(0, name + schedule(timer), timer.value("X-Carillon", "Name").orElse(stem), defaults);
        job.identify(stem);
        String template = service.replaceFirst("@.*\\.", "@.");
        UnitFile unit = units.getOrDefault(service, units.get(template));
        started.add(units.containsKey(service) ? service : template);
        if (stem.endsWith("@")) {
            return job.refused(Message.of("interchange.systemd.template", name, stem + "home.timer"));
        }
        if (unit == null) {
            return job.refused(Message.of("interchange.systemd.noService", service));
        }
        try {
            describe(job, timer, unit);
            triggers(job, timer);
            policy(job, timer);
            new ServiceCommand(service, unit, job).read();
            job.lose(timer.keys(TIMER), USED);
            job.lose(timer.keys("Unit"), DESCRIPTIVE);
            return job.entry();
        } catch (ExplainedException e) {
            return job.refused(e.explanation());
        }
    }

    private static String schedule(UnitFile timer) {
        StringBuilder words = new StringBuilder();
        for (String key : List.of("OnCalendar", "OnBootSec", "OnStartupSec", "OnActiveSec", "OnUnitActiveSec", "OnUnitInactiveSec")) {
            timer.values(TIMER, key).forEach(value -> words.append(words.isEmpty() ? ": " : ", ").append(key).append('=').append(value));
        }
        return words.toString();
    }

    private static void describe(NewJob job, UnitFile timer, UnitFile service) {
        job.description = service.value("Unit", "Description").or(() -> timer.value("Unit", "Description"))
                .map(text -> text.replace("%%", "%")).filter(text -> !text.equals(job.name)).orElse("");
        job.group = timer.value("X-Carillon", "Group").orElse("");
        job.tags = new LinkedHashSet<>(timer.values("X-Carillon", "Tag"));
    }

    private void triggers(NewJob job, UnitFile timer) {
        for (String expression : timer.values(TIMER, "OnCalendar")) {
            job.add(CalendarTrigger.of(OnCalendar.parse(expression), defaults));
        }
        job.warnOfGaps();
        for (String every : timer.values(TIMER, "OnUnitActiveSec")) {
            Duration interval = span("OnUnitActiveSec", every);
            job.add(IntervalTrigger.every(interval, defaults));
            job.warn("interchange.systemd.interval", every);
        }
        for (String key : AFTER_START) {
            for (String delay : timer.values(TIMER, key)) {
                afterStart(job, key, delay);
            }
        }
        for (String after : timer.values(TIMER, "OnUnitInactiveSec")) {
            if (!job.hasTrigger()) {
                throw new InterchangeException(Message.of("interchange.systemd.inactive", after));
            }
            job.warn("interchange.systemd.inactive", after);
        }
    }

    /** Counted from the start of the machine or of systemd: Carillon knows only its own start, and no delay after it. */
    private static void afterStart(NewJob job, String key, String delay) {
        Duration length = span(key, delay);
        job.addReboot();
        if (!length.isZero()) {
            job.warn("interchange.systemd.delay", key + "=" + delay);
        }
    }

    private static void policy(NewJob job, UnitFile timer) {
        job.policy = job.policy.withCatchUp(timer.isTrue(TIMER, "Persistent") ? CatchUp.ONCE : CatchUp.SKIP);
        timer.value(TIMER, "RandomizedDelaySec").map(text -> span("RandomizedDelaySec", text))
                .ifPresent(jitter -> job.policy = job.policy.withJitter(jitter));
        Optional<String> accuracy = timer.value(TIMER, "AccuracySec");
        if (accuracy.map(text -> span("AccuracySec", text)).orElse(Duration.ZERO).compareTo(PUNCTUAL) > 0) {
            job.warn("interchange.systemd.accuracy", accuracy.orElseThrow());
        }
    }

    static Duration span(String key, String text) {
        return TimeSpan.read(text).orElseThrow(() -> new InterchangeException(Message.of("interchange.systemd.span", key, text)));
    }
}

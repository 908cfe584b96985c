package org.carillon.interchange;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.carillon.interchange.ImportEntry.Becomes;
import org.carillon.interchange.ImportEntry.Refused;
import org.carillon.job.Action;
import org.carillon.job.FormatException;
import org.carillon.job.Job;
import org.carillon.job.JobId;
import org.carillon.job.Policy;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.CronFieldsTrigger;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/** A job while it is being made of an entry: what it has so far, and what could not be said. Not thread-safe. */
final class NewJob {
    private final int line;
    private final String text;
    private final TriggerDefaults defaults;
    private final List<Message> warnings = new ArrayList<>();
    private final List<Trigger> triggers = new ArrayList<>();
    private final Set<String> notCarried = new LinkedHashSet<>();
    String name;
    private String id;
    String description = "";
    String group = "";
    Set<String> tags = Set.of();
    boolean enabled = true;
    Action action;
    Policy policy = Policy.DEFAULT;

    /** @param text what names the entry */
    NewJob(int line, String text, String name, TriggerDefaults defaults) {
        this.line = line;
        this.text = text;
        this.name = name;
        this.defaults = defaults;
        identify(name);
    }

    /** Its id is that name, where it can be one, else one made of it. */
    void identify(String by) {
        id = JobId.isValid(by) ? by : JobId.fromName(by, taken -> false);
    }

    void warn(String key, Object... arguments) {
        warnings.add(Message.of(key, arguments));
    }

    /** A setting that has no counterpart; all of them are told in one sentence. */
    void lose(String setting) {
        notCarried.add(setting);
    }

    /** Those of the keys that are neither used nor without effect on what runs and when. */
    void lose(Collection<String> keys, Set<String> known) {
        keys.stream().filter(key -> !known.contains(key)).forEach(notCarried::add);
    }

    void add(Trigger trigger) {
        triggers.add(trigger);
    }

    /** Runs whenever Carillon starts. */
    void addReboot() {
        Trigger reboot = CronTrigger.parse("@reboot", Dialect.UNIX, defaults);
        if (!triggers.contains(reboot)) {
            triggers.add(reboot);
            warn("interchange.reboot");
        }
    }

    boolean hasTrigger() {
        return !triggers.isEmpty();
    }

    /** The entry: a job, or why it is none. */
    ImportEntry entry() {
        if (!notCarried.isEmpty()) {
            warn("interchange.notCarried", String.join(", ", notCarried));
        }
        if (triggers.isEmpty()) {
            return refused(Message.of("interchange.noTrigger"));
        }
        if (action == null) {
            return refused(Message.of("interchange.noCommand"));
        }
        try {
            Trigger trigger = triggers.size() == 1 ? triggers.getFirst() : new AnyTrigger(triggers, triggers.getFirst().zone());
            Job job = new Job(id, name, description, group, new LinkedHashSet<>(tags),
                    enabled, trigger, action, policy, Job.DEFAULT_EXECUTOR);
            if (triggers.stream().noneMatch(NewJob::isReboot) && trigger.next(defaults.now()) == null) {
                warn("interchange.never");
            }
            return new ImportEntry(line, text, new Becomes(job), warnings);
        } catch (ExplainedException e) {
            return refused(e instanceof FormatException format ? format.plainExplanation() : e.explanation());
        }
    }

    ImportEntry refused(Message why) {
        return new ImportEntry(line, text, new Refused(why, 0, 0), warnings);
    }

    /** Says so where a clock change makes a difference to where the job comes from, which leaves out times that do not exist. */
    void warnOfGaps() {
        for (Trigger trigger : triggers) {
            if (!isReboot(trigger) && movesOutOfGap(trigger)) {
                warn("interchange.gap");
                return;
            }
        }
    }

    /** Whether the next change of the clocks forward would move a run. */
    private boolean movesOutOfGap(Trigger trigger) {
        ZoneRules rules = trigger.zone().getRules();
        ZoneOffsetTransition change = rules.nextTransition(defaults.now());
        for (int tried = 0; change != null && tried < 2; tried++) {
            if (change.isGap()) {
                Instant end = change.getInstant();
                Instant next = trigger.next(end.minusNanos(1));
                return next != null && next.isBefore(end.plus(change.getDuration())) && literal(trigger) != null
                        && !next.equals(literal(trigger).next(end.minusNanos(1)));
            }
            change = rules.nextTransition(change.getInstant());
        }
        return false;
    }

    private static Trigger literal(Trigger trigger) {
        return switch (trigger) {
            case CronTrigger cron -> cron.withClockChange(ClockChange.LITERAL);
            case CronFieldsTrigger cron -> cron.withClockChange(ClockChange.LITERAL);
            default -> null;
        };
    }

    private static boolean isReboot(Trigger trigger) {
        return trigger instanceof CronTrigger cron && cron.isReboot();
    }
}

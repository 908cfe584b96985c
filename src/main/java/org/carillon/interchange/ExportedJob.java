package org.carillon.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carillon.job.CommandAction;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.message.Message;

/** A job while it is written in another format: what of it could not be said so far. Not thread-safe. */
final class ExportedJob {
    /** Parts of a job that a format may have words for. */
    enum Part { PAUSED, TIMEOUT, RETRY, OVERLAP, MISFIRE_GRACE, CATCH_UP, JITTER, MAX_RUNS, INTERRUPTED, STDIN, EXIT_CODES, GROUP, TAGS, KILL_GRACE }

    private final Job job;
    private final List<Message> refusals = new ArrayList<>();
    private final List<Message> warnings = new ArrayList<>();

    /** @param sayable what the format has words for; all else that is not as usual is refused or, where it changes no run, told */
    ExportedJob(Job job, Set<Part> sayable) {
        this.job = job;
        Policy policy = job.policy();
        Policy usual = Policy.DEFAULT;
        refuseUnless(job.enabled() || sayable.contains(Part.PAUSED), "paused");
        refuseUnless(policy.timeout() == null || sayable.contains(Part.TIMEOUT), "timeout");
        refuseUnless(policy.retry().attempts() == 0 || sayable.contains(Part.RETRY), "retry");
        refuseUnless(policy.overlap() == usual.overlap() && policy.maxInstances() == 1 || sayable.contains(Part.OVERLAP), "overlap");
        refuseUnless(policy.misfireGrace() == null || sayable.contains(Part.MISFIRE_GRACE), "misfireGrace");
        refuseUnless(policy.catchUp().equals(usual.catchUp()) || sayable.contains(Part.CATCH_UP), "catchUp");
        refuseUnless(policy.jitter().isZero() || sayable.contains(Part.JITTER), "jitter");
        refuseUnless(policy.maxRuns() == null || sayable.contains(Part.MAX_RUNS), "maxRuns");
        refuseUnless(policy.onInterrupted() == usual.onInterrupted() || sayable.contains(Part.INTERRUPTED), "onInterrupted");
        command().ifPresentOrElse(action -> {
            refuseUnless(action.stdin().isEmpty() || sayable.contains(Part.STDIN), "stdin");
            refuseUnless(action.success().exitCodes().equals(Set.of(0)) || sayable.contains(Part.EXIT_CODES), "exitCodes");
            refuseUnless(action.success().failIfOutput() == null, "failIfOutput");
        }, () -> refuse("interchange.export.action", job.action().type()));
        warnUnless(job.group().isEmpty() || sayable.contains(Part.GROUP), "group");
        warnUnless(job.tags().isEmpty() || sayable.contains(Part.TAGS), "tags");
        warnUnless(job.executor().equals(Job.DEFAULT_EXECUTOR), "executor");
        warnUnless(policy.killGrace().equals(usual.killGrace()) || sayable.contains(Part.KILL_GRACE), "killGrace");
        warnUnless(policy.priority() == usual.priority(), "priority");
        warnUnless(!policy.removeWhenDone(), "removeWhenDone");
        warnUnless(policy.keepRuns() == null && policy.keepFor() == null && policy.keepMegabytes() == null, "keep");
    }

    Job job() {
        return job;
    }

    Optional<CommandAction> command() {
        return job.action() instanceof CommandAction action ? Optional.of(action) : Optional.empty();
    }

    boolean isRefused() {
        return !refusals.isEmpty();
    }

    void refuse(String key, Object... arguments) {
        refusals.add(Message.of(key, arguments));
    }

    void refuse(Message why) {
        refusals.add(why);
    }

    void refuseUnless(boolean sayable, String part) {
        if (!sayable) {
            refuse("interchange.export.cannot", Message.of("interchange.export.part." + part));
        }
    }

    private void warnUnless(boolean sayable, String part) {
        if (!sayable) {
            warnings.add(Message.of("interchange.export.lost", Message.of("interchange.export.part." + part)));
        }
    }

    ExportEntry entry() {
        return new ExportEntry(job, refusals, warnings);
    }

    /** One line of text of it, for a comment or a description: without line ends and other signs that steer. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").replaceAll("\\\\+$", "").strip();
    }
}

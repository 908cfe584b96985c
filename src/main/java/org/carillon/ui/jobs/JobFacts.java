package org.carillon.ui.jobs;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.carillon.engine.JobStatus;
import org.carillon.engine.SchedulerStatus;
import org.carillon.job.CommandAction;
import org.carillon.job.EmailAction;
import org.carillon.job.HttpAction;
import org.carillon.job.JavaAction;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.job.ScriptAction;
import org.carillon.job.SqlAction;
import org.carillon.message.Message;

/**
 * What there is to know about a job, line by line.
 *
 * @param words how jobs read
 */
public record JobFacts(JobWords words) {
    /**
     * One line.
     *
     * @param label what it is
     * @param value how it stands
     */
    public record Fact(String label, String value) {}

    /** The lines for a job; what a job does not have is left out. */
    public List<Fact> of(JobRow row, SchedulerStatus scheduler, Instant now) {
        JobStatus status = row.status().get();
        List<Fact> facts = new ArrayList<>();
        if (status.isBroken()) {
            add(facts, "problem", status.problem().in(words.times().language()));
            add(facts, "id", status.id());
            return facts;
        }
        Job job = status.job();
        add(facts, "description", job.description());
        describe(facts, job);
        add(facts, "schedule", row.schedule());
        ZoneId zone = job.trigger().zone();
        add(facts, "zone", zone.equals(words.times().zone()) ? "" : zone.getId());
        add(facts, "nextRun", nextRun(status, scheduler, now));
        add(facts, "lastRun", status.lastRun() == null ? "" : words.lastRun(status.lastRun(), now));
        describe(facts, job.policy());
        add(facts, "tags", String.join(", ", job.tags()));
        add(facts, "id", job.id());
        return facts;
    }

    private String nextRun(JobStatus status, SchedulerStatus scheduler, Instant now) {
        String relative = words.nextRun(status, scheduler, now);
        return status.nextRun() == null || !status.job().enabled()
                ? relative
                : say("fact.timed", words.times().full(status.nextRun()), relative);
    }

    private void describe(List<Fact> facts, Job job) {
        switch (job.action()) {
            case CommandAction command -> {
                add(facts, "command", command.command().text());
                add(facts, "directory", command.workingDirectory());
                add(facts, "environment", String.join("\n", command.environment().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue()).toList()));
            }
            case HttpAction http -> {
                add(facts, "request", http.summary());
                add(facts, "requestBody", http.body());
            }
            case ScriptAction script -> {
                add(facts, "script", script.text());
                add(facts, "interpreter", script.interpreter());
                add(facts, "directory", script.workingDirectory());
            }
            case SqlAction sql -> {
                add(facts, "database", sql.url());
                add(facts, "statement", sql.statement());
            }
            case EmailAction email -> {
                add(facts, "emailTo", String.join(", ", email.to()));
                add(facts, "emailSubject", email.subject());
                add(facts, "emailServer", email.host());
            }
            case JavaAction java -> {
                add(facts, "task", java.task());
                add(facts, "arguments", java.arguments().isEmpty() ? "" : java.arguments().toString());
            }
        }
    }

    private void describe(List<Fact> facts, Policy policy) {
        if (policy.timeout() != null) {
            add(facts, "timeout", words.times().duration(policy.timeout()));
        }
        if (policy.retry().attempts() > 0) {
            add(facts, "retries", String.valueOf(policy.retry().attempts()));
        }
    }

    private void add(List<Fact> facts, String key, String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(say("fact." + key), value));
        }
    }

    private String say(String key, Object... arguments) {
        return Message.of("ui.jobs." + key, arguments).in(words.times().language());
    }
}

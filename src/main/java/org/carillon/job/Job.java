package org.carillon.job;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.carillon.message.Message;
import org.carillon.trigger.Trigger;

/**
 * A job: what to do, when, and how. Immutable.
 *
 * @param id          see {@link JobId}
 * @param name        what people call it; not blank, not necessarily unique
 * @param description empty for none
 * @param group       empty for none
 * @param tags        in order
 * @param enabled     false while the job is paused
 * @param trigger     when
 * @param action      what
 * @param policy      how
 * @param executor    the name of the executor that runs it
 */
public record Job(
        String id,
        String name,
        String description,
        String group,
        Set<String> tags,
        boolean enabled,
        Trigger trigger,
        Action action,
        Policy policy,
        String executor) {

    /** The executor of a job that names none. */
    public static final String DEFAULT_EXECUTOR = "default";

    public Job {
        JobId.check(id);
        if (name.isBlank()) {
            throw new FormatException("name", Message.of("job.name.empty"));
        }
        description = description == null ? "" : description;
        group = group == null ? "" : group;
        tags = tags.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(tags));
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(policy, "policy");
        executor = executor == null || executor.isBlank() ? DEFAULT_EXECUTOR : executor;
    }

    /** An enabled job with the default policy. */
    public static Job of(String id, String name, Trigger trigger, Action action) {
        return new Job(id, name, "", "", Set.of(), true, trigger, action, Policy.DEFAULT, DEFAULT_EXECUTOR);
    }

    public Job withId(String value) {
        return new Job(value, name, description, group, tags, enabled, trigger, action, policy, executor);
    }

    public Job withName(String value) {
        return new Job(id, value, description, group, tags, enabled, trigger, action, policy, executor);
    }

    public Job withDescription(String value) {
        return new Job(id, name, value, group, tags, enabled, trigger, action, policy, executor);
    }

    public Job withGroup(String value) {
        return new Job(id, name, description, value, tags, enabled, trigger, action, policy, executor);
    }

    public Job withTags(Set<String> value) {
        return new Job(id, name, description, group, value, enabled, trigger, action, policy, executor);
    }

    public Job withEnabled(boolean value) {
        return new Job(id, name, description, group, tags, value, trigger, action, policy, executor);
    }

    public Job withTrigger(Trigger value) {
        return new Job(id, name, description, group, tags, enabled, value, action, policy, executor);
    }

    public Job withAction(Action value) {
        return new Job(id, name, description, group, tags, enabled, trigger, value, policy, executor);
    }

    public Job withPolicy(Policy value) {
        return new Job(id, name, description, group, tags, enabled, trigger, action, value, executor);
    }

    public Job withExecutor(String value) {
        return new Job(id, name, description, group, tags, enabled, trigger, action, policy, value);
    }
}

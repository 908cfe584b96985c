package org.carillon.ui.editor;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.carillon.job.Action;
import org.carillon.job.Job;
import org.carillon.settings.NewJobs;
import org.carillon.job.JobId;
import org.carillon.job.Policy;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/**
 * The form in which a job is made or changed. It holds what is typed, at every moment the {@link Draft} that follows from it,
 * and what is wrong with it; it saves nothing itself.
 */
final class JobEditorViewModel {
    private final EditorMode mode;
    private final Job original;
    private final InstantSource clock;
    private final GeneralForm general = new GeneralForm();
    private final CommandForm command = new CommandForm();
    private final ScheduleForm schedule;
    private final PolicyForm policy = new PolicyForm();
    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty tried = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper id = new ReadOnlyStringWrapper(this, "id", "");
    private Set<String> takenIds = Set.of();
    private final Object untouched;

    /**
     * @param mode     what becomes of the job
     * @param original the job to change or to copy; null for a new one
     * @param zone     the zone of new jobs
     */
    JobEditorViewModel(EditorMode mode, Job original, ZoneId zone, InstantSource clock) {
        this(mode, original, NewJobs.USUAL, zone, clock);
    }

    /** @param newJobs what a new job begins with */
    JobEditorViewModel(EditorMode mode, Job original, NewJobs newJobs, ZoneId zone, InstantSource clock) {
        if ((original == null) != (mode == EditorMode.NEW)) {
            throw new IllegalArgumentException("A new job has no original, all others have one");
        }
        this.mode = mode;
        this.original = original;
        this.clock = clock;
        this.schedule = new ScheduleForm(newJobs.zone() == null ? zone : newJobs.zone(), now());
        if (original != null) {
            show(original);
        } else {
            policy.show(newJobs.policy());
        }
        untouched = values();
        List.of(general, command, schedule, policy).forEach(form -> form.onChange(this::update));
        tried.addListener((value, before, after) -> update());
        update();
    }

    private void show(Job job) {
        general.show(job);
        command.show(job.action());
        schedule.show(job.trigger());
        policy.show(job.policy());
        policy.turn().showExecutor(job.executor());
    }

    EditorMode mode() {
        return mode;
    }

    GeneralForm general() {
        return general;
    }

    CommandForm command() {
        return command;
    }

    ScheduleForm schedule() {
        return schedule;
    }

    PolicyForm policy() {
        return policy;
    }

    /** What the form holds now; changes with every keystroke. */
    ReadOnlyObjectProperty<Draft> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Whether somebody tried to save, after which unfinished fields count as wrong ones. */
    BooleanProperty tried() {
        return tried;
    }

    /** The ids that other jobs have, which a new one can't take. */
    void avoidIds(Set<String> ids) {
        takenIds = Set.copyOf(ids);
        update();
    }

    /** The executors that there are, for the job to choose from. */
    void offerExecutors(List<String> names) {
        policy.turn().offer(names);
    }

    /** The id under which it is saved: that of the job that is changed, else made from the name. */
    ReadOnlyStringProperty id() {
        return id.getReadOnlyProperty();
    }

    /** Whether there is anything that would be lost by closing the form. */
    boolean isChanged() {
        return !untouched.equals(values());
    }

    /** The job as of now, for saving; an interval is counted from this moment. Empty while something is wrong. */
    Optional<Job> finished() {
        update();
        return Optional.ofNullable(draft.get().job());
    }

    /**
     * The job as of now, for a test run, which needs neither name nor schedule. Empty while the command or the policy is wrong.
     *
     * @param name what it is called as long as it has no name
     */
    Optional<Job> forTest(String name) {
        if (!command.problems().isEmpty() || !gaps().isEmpty() || !policy.problems().isEmpty()) {
            return Optional.empty();
        }
        Job named = Job.of(id.get(), general.problems().isEmpty() ? general.name().get().strip() : name,
                new DateTrigger(now(), schedule.zone().get()), command.action());
        return Optional.of(named.withPolicy(policy.policy()).withExecutor(policy.turn().executor().get()));
    }

    /** The first thing that is wrong. */
    Optional<Problem> firstProblem() {
        return draft.get().problems().stream().findFirst();
    }

    private List<Problem> gaps() {
        return mode == EditorMode.TEMPLATE ? TemplateGaps.in(command) : List.of();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Object values() {
        return List.of(general.values(), command.values(), schedule.values(), policy.values());
    }

    private void update() {
        Instant now = now();
        id.set(mode == EditorMode.EDIT ? original.id() : JobId.fromName(general.name().get(), takenIds::contains));
        schedule.readWith(new TriggerDefaults(schedule.zone().get(), Instant.EPOCH, id.get()));
        List<Problem> problems = new ArrayList<>(general.problems());
        problems.addAll(command.problems());
        problems.addAll(gaps());
        List<Problem> whenProblems = schedule.problems();
        problems.addAll(whenProblems);
        problems.addAll(policy.problems());
        Trigger trigger = whenProblems.isEmpty() ? schedule.trigger(now, id.get()) : null;
        draft.set(new Draft(problems.isEmpty() ? job(id.get(), trigger) : null, trigger, List.copyOf(problems), tried.get()));
    }

    private Job job(String id, Trigger trigger) {
        Action action = command.action();
        Policy how = policy.policy();
        Job base = original == null ? Job.of(id, general.name().get().strip(), trigger, action) : original;
        return base.withId(id)
                .withName(general.name().get().strip())
                .withDescription(general.description().get().strip())
                .withGroup(general.group().get().strip())
                .withTags(general.tagSet())
                .withTrigger(trigger)
                .withAction(action)
                .withPolicy(how)
                .withExecutor(policy.turn().executor().get());
    }
}

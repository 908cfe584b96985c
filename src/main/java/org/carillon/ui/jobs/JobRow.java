package org.carillon.ui.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.carillon.engine.JobStatus;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.message.Language;
import org.carillon.message.NaturalOrder;
import org.carillon.trigger.TriggerWords;

/** A job in the table. Updated in place for as long as the job exists. For the FX thread alone. */
public final class JobRow {
    /** By name as people sort names, then by id. */
    static final Comparator<JobRow> BY_NAME = Comparator.comparing(JobRow::name, NaturalOrder.INSTANCE)
            .thenComparing(JobRow::id);
    /** How many runs the small chart shows. */
    static final int HISTORY = 20;

    private final Language language;
    private final ReadOnlyObjectWrapper<JobStatus> status;
    private final ReadOnlyObjectWrapper<Job> job;
    private final ReadOnlyObjectWrapper<List<Run>> history = new ReadOnlyObjectWrapper<>(this, "history", List.of());
    private boolean historyWanted;
    private String schedule;
    private String searched;

    /** @param now from when on its schedule is told */
    JobRow(JobStatus status, Language language, Instant now) {
        this.language = language;
        this.status = new ReadOnlyObjectWrapper<>(this, "status", status);
        this.job = new ReadOnlyObjectWrapper<>(this, "job", status.job());
        describe(now);
    }

    void update(JobStatus newest, Instant now) {
        boolean rewritten = isRewritten(newest.job());
        boolean changed = rewritten || !newest.equals(status.get());
        if (changed) {
            status.set(newest);
            describe(now);
        }
        if (rewritten || !Objects.equals(newest.job(), job.get())) {
            job.set(newest.job());
        }
    }

    /** Whether its schedule is said in another way now, even though it means the same. */
    private boolean isRewritten(Job now) {
        return now != null && job.get() != null && !now.trigger().isWrittenLike(job.get().trigger());
    }

    private void describe(Instant now) {
        Job described = status.get().job();
        schedule = described == null ? "" : TriggerWords.describe(described.trigger(), language, now);
        searched = described == null
                ? id()
                : String.join("\n", id(), described.name(), String.join("\n", described.tags()), described.action().summary(), described.group())
                        .toLowerCase(Locale.ROOT);
    }

    public String id() {
        return status.get().id();
    }

    /** The job's name; a broken job's id. */
    public String name() {
        return status.get().isBroken() ? id() : status.get().job().name();
    }

    /** The schedule in words; empty for a broken job. */
    public String schedule() {
        return schedule;
    }

    /** Whether name, tags, group, command or id contain these words, all of them. @param words in lower case */
    boolean matches(List<String> words) {
        return words.stream().allMatch(searched::contains);
    }

    /** How the job stands; changes whenever something happens to it. */
    public ReadOnlyObjectProperty<JobStatus> status() {
        return status.getReadOnlyProperty();
    }

    /** The job itself, null for a broken one; changes only when it is edited, paused or resumed. */
    public ReadOnlyObjectProperty<Job> job() {
        return job.getReadOnlyProperty();
    }

    /** Its newest runs that have ended, oldest first; empty until they have been asked for. */
    public ReadOnlyObjectProperty<List<Run>> history() {
        return history.getReadOnlyProperty();
    }

    /** @return whether this is the first time that the history is asked for */
    boolean wantHistory() {
        boolean first = !historyWanted;
        historyWanted = true;
        return first;
    }

    /** Takes runs that have ended into the history, in any order; runs that are there already are replaced. */
    void remember(List<Run> runs) {
        List<Run> all = new ArrayList<>(history.get());
        for (Run run : runs) {
            all.removeIf(known -> known.id() == run.id());
            all.add(run);
        }
        all.sort(Comparator.comparingLong(Run::id));
        history.set(List.copyOf(all.subList(Math.max(0, all.size() - HISTORY), all.size())));
    }
}

package org.carillon.store;

import java.util.Comparator;
import java.util.function.Function;
import org.carillon.job.Run;

/**
 * In which order runs are wanted, if not the newest first. Those that have nothing to be sorted by come last; equals are in the
 * order of their ids, which is turned round with the rest.
 */
public record RunOrder(Key key, boolean descending) {
    /** By what runs can be sorted. */
    public enum Key {
        /** By the state's name. */
        STATE(run -> run.state().name()),
        /** By the job's id. */
        JOB(Run::jobId),
        /** By {@linkplain RunQuery#timeOf the time} of a run. */
        TIME(RunQuery::timeOf),
        /** By how long it took, in milliseconds. */
        DURATION(RunOrder::millis),
        EXIT_CODE(Run::exitCode);

        private final Function<Boolean, Comparator<Run>> order;

        <T extends Comparable<? super T>> Key(Function<Run, T> value) {
            order = descending -> Comparator.comparing(value,
                    Comparator.nullsLast(descending ? Comparator.reverseOrder() : Comparator.<T>naturalOrder()));
        }
    }

    /** How long a run took by the clock's milliseconds; null if it has not ended. */
    public static Long millis(Run run) {
        return run.duration() == null ? null : run.endedAt().toEpochMilli() - run.startedAt().toEpochMilli();
    }

    public Comparator<Run> comparator() {
        Comparator<Run> byId = Comparator.comparingLong(Run::id);
        return key.order.apply(descending).thenComparing(descending ? byId.reversed() : byId);
    }
}

package org.carillon.job;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.carillon.message.Message;

/**
 * What an executor is to be: a named pool in which runs go on, at most so many at once.
 *
 * @param name        what jobs call it: letters, digits, dots, hyphens and underscores, at most 64
 * @param kind        where it runs Java tasks; every other action runs in it as it does in any executor
 * @param size        how many runs may go on in it at once, 1 to {@value #LARGEST_SIZE}
 * @param queueLimit  how many more may wait for it, 0 to {@value #LARGEST_QUEUE}; what is planned beyond that is skipped
 * @param javaOptions what its worker processes are started with, for instance {@code -Xmx512m}; empty for threads
 */
public record ExecutorSpec(String name, Kind kind, int size, int queueLimit, List<String> javaOptions) {
    /** Where an executor runs Java tasks. */
    public enum Kind {
        /** In threads of this program. */
        THREAD,
        /** In worker processes, which are kept for the next run and replaced when they break. */
        PROCESS
    }

    /** How many runs go on at once in an executor for which nothing was said. */
    public static final int DEFAULT_SIZE = 10;
    /** How many runs may wait for an executor for which nothing was said. */
    public static final int DEFAULT_QUEUE_LIMIT = 100_000;
    public static final int LARGEST_SIZE = 10_000;
    public static final int LARGEST_QUEUE = 1_000_000_000;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    /** @throws FormatException if one of them is not allowed */
    public ExecutorSpec {
        Objects.requireNonNull(kind, "kind");
        javaOptions = List.copyOf(javaOptions);
        check(NAME.matcher(name).matches(), "", Message.of("job.executor.name", name));
        check(size >= 1 && size <= LARGEST_SIZE, "size", Message.of("job.executor.range", 1, LARGEST_SIZE));
        check(queueLimit >= 0 && queueLimit <= LARGEST_QUEUE, "queueLimit", Message.of("job.executor.range", 0, LARGEST_QUEUE));
        check(kind == Kind.PROCESS || javaOptions.isEmpty(), "javaOptions", Message.of("job.executor.noWorkers"));
        check(javaOptions.stream().allMatch(option -> option.startsWith("-") && option.indexOf('\0') < 0), "javaOptions",
                Message.of("job.executor.option"));
    }

    /** An executor of threads. */
    public ExecutorSpec(String name, int size, int queueLimit) {
        this(name, Kind.THREAD, size, queueLimit, List.of());
    }

    /** An executor of threads with the usual queue. */
    public static ExecutorSpec of(String name, int size) {
        return new ExecutorSpec(name, size, DEFAULT_QUEUE_LIMIT);
    }

    /** An executor with worker processes and the usual queue. */
    public static ExecutorSpec processes(String name, int size, String... javaOptions) {
        return new ExecutorSpec(name, Kind.PROCESS, size, DEFAULT_QUEUE_LIMIT, List.of(javaOptions));
    }

    public ExecutorSpec withSize(int value) {
        return new ExecutorSpec(name, kind, value, queueLimit, javaOptions);
    }

    private static void check(boolean holds, String key, Message otherwise) {
        if (!holds) {
            throw new FormatException(key, otherwise);
        }
    }
}

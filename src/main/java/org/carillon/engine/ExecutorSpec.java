package org.carillon.engine;

/**
 * A named executor to be made.
 *
 * @param name       what jobs call it
 * @param size       how many runs may go on in it at once, at least 1
 * @param queueLimit how many more may wait for it; what is planned beyond that is skipped
 */
public record ExecutorSpec(String name, int size, int queueLimit) {
    /** How many runs go on at once in an executor for which nothing was said. */
    public static final int DEFAULT_SIZE = 10;
    /** How many runs may wait for an executor for which nothing was said. */
    public static final int DEFAULT_QUEUE_LIMIT = 100_000;

    public ExecutorSpec {
        if (name.isBlank() || size < 1 || queueLimit < 0) {
            throw new IllegalArgumentException("Not an executor: " + name + ", " + size + ", " + queueLimit);
        }
    }

    public static ExecutorSpec of(String name, int size) {
        return new ExecutorSpec(name, size, DEFAULT_QUEUE_LIMIT);
    }
}

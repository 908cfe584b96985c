package org.carillon.job;

/** What a job does. */
public sealed interface Action permits CommandAction {
    /** The kind as it is written in JSON, for instance {@code command}. */
    String type();

    /** What it does in one line, for lists and search. */
    String summary();
}

package org.carillon.notify;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.carillon.message.Message;

/**
 * Something to be told.
 *
 * @param kind    what has happened
 * @param jobId   of this job, null where it is about several
 * @param jobName its name, empty where it is about several
 * @param runId   of this run, null where it is about several or none
 * @param at      when it happened
 * @param title   in one line
 * @param details more lines, in words
 * @param tail    the end of what the run printed
 */
public record Notice(Kind kind, String jobId, String jobName, Long runId, Instant at, Message title, List<Message> details, List<String> tail) {
    /** What has happened. */
    public enum Kind {
        FAILED,
        RECOVERED,
        TOO_LONG,
        DID_NOT_RUN,
        /** Several things in a short time. */
        SUMMARY,
        /** Nothing: somebody tries whether a channel works. */
        TEST
    }

    public Notice {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(title, "title");
        details = List.copyOf(details);
        tail = List.copyOf(tail);
    }
}

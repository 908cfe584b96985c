package org.carillon.engine;

import java.time.Instant;
import java.time.ZoneId;
import org.carillon.job.JsonTimes;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** There is no such job, run or executor. */
public final class NoSuchException extends ExplainedException {
    private final String field;

    public NoSuchException(Message explanation) {
        this(explanation, null);
    }

    private NoSuchException(Message explanation, String field) {
        super(explanation);
        this.field = field;
    }

    /** Which field of a job names what is not there, as in the format; null where it was asked for itself. */
    public String field() {
        return field;
    }

    /** The executor that a job is to run in. */
    public static NoSuchException executorOfJob(Message explanation) {
        return new NoSuchException(explanation, "executor");
    }

    static NoSuchException run(long id) {
        return new NoSuchException(Message.of("engine.noRun", Long.toString(id)));
    }

    static NoSuchException version(String jobId, int number) {
        return new NoSuchException(Message.of("engine.noVersion", jobId, Integer.toString(number)));
    }

    static NoSuchException occurrence(String jobId, Instant at, ZoneId zone) {
        return new NoSuchException(Message.of("engine.noOccurrence", jobId, JsonTimes.write(at, zone)));
    }

    static NoSuchException job(String id) {
        return new NoSuchException(Message.of("engine.noJob", id));
    }
}

package org.carillon.store.journal;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.carillon.job.Attempt;
import org.carillon.job.Circumstances;
import org.carillon.job.Origin;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.job.Saved;
import org.carillon.job.Stretch;
import org.carillon.store.Change;
import org.carillon.store.Pause;

/** Reads what {@link ChangeWriter} has written. */
final class ChangeReader {
    private final DataInputStream in;

    ChangeReader(DataInputStream in) {
        this.in = in;
    }

    /** @throws IOException also if there is something that this program does not know */
    StoredChange read() throws IOException {
        Kind kind = Kind.of(in.readByte());
        try {
            return switch (kind) {
                case ADD_JOB -> new StoredChange.JobText(true, text(), text(), time(), null);
                case REPLACE_JOB -> new StoredChange.JobText(false, text(), text(), time(), null);
                case REMOVE_JOB -> new StoredChange.Plain(new Change.RemoveJob(text()));
                case PLAN -> new StoredChange.Plain(new Change.Plan(text(), time(), in.readLong()));
                case ADD_RUN -> new StoredChange.Plain(new Change.AddRun(run()));
                case UPDATE_RUN -> new StoredChange.Plain(new Change.UpdateRun(run()));
                case REMOVE_RUN -> new StoredChange.Plain(new Change.RemoveRun(in.readLong()));
                case PUT_ATTEMPT -> new StoredChange.Plain(new Change.PutAttempt(attempt()));
                case ADD_SAVED_JOB -> new StoredChange.JobText(true, text(), text(), time(), saved());
                case REPLACE_SAVED_JOB -> new StoredChange.JobText(false, text(), text(), time(), saved());
                case REMOVE_SAVED_JOB -> new StoredChange.Plain(new Change.RemoveJob(text(), saved()));
                case SET_PAUSE -> new StoredChange.Plain(new Change.SetPause(new Pause(time(), time())));
            };
        } catch (IllegalArgumentException e) {
            throw new IOException("a name that is not known: " + e.getMessage(), e);
        }
    }

    private Saved saved() throws IOException {
        return new Saved(time(), text(), Origin.valueOf(text()));
    }

    private Run run() throws IOException {
        return new Run(in.readLong(), text(), text(), RunState.valueOf(text()), reason(), time(), time(), time(), integer(),
                in.readInt(), time(), RunTrigger.valueOf(text()), number(), text(), text(), in.readLong(), stretch(),
                circumstances());
    }

    private Attempt attempt() throws IOException {
        return new Attempt(in.readLong(), in.readInt(), RunState.valueOf(text()), reason(), time(), time(), integer());
    }

    private Reason reason() throws IOException {
        return in.readBoolean() ? new Reason(Reason.Cause.valueOf(text()), text()) : null;
    }

    private Stretch stretch() throws IOException {
        return in.readBoolean() ? new Stretch(time(), time(), in.readLong()) : null;
    }

    private Circumstances circumstances() throws IOException {
        return in.readBoolean() ? new Circumstances(text(), text(), text()) : null;
    }

    private Long number() throws IOException {
        return in.readBoolean() ? in.readLong() : null;
    }

    private Integer integer() throws IOException {
        Long value = number();
        return value == null ? null : value.intValue();
    }

    private Instant time() throws IOException {
        return in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
    }

    private String text() throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}

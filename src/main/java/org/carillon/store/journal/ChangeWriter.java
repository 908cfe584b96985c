package org.carillon.store.journal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.carillon.job.Attempt;
import org.carillon.job.Circumstances;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.Saved;
import org.carillon.job.Stretch;
import org.carillon.store.Change;

/** Changes as bytes, for {@link ChangeReader} to read. Enumerations by name: their order may change, their names may not. */
final class ChangeWriter {
    private final DataOutputStream out;

    ChangeWriter(DataOutputStream out) {
        this.out = out;
    }

    void write(StoredChange stored) throws IOException {
        switch (stored) {
            case StoredChange.JobText(var isNew, var id, var definition, var nextRun, var saved) -> {
                kind(saved == null ? isNew ? Kind.ADD_JOB : Kind.REPLACE_JOB : isNew ? Kind.ADD_SAVED_JOB : Kind.REPLACE_SAVED_JOB);
                text(id);
                text(definition);
                time(nextRun);
                saved(saved);
            }
            case StoredChange.Plain(var change) -> write(change);
        }
    }

    private void write(Change change) throws IOException {
        switch (change) {
            case Change.RemoveJob(var id, var removed) -> {
                kind(removed == null ? Kind.REMOVE_JOB : Kind.REMOVE_SAVED_JOB);
                text(id);
                saved(removed);
            }
            case Change.Plan(var id, var next, var planned) -> {
                kind(Kind.PLAN);
                text(id);
                time(next);
                out.writeLong(planned);
            }
            case Change.AddRun(var run) -> run(Kind.ADD_RUN, run);
            case Change.UpdateRun(var run) -> run(Kind.UPDATE_RUN, run);
            case Change.RemoveRun(var id) -> {
                kind(Kind.REMOVE_RUN);
                out.writeLong(id);
            }
            case Change.PutAttempt(var attempt) -> attempt(attempt);
            case Change.SetPause(var pause) -> {
                kind(Kind.SET_PAUSE);
                time(pause.since());
                time(pause.until());
            }
            case Change.AddJob _, Change.ReplaceJob _ -> throw new IllegalArgumentException("A job is written as its text");
        }
    }

    private void kind(Kind kind) throws IOException {
        out.writeByte(kind.code());
    }

    /** Nothing for null: then it is of another kind. */
    private void saved(Saved saved) throws IOException {
        if (saved != null) {
            time(saved.at());
            text(saved.user());
            text(saved.origin().name());
        }
    }

    private void run(Kind kind, Run run) throws IOException {
        kind(kind);
        out.writeLong(run.id());
        text(run.jobId());
        text(run.jobName());
        text(run.state().name());
        reason(run.reason());
        time(run.scheduledAt());
        time(run.startedAt());
        time(run.endedAt());
        number(run.exitCode() == null ? null : run.exitCode().longValue());
        out.writeInt(run.attempt());
        time(run.retryAt());
        text(run.trigger().name());
        number(run.rerunOf());
        text(run.host());
        text(run.user());
        out.writeLong(run.outputBytes());
        stretch(run.stretch());
        circumstances(run.circumstances());
    }

    private void attempt(Attempt attempt) throws IOException {
        kind(Kind.PUT_ATTEMPT);
        out.writeLong(attempt.runId());
        out.writeInt(attempt.number());
        text(attempt.state().name());
        reason(attempt.reason());
        time(attempt.startedAt());
        time(attempt.endedAt());
        number(attempt.exitCode() == null ? null : attempt.exitCode().longValue());
    }

    private void reason(Reason reason) throws IOException {
        out.writeBoolean(reason != null);
        if (reason != null) {
            text(reason.cause().name());
            text(reason.detail());
        }
    }

    private void stretch(Stretch stretch) throws IOException {
        out.writeBoolean(stretch != null);
        if (stretch != null) {
            time(stretch.from());
            time(stretch.to());
            out.writeLong(stretch.count());
        }
    }

    private void circumstances(Circumstances circumstances) throws IOException {
        out.writeBoolean(circumstances != null);
        if (circumstances != null) {
            text(circumstances.command());
            text(circumstances.directory());
            text(circumstances.environment());
        }
    }

    private void number(Long value) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            out.writeLong(value);
        }
    }

    private void time(Instant value) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            out.writeLong(value.getEpochSecond());
            out.writeInt(value.getNano());
        }
    }

    private void text(String value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}

package org.carillon.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.job.NotifyRule;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.message.Message;

/** Decides which runs are worth a notice. Not thread-safe. */
final class NoticeRules {
    private final Function<Run, List<Run>> earlier;
    private final Map<String, JobRecord> records = new HashMap<>();

    /** @param earlier gives the runs of the same job before that one, newest first */
    NoticeRules(Function<Run, List<Run>> earlier) {
        this.earlier = earlier;
    }

    /** What is to be told of a run that has ended, if anything. */
    Optional<Notice> ended(Run run, NotifyRule rule) {
        if (run.trigger() == RunTrigger.TEST) {
            return Optional.empty();
        }
        if (run.state() == RunState.MISSED) {
            return rule.didNotRun() ? Optional.of(missed(run)) : Optional.empty();
        }
        JobRecord record = records.computeIfAbsent(run.jobId(), _ -> new JobRecord(earlier.apply(run)));
        if (run.state() == RunState.SUCCEEDED) {
            long failures = record.succeeded();
            return failures > 0 && rule.recovery() ? Optional.of(recovered(run, failures)) : Optional.empty();
        }
        if (!run.state().isFailure()) {
            return Optional.empty();
        }
        long failures = record.failed();
        boolean first = failures == 1 && rule.firstFailure();
        boolean again = rule.everyFailures() != null && failures % rule.everyFailures() == 0;
        if (!first && !again) {
            return Optional.empty();
        }
        record.tell();
        return Optional.of(failed(run, failures));
    }

    /** What is to be told of a run that goes on for longer than that. */
    static Notice tooLong(Run run, Duration limit, Instant at) {
        return notice(Notice.Kind.TOO_LONG, run, at, Message.of("notify.tooLong", run.jobName(), words(limit)), List.of());
    }

    void forget(String jobId) {
        records.remove(jobId);
    }

    private static Notice failed(Run run, long failures) {
        Message title = failures == 1
                ? Message.of("notify.failed", run.jobName(), reason(run)) : Message.of("notify.failedAgain", run.jobName(), reason(run), failures);
        return notice(Notice.Kind.FAILED, run, run.endedAt(), title, facts(run));
    }

    private static Notice recovered(Run run, long failures) {
        return notice(Notice.Kind.RECOVERED, run, run.endedAt(), Message.of("notify.recovered", run.jobName(), failures), facts(run));
    }

    private static Notice missed(Run run) {
        long count = run.stretch() == null ? 1 : run.stretch().count();
        return notice(Notice.Kind.DID_NOT_RUN, run, run.endedAt(), Message.of("notify.didNotRun", run.jobName(), count), List.of());
    }

    private static Notice notice(Notice.Kind kind, Run run, Instant at, Message title, List<Message> details) {
        return new Notice(kind, run.jobId(), run.jobName(), run.id(), at, title, details, List.of());
    }

    private static List<Message> facts(Run run) {
        List<Message> facts = new ArrayList<>();
        if (run.duration() != null) {
            facts.add(Message.of("notify.took", words(run.duration())));
        }
        if (run.attempt() > 1) {
            facts.add(Message.of("notify.attempts", run.attempt()));
        }
        return facts;
    }

    private static Message reason(Run run) {
        Reason why = run.reason();
        return switch (run.state()) {
            case TIMED_OUT -> Message.of("notify.reason.timeout");
            case INTERRUPTED -> Message.of("notify.reason.interrupted");
            default -> {
                if (run.exitCode() != null && why != null && why.cause() == Reason.Cause.EXIT_CODE) {
                    yield Message.of("notify.reason.exitCode", Integer.toString(run.exitCode()));
                }
                yield why == null || why.detail().isEmpty()
                        ? Message.of("notify.reason.unknown") : Message.of("notify.reason.detail", why.detail());
            }
        };
    }

    /** In its two largest units at most. */
    private static Message words(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return Message.of("notify.seconds", Math.max(0, duration.toMillis()) / 1000.0);
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return Message.of("notify.minutes", duration.toMinutes(), duration.toSecondsPart());
        }
        return Message.of("notify.hours", duration.toHours(), duration.toMinutesPart());
    }
}

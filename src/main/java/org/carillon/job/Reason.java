package org.carillon.job;

import org.carillon.message.Language;
import org.carillon.message.Message;

/**
 * Why a run is in the state it is in.
 *
 * @param cause  the kind of reason; scripts compare its JSON name
 * @param detail what belongs to it (an exit code, an error's text); empty, never null
 */
public record Reason(Cause cause, String detail) {
    /** The kinds of reason. */
    public enum Cause {
        /** The action ended with an exit code that does not count as success; detail: the code. */
        EXIT_CODE,
        /** The output matched the job's {@code failIfOutput}; detail: the text that matched. */
        OUTPUT,
        /** An HTTP request was answered with a status that does not count as success; detail: the status. */
        HTTP_STATUS,
        /** The action could not be started; detail: the system's error. */
        NOT_STARTED,
        /** The action broke off with an error; detail: the error. */
        ERROR,
        /** The worker process that ran it ended; detail: its exit code. */
        WORKER_ENDED,
        /** The worker process that ran it ran out of memory, and has ended; detail: of what memory. */
        OUT_OF_MEMORY,
        /** It did not end when it was interrupted: it was given up, and its thread goes on. */
        STILL_RUNNING,
        /** It succeeded, and left processes running that hold its output open; what they print is not recorded. */
        LEFT_BEHIND,
        /** Some or all of what it printed could not be kept; detail: why. */
        OUTPUT_LOST,
        /** It ran longer than the policy's timeout; detail: the timeout. */
        TIMEOUT,
        /** Somebody stopped it. */
        STOPPED,
        /** A newer run of the same job took its place. */
        REPLACED,
        /** The scheduler was shut down. */
        SHUTDOWN,
        /** As many runs of the job as it allows were still going on. */
        OVERLAP,
        /** The job was paused. */
        JOB_PAUSED,
        /** The scheduler was paused. */
        PAUSED,
        /** The executor's queue was full; detail: the executor. */
        QUEUE_FULL,
        /** The scheduler was not running at that time. */
        CLOSED,
        /** The machine was asleep or the program stopped at that time. */
        ASLEEP,
        /** The clock was set past that time. */
        CLOCK_SET,
        /** About the scheduler: the machine was asleep or the program stopped; detail: for how long. */
        SLEPT,
        /** About the scheduler: the clock was set forward; detail: by how much. */
        CLOCK_FORWARD,
        /** About the scheduler: the clock was set back; detail: by how much. */
        CLOCK_BACK,
        /** About the scheduler: the zone of the machine was changed; detail: from which to which. */
        ZONE_CHANGED,
        /** The job store had failed at that time. */
        STORE_FAILED,
        /** It could have started only later than the policy's grace allows; detail: how late. */
        GRACE_OVER,
        /** Its misfires were made up for by one later run. */
        COALESCED,
        /** The scheduler's process died while it was running. */
        CRASHED,
        /** The same, and processes of it go on, as its policy says; detail: their ids. */
        CRASHED_LEFT,
        /** The job store was damaged and restored from a backup that is older than this: what became of it is not known. */
        RESTORED,
        /** Asked for by a person for this one occurrence. */
        BY_REQUEST,
        /** A person let it run at another time; detail: when, as ISO-8601 with an offset. */
        MOVED,
        /** The command was not found: exit code 127, which does not count as success; detail: where it was looked for, the run's PATH. */
        COMMAND_NOT_FOUND
    }

    public Reason {
        detail = detail == null ? "" : detail;
    }

    public static Reason of(Cause cause) {
        return new Reason(cause, "");
    }

    public static Reason of(Cause cause, String detail) {
        return new Reason(cause, detail);
    }

    /** The cause as it is written in JSON, for instance {@code exitCode}. */
    public String code() {
        return JsonNames.of(cause);
    }

    /** The reason in words. */
    public Message words() {
        return Message.of("job.reason." + code(), detail);
    }

    @Override
    public String toString() {
        return words().in(Language.ENGLISH);
    }
}

package org.carillon.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.job.JsonTimes;
import org.carillon.message.Message;

/** Which planned occurrence of a job is meant on the command line. */
final class Occurrence {
    private Occurrence() {}

    /**
     * @param text its planned time as it was typed; null for the next one
     * @throws UsageException    if it is no time
     * @throws NotFoundException if there is no such job, it is broken, or it plans nothing more
     */
    static Instant of(Scheduler scheduler, String jobId, String text, CommandContext context) {
        JobStatus status = scheduler.job(jobId).orElseThrow(() -> new NotFoundException(Message.of("cli.noJob", jobId)));
        if (status.isBroken()) {
            throw new NotFoundException(status.problem());
        }
        if (status.nextRun() == null) {
            throw new NotFoundException(Message.of("cli.nothingPlanned", jobId));
        }
        return text == null ? status.nextRun() : inSecond(status, time(text, context));
    }

    /** Times are printed to the second; the one of the job that is meant may have a fraction. */
    private static Instant inSecond(JobStatus status, Instant typed) {
        Instant planned = status.job().trigger().next(typed.minusNanos(1));
        return planned != null && planned.truncatedTo(ChronoUnit.SECONDS).equals(typed) ? planned : typed;
    }

    /** A time as in the format, local in the machine's zone if it has no offset. @throws UsageException if it is none */
    static Instant time(String text, CommandContext context) {
        try {
            return JsonTimes.parse(text, context.terminal().zone());
        } catch (DateTimeException e) {
            throw new UsageException(Message.of("cli.schedule.time", text), e);
        }
    }
}

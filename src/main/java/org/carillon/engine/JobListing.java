package org.carillon.engine;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.message.Table;
import org.carillon.trigger.TriggerWords;

/**
 * Jobs as a table for people: id, name, schedule in words, next run, last run.
 *
 * @param language of the words
 * @param zone     of the times
 * @param now      from when on schedules are told
 */
record JobListing(Language language, ZoneId zone, Instant now) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    void print(List<JobStatus> jobs, PrintStream out) {
        Table table = new Table(say("id"), say("name"), say("schedule"), say("next"), say("last"));
        for (JobStatus status : jobs) {
            String last = status.lastRun() == null ? "" : status.lastRun().state().name();
            if (status.isBroken()) {
                table.row(status.id(), "", Message.of("engine.print.broken", status.problem()).in(language), "", last);
            } else {
                table.row(status.id(), status.job().name(), TriggerWords.describe(status.job().trigger(), language, now), next(status), last);
            }
        }
        table.print(out);
    }

    private String next(JobStatus status) {
        if (!status.job().enabled()) {
            return say("paused");
        }
        return status.nextRun() == null ? say("never") : time(status.nextRun());
    }

    private String time(Instant time) {
        return TIME.format(time.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private String say(String key) {
        return Message.of("engine.print." + key).in(language);
    }
}

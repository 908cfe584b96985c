package org.carillon.cli;

import java.time.Duration;
import org.carillon.job.Run;
import org.carillon.message.Language;

/** A run in the tables of commands. */
final class RunOutput {
    private RunOutput() {}

    /** Why, in words; null where the state says it all. */
    static String reason(Run run, Language language) {
        return run.reason() == null ? null : run.reason().words().in(language);
    }

    /** In seconds; nothing for null. */
    static String seconds(Duration duration) {
        return duration == null ? "" : "%d.%03d s".formatted(duration.toSeconds(), duration.toMillisPart());
    }
}

package org.carillon.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.carillon.job.JsonTimes;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectories;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.SecretsFile;
import org.carillon.trigger.TriggerDefaults;

/**
 * What every command is given.
 *
 * @param terminal    where it reads and prints
 * @param language    the language that it speaks
 * @param directories where data directories are
 * @param schedulers  how it gets a scheduler
 * @param window      how it gets a window
 * @param secrets     the secrets of a data directory
 */
public record CommandContext(
        Terminal terminal, Language language, DataDirectories directories, SchedulerAccess schedulers, WindowAccess window,
        Function<DataDirectory, SecretsFile> secrets) {

    String text(String key, Object... arguments) {
        return Message.of(key, arguments).in(language);
    }

    /** A line about the results, on standard error. */
    void say(String key, Object... arguments) {
        say(Message.of(key, arguments));
    }

    /** The same, of a whole sentence. */
    void say(Message sentence) {
        terminal.out().flush();
        terminal.err().println(sentence.in(language));
        terminal.err().flush();
    }

    CommandContext in(Language other) {
        return new CommandContext(terminal, other, directories, schedulers, window, secrets);
    }

    /** A time in the machine's zone, to the second; nothing for null. */
    String time(Instant time) {
        return time == null ? "" : JsonTimes.write(time.truncatedTo(ChronoUnit.SECONDS), terminal.zone());
    }

    /** What a job takes from this moment and place. */
    TriggerDefaults triggerDefaults(String seed) {
        return new TriggerDefaults(terminal.zone(), terminal.clock().instant(), seed);
    }
}

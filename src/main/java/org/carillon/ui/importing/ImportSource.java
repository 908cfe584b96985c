package org.carillon.ui.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carillon.interchange.CrontabSource;
import org.carillon.interchange.ImportPlan;
import org.carillon.interchange.InterchangeException;
import org.carillon.message.Message;
import org.carillon.trigger.TriggerDefaults;

/**
 * What is imported.
 *
 * @param title where it comes from
 * @param text  the whole of it
 * @param live  whether it goes on being run by something else, as the crontab that is installed
 */
record ImportSource(Message title, String text, boolean live) {
    private static final long MOST_BYTES = 10_000_000;

    /** The installed crontab. May wait for another program. @throws InterchangeException if there is none */
    static ImportSource ofCrontab(CrontabSource crontab) {
        return new ImportSource(Message.of("ui.importing.title.crontab"), crontab.read(), true);
    }

    /** A file. May wait for the disk. @throws InterchangeException if it cannot be read */
    static ImportSource ofFile(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new InterchangeException(Message.of("ui.importing.tooLarge", file.toString()));
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return new ImportSource(Message.of("ui.importing.title.file", file.getFileName().toString()), text, false);
        } catch (IOException e) {
            throw new InterchangeException(Message.of("ui.importing.unreadable", file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /** What would be imported: jobs where it is JSON, else the lines of a crontab. */
    ImportPlan plan(TriggerDefaults defaults) {
        return text.stripLeading().startsWith("{") ? ImportPlan.ofJobs(text, defaults) : ImportPlan.ofCrontab(text, defaults);
    }
}
